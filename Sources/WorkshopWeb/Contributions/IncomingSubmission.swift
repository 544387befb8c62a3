import Foundation
import HTTPServer
import Workshop

/// A submission as it arrives: JSON, or the parts of a form with a photo beside it.
struct IncomingSubmission: Sendable {
  private let json: [UInt8]
  private let upload: [UInt8]?

  /// Decoding a photo takes longer than a server's thread may be kept; and a progressive one of the largest size takes
  /// 240 MB, so no more than two at once.
  private static let photoQueue: OperationQueue = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 2
    return queue
  }()

  /// Takes a request apart; throws `.wrongMediaType` for anything else.
  init(_ request: HTTPRequest) throws {
    if request.isJSON {
      (json, upload) = (request.body, nil)
      return
    }
    guard request.isMultipart else { throw Problem.wrongMediaType }
    let parts = try Multipart.parse(request.body, contentType: request.head.headers["Content-Type"] ?? "")
    guard let contribution = parts.first(where: { $0.name == "contribution" }) else { throw Problem.unreadable }
    guard contribution.bytes.count <= BodyPolicy.json.maximumBytes else {
      throw Problem(name: "bodyTooLarge", status: .payloadTooLarge)
    }
    json = contribution.bytes
    upload = parts.first { $0.name == "photo" && !$0.bytes.isEmpty }?.bytes
  }

  /// Reads and validates it, on this thread where there is no photo and on another where there is.
  func read(framework: FrameworkContent, then finish: @escaping @Sendable (Result<Submission, any Error>) -> Void) {
    guard let upload else {
      return finish(Result { try Submission(json: json, framework: framework) })
    }
    Self.photoQueue.addOperation {
      finish(
        Result {
          var submission = try Submission(json: json, hasPhoto: true, framework: framework)
          submission.photo = try PhotoCleaner.clean(upload)
          return submission
        })
    }
  }

  /// The code of the sheet of paper it was read from, from the same JSON; nil where none was typed.
  func sheetCode() throws -> String? {
    struct Entered: Decodable { let sheet: String? }
    do {
      let typed = try JSONDecoder().decode(Entered.self, from: Data(json)).sheet?.trimmingSpaces() ?? ""
      return typed.isEmpty ? nil : typed
    } catch { throw Problem.unreadable }
  }

  /// The version that is edited, from the same JSON.
  func version() throws -> Int {
    struct Edited: Decodable { let version: Int }
    do { return try JSONDecoder().decode(Edited.self, from: Data(json)).version } catch { throw Problem.unreadable }
  }
}
