import Foundation
import Synchronization
import Workshop
import WorkshopDocuments
import WorkshopStore
import WorkshopTestSupport

@testable import HTTPServer
@testable import WorkshopWeb

/// The whole product on a data directory of its own, with a clock that stands still and secrets that are the same in
/// every run; nothing listens.
final class Workday: Sendable {
  static let port: UInt16 = 8080
  static let host = "127.0.0.1:8080"

  let clock = FrozenClock()
  let folder: String
  let hosts: HostPolicy
  let access: AccessStore
  let application: WorkdayApplication
  private let isOwner: Bool

  /// `folder` opens what an earlier workday left, as after a restart.
  init(publicURL: String? = nil, folder: String? = nil) throws {
    self.folder = folder ?? NSTemporaryDirectory() + "werkdag-web-" + UUID().uuidString
    isOwner = folder == nil
    let environment = AppEnvironment(
      clock: clock.wallClock, secrets: .predictable(), words: try .shipped(), converters: Converters(),
      exports: self.folder + "/Exports")
    hosts = HostPolicy(.init(host: "127.0.0.1", port: Self.port, publicURL: publicURL.flatMap(URL.init(string:))))
    let library = try TrajectoryLibrary(directory: self.folder, environment: environment, hosts: hosts)
    access = try AccessStore(path: self.folder + "/toegang.sqlite")
    application = try WorkdayApplication(environment: environment, library: library, access: access)
  }

  deinit {
    application.library.close()
    if isOwner { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// Makes a traject as the form does.
  @discardableResult
  func create(house: String = "Huis van het Kind Duffel", isRehearsal: Bool = false) throws -> LiveRoom {
    var draft = TrajectoryDraft()
    draft[.house] = house
    if isRehearsal { draft[.rehearsal] = "true" }
    draft[.topic] = "Wanneer voelde een gezin zich hier écht welkom?"
    draft[.date] = "2026-11-20"
    draft[.place] = "Zaal De Linde"
    draft[.organisation] = "Lokaal bestuur Duffel"
    draft[.contact] = "de coördinator, 015 00 00 00"
    draft[.followUpDate] = "2027-03-20"
    return try application.library.create(draft)
  }

  /// A client on another device, without a cookie.
  var stranger: TestClient { TestClient(self) }

  /// The console on this machine.
  var console: TestClient { TestClient(self, peer: PeerAddress(text: "127.0.0.1", isLoopback: true)) }

  /// A phone that joined.
  func phone(in room: LiveRoom) async throws -> TestClient {
    let keys = try room.store.read { try $0.joinKeys() }
    let reply = try await stranger.post("/api/join", ["token": keys.token])
    var phone = stranger
    phone.cookie = reply.cookie
    return phone
  }

  /// A console or a projector on another device, signed in with a key.
  func staff(_ role: AccessRole, of room: LiveRoom? = nil) throws -> TestClient {
    let grant = AccessGrant(role: role, trajectory: room?.trajectory.id)
    let key = try access.makeKey(grant, now: clock.now)
    var client = stranger
    client.cookie = try access.openSession(key: key, now: clock.now).map { "\(Cookies.console)=\($0.secret)" }
    return client
  }
}

/// Sends requests to an application in process, as the server would: admission first, then the whole body.
struct TestClient: Sendable {
  let workday: Workday
  var peer = PeerAddress(text: "192.168.0.20", isLoopback: false)
  var host = Workday.host
  var cookie: String?
  /// Sent with every request.
  var headers: [HTTPHeaders.Field] = []

  init(_ workday: Workday, peer: PeerAddress? = nil) {
    self.workday = workday
    if let peer { self.peer = peer }
  }

  func get(_ path: String, _ headers: [HTTPHeaders.Field] = []) async throws -> Reply {
    try await send(.get, path, headers: headers)
  }

  func post(_ path: String, _ json: [String: Any]) async throws -> Reply { try await write(.post, path, json) }

  func put(_ path: String, _ json: [String: Any]) async throws -> Reply { try await write(.put, path, json) }

  /// As the pages' own scripts send JSON.
  func write(_ method: HTTPMethod, _ path: String, _ json: [String: Any]) async throws -> Reply {
    let body = try JSONSerialization.data(withJSONObject: json, options: .sortedKeys)
    return try await write(method, path, body: Array(body))
  }

  func write(
    _ method: HTTPMethod, _ path: String, body: [UInt8], type: String = "application/json"
  ) async throws -> Reply {
    let origin = "http://\(host)"
    return try await send(
      method, path, headers: [("Content-Type", type), ("X-Werkdag", "1"), ("Origin", origin)], body: body)
  }

  /// A form with files, in the order of its parts.
  func form(
    _ method: HTTPMethod = .post, _ path: String, _ parts: [(name: String, bytes: [UInt8])], isOwnPage: Bool = true
  ) async throws -> Reply {
    var body: [UInt8] = []
    for part in parts {
      body += Array("--grens\r\nContent-Disposition: form-data; name=\"\(part.name)\"\r\n\r\n".utf8)
      body += part.bytes + Array("\r\n".utf8)
    }
    body += Array("--grens--\r\n".utf8)
    let type = "multipart/form-data; boundary=grens"
    if isOwnPage { return try await write(method, path, body: body, type: type) }
    return try await send(method, path, headers: [("Content-Type", type), ("Origin", "http://\(host)")], body: body)
  }

  func send(
    _ method: HTTPMethod, _ target: String, headers: [HTTPHeaders.Field] = [], body: [UInt8] = []
  ) async throws -> Reply {
    let halves = target.split(separator: "?", maxSplits: 1).map(String.init)
    var fields: [HTTPHeaders.Field] = [("Host", host)] + self.headers + headers
    if let cookie { fields.append(("Cookie", cookie)) }
    let head = RequestHead(
      method: method, path: halves[0], query: HTTPQuery(halves.count > 1 ? halves[1] : ""),
      headers: HTTPHeaders(fields), peer: peer)
    return await answer(HTTPRequest(head: head, body: body))
  }

  private func answer(_ request: HTTPRequest) async -> Reply {
    let application = workday.application
    switch application.admit(request.head) {
    case .refuse(let response): return Reply(response)
    case .accept(let policy) where request.body.count > policy.maximumBytes:
      let refusal = HTTPRefusal.bodyTooLarge(limit: policy.maximumBytes)
      return Reply(application.response(for: refusal, head: request.head))
    case .accept: break
    }
    switch application.respond(to: request) {
    case .response(let response): return Reply(response)
    case .events(let stream): return Reply(stream)
    case .deferred(let work):
      let response = await withCheckedContinuation { continuation in
        let waiting = Waiting(continuation)
        work(Responder { waiting.finish($0) })
      }
      return Reply(response ?? application.response(for: .unanswered, head: request.head))
    }
  }

  /// A responder may be told more than once; only the first answer counts.
  private final class Waiting: Sendable {
    private let continuation: Mutex<CheckedContinuation<HTTPResponse?, Never>?>

    init(_ continuation: CheckedContinuation<HTTPResponse?, Never>) {
      self.continuation = Mutex(continuation)
    }

    func finish(_ response: HTTPResponse?) {
      let waiting = continuation.withLock { waiting in
        defer { waiting = nil }
        return waiting
      }
      waiting?.resume(returning: response)
    }
  }
}

/// What came back.
struct Reply: Sendable {
  let status: Int
  let headers: HTTPHeaders
  let body: [UInt8]
  /// What a stream sends before anything new happens; nil where the answer is no stream.
  let events: [ServerSentEvent]?

  init(_ response: HTTPResponse) {
    (status, headers, body, events) = (response.status.rawValue, response.headers, response.body, nil)
  }

  init(_ stream: EventSubscription) {
    (status, headers, body, events) = (200, stream.headers, [], stream.preamble)
  }

  var text: String { String(decoding: body, as: UTF8.self) }

  /// The body as a JSON object; empty where it is none.
  var object: [String: Any] {
    ((try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any]) ?? [:]
  }

  /// What has to be corrected, by field.
  var faults: [String] { ((object["fields"] as? [String: Any]) ?? [:]).keys.sorted() }

  /// The name of a problem, as in its type.
  var problem: String { (object["type"] as? String ?? "").replacing("/problemen/", with: "") }

  /// The cookie that was set, as it is sent back.
  var cookie: String? { headers["Set-Cookie"].map { String($0.prefix { $0 != ";" }) } }
}

extension SubmissionSample {
  /// What a phone sends, to change before it goes out.
  func sent() throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(try json()))
    return object as? [String: Any] ?? [:]
  }
}

extension LiveRoom {
  /// Opens a step on the phones.
  func open(_ step: StepID?) throws {
    _ = try store.write { try $0.setRoom(.stepOpened, step?.rawValue ?? "", by: .facilitator) { $0.step = step } }
  }
}

extension LiveRoom {
  /// Stores what a phone sent, and lets it go.
  func keep(_ sample: SubmissionSample, released: Bool = false, from device: String = "toestel-1") throws {
    let prepared = try store.prepare(try sample.submission(), owner: Session.owner(of: device))
    try store.write { change in
      _ = try change.submit(prepared)
      if released { try change.release(sample.id, by: .moderator) }
    }
  }
}

extension LiveRoom {
  /// Gives the house another name, as the page of the traject does.
  func rename(_ house: String) throws {
    let secondDay = RunSheetTemplate.twoDay.runSheet(id: Gathering.workdayID(2), day: 2, date: nil, words: words)
    try store.write { change in
      var trajectory = try change.reader.trajectory()
      trajectory.house = house
      try change.set(
        trajectory, version: try change.reader.trajectoryVersion(), secondDay: secondDay, by: .facilitator)
    }
  }
}
