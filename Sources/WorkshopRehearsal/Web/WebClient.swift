import Foundation
import FoundationNetworking
import Synchronization

/// One browser: its own connections and its own cookie.
///
/// Foundation's client takes two threads' turns and some ten wake-ups for every request, so that with hundreds of phones
/// beside the server on two cores much of what is measured is this side: it shows that a day works, and `Scripts/bench`
/// shows how fast the server is.
final class WebClient: Sendable {
  /// Something to send.
  struct Payload: Sendable {
    let contentType: String
    let bytes: [UInt8]

    static func json(_ value: some Encodable) throws -> Payload {
      Payload(contentType: "application/json", bytes: Array(try JSONEncoder().encode(value)))
    }

    static func json(_ bytes: [UInt8]) -> Payload { Payload(contentType: "application/json", bytes: bytes) }

    /// A contribution with its photo, as a browser's form data.
    static func multipart(contribution: [UInt8], photo: [UInt8]) -> Payload {
      let boundary = "----werkdag-repetitie"
      func head(_ name: String, _ file: String, _ type: String) -> [UInt8] {
        let disposition = "Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(file)\""
        return Array("--\(boundary)\r\n\(disposition)\r\nContent-Type: \(type)\r\n\r\n".utf8)
      }
      let bytes =
        head("contribution", "bijdrage.json", "application/json") + contribution + Array("\r\n".utf8)
        + head("photo", "foto.jpg", "image/jpeg") + photo + Array("\r\n--\(boundary)--\r\n".utf8)
      return Payload(contentType: "multipart/form-data; boundary=\(boundary)", bytes: bytes)
    }
  }

  let base: URL
  private let cookie = Mutex<String?>(nil)
  private let session: URLSession
  private let stream = EventStream()
  /// How long a phone keeps trying while the server is away, in seconds.
  private static let patience = 60.0

  init(_ base: URL) {
    self.base = base
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.timeoutIntervalForRequest = 45
    configuration.httpMaximumConnectionsPerHost = 4
    session = URLSession(configuration: configuration, delegate: stream, delegateQueue: nil)
  }

  /// Sends once.
  ///
  /// Throws `URLError` where nothing answers.
  func send(_ method: String, _ path: String, _ payload: Payload? = nil) async throws -> WebAnswer {
    let (body, response) = try await session.data(for: request(method, path, payload))
    guard let response = response as? HTTPURLResponse else { throw RehearsalError.notOurs }
    if let set = response.value(forHTTPHeaderField: "Set-Cookie") { keep(set) }
    return WebAnswer(
      status: response.statusCode, retryAfter: response.value(forHTTPHeaderField: "Retry-After").flatMap { Int($0) },
      setCookie: response.value(forHTTPHeaderField: "Set-Cookie"), body: body)
  }

  /// Sends until there is an answer that will not change by waiting, as a phone's outbox does.
  ///
  /// Sends again after the network failed, and after the pause that the server asks for. Returns the answer and the time
  /// its own attempt took.
  func sendPatiently(
    _ method: String, _ path: String, _ payload: Payload? = nil
  ) async throws -> (answer: WebAnswer, took: Duration) {
    let begun = ContinuousClock.now
    var pause = Duration.milliseconds(200)
    while true {
      let sent = ContinuousClock.now
      do {
        let answer = try await send(method, path, payload)
        guard [429, 503, 507].contains(answer.status), begun.duration(to: .now) < .seconds(Self.patience) else {
          return (answer, sent.duration(to: .now))
        }
        try await Task.sleep(for: .seconds(answer.retryAfter ?? 1))
      } catch is URLError {
        guard begun.duration(to: .now) < .seconds(Self.patience) else {
          throw RehearsalError.serverGone(url: base.absoluteString)
        }
        try await Task.sleep(for: pause)
        pause = min(pause * 2, .seconds(3))
      }
    }
  }

  /// Follows a stream of events until `close`.
  ///
  /// Comes back after half a second when it breaks off, as a browser does. `onEvent` is called on a thread of the session
  /// with the name, the data and the moment it came.
  func follow(_ path: String, onEvent: @escaping @Sendable (String, Data, ContinuousClock.Instant) -> Void) {
    stream.begin(onEvent: onEvent) { [weak self] in
      guard let self else { return nil }
      var request = self.request("GET", path, nil)
      request.setValue("text/event-stream", forHTTPHeaderField: "Accept")
      request.timeoutInterval = 24 * 3_600
      return self.session.dataTask(with: request)
    }
  }

  /// Ends the stream and every connection.
  func close() {
    stream.end()
    session.invalidateAndCancel()
  }

  private func request(_ method: String, _ path: String, _ payload: Payload?) -> URLRequest {
    var request = URLRequest(url: URL(string: path, relativeTo: base)?.absoluteURL ?? base)
    request.httpMethod = method
    request.httpShouldHandleCookies = false
    if method != "GET" { request.setValue("1", forHTTPHeaderField: "X-Werkdag") }
    if let payload {
      request.httpBody = Data(payload.bytes)
      request.setValue(payload.contentType, forHTTPHeaderField: "Content-Type")
    } else if method != "GET" {
      request.httpBody = Data("{}".utf8)
      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    }
    if let cookie = cookie.withLock({ $0 }) { request.setValue(cookie, forHTTPHeaderField: "Cookie") }
    return request
  }

  private func keep(_ setCookie: String) {
    cookie.withLock { $0 = String(setCookie.prefix { $0 != ";" }) }
  }
}
