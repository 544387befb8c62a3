import CMicroHTTPD
import Glibc
import Logging
import Synchronization

/// One request and its answer, as libmicrohttpd leads it from call to call.
///
/// Unchecked: everything is touched on the connection's thread only, but for `response`, which a deferred answer writes
/// while the connection is suspended; libmicrohttpd's own lock in resuming orders that before the thread's reading.
final class Exchange: @unchecked Sendable {
  enum Stage {
    /// The request line is there; the next call comes with the headers complete.
    case line
    case body
    /// Reading away the body of a request that is refused.
    case draining
    /// The response is known and goes out at the next call: sent in the first, it would end the connection.
    case answered
  }

  /// What a response's status line and headers may need.
  static let responseHeadBytes = 1280
  /// The most a refused request's body may have for its connection to be kept.
  static let drainableBytes = 64 * 1024

  let core: ServerCore
  let native: OpaquePointer
  let connection: Connection
  let line: RequestLine
  var stage = Stage.line
  var response: HTTPResponse?
  private var head: RequestHead?
  private var policy = BodyPolicy.none
  private var body: [UInt8] = []
  private let isFulfilled = Atomic<Bool>(false)

  init(core: ServerCore, native: OpaquePointer, connection: Connection, line: RequestLine) {
    self.core = core
    self.native = native
    self.connection = connection
    self.line = line
    core.activeExchanges.add(1, ordering: .relaxed)
    // From the line on the headers have their own deadline; the first request's runs from the connection's start.
    let deadline = MonotonicTime.now + core.configuration.headerDeadline
    if connection.deadline.load(ordering: .relaxed) > deadline.nanoseconds { connection.setDeadline(deadline) }
    _ = connection.move(from: .waiting, to: .headers)
  }

  /// libmicrohttpd's next call for this request.
  func proceed(
    method: UnsafePointer<CChar>, version: UnsafePointer<CChar>, upload: UnsafeBufferPointer<CChar>?
  ) -> MHD_Result {
    switch stage {
    case .line:
      return begin(method, version)
    case .body:
      guard let upload else { return finish() }
      return receive(upload)
    case .draining:
      // What a Content-Length has promised is already known to be little.
      if upload != nil { return .YES }
      guard connection.move(from: .body, to: .answering) else { return .NO }
      return send()
    case .answered:
      return send()
    }
  }

  // MARK: Headers

  private func begin(_ method: UnsafePointer<CChar>, _ version: UnsafePointer<CChar>) -> MHD_Result {
    let size = mhd_header_size(native)
    let received: (fields: ReceivedFields, framing: Framing)
    let target: RequestTarget
    do throws(RequestTarget.Invalid) {
      received = try FramingProof(connection: native).prove(version: version, start: method, size: size)
      target = try line.proven(method: method, version: version)
    } catch {
      return close(.badFraming(error.reason), head: nil)
    }
    guard size <= core.configuration.maximumHeaderBytes, leavesRoom(received.fields, size) else {
      return close(.headersTooLarge, head: nil)
    }
    let framing = received.framing
    guard let method = HTTPMethod(rawValue: String(cString: method)) else {
      return refuse(core.response(for: .methodNotAllowed, head: nil), framing)
    }
    let head = RequestHead(
      method: method, path: target.path, pathSegments: target.segments, query: target.query,
      headers: HTTPHeaders(received: received.fields), peer: connection.peer, isSecure: core.isTLS)
    self.head = head
    if core.isStopping.load(ordering: .relaxed) { return close(.stopping, head: head) }
    switch core.application.admit(head) {
    case .refuse(let response): return refuse(response, framing)
    case .accept(let policy): return accept(policy, framing, head)
    }
  }

  /// Whether the connection's memory still has room for a response's head: without it libmicrohttpd would close the
  /// connection without a word.
  private func leavesRoom(_ fields: ReceivedFields, _ size: Int) -> Bool {
    let bookkeeping = 64 * (fields.spans.count + 4)
    let used = size + fields.byteCount("cookie") + bookkeeping
    return core.configuration.connectionMemory - used >= Self.responseHeadBytes
  }

  private func accept(_ policy: BodyPolicy, _ framing: Framing, _ head: RequestHead) -> MHD_Result {
    guard framing.contentLength ?? 0 <= policy.maximumBytes, policy.maximumBytes > 0 || !framing.isChunked else {
      return close(.bodyTooLarge(limit: policy.maximumBytes), head: head)
    }
    self.policy = policy
    stage = .body
    guard framing.hasBody else { return connection.move(from: .headers, to: .body) ? .YES : .NO }
    return awaitBody(policy)
  }

  /// Starts the body's deadline; NO where the headers' was over first.
  private func awaitBody(_ policy: BodyPolicy) -> MHD_Result {
    let now = MonotonicTime.now
    connection.head = head
    connection.receivedBytes.store(0, ordering: .relaxed)
    connection.bodyStart.store(now.nanoseconds, ordering: .relaxed)
    connection.minimumRate.store(policy.minimumBytesPerSecond ?? 0, ordering: .relaxed)
    connection.setDeadline(now + policy.deadline)
    return connection.move(from: .headers, to: .body) ? .YES : .NO
  }

  // MARK: Body

  private func receive(_ upload: UnsafeBufferPointer<CChar>) -> MHD_Result {
    guard body.count + upload.count <= policy.maximumBytes else {
      return close(.bodyTooLarge(limit: policy.maximumBytes), head: head)
    }
    // Grows with what has arrived, by doubling; a promised length reserves nothing.
    body.append(contentsOf: UnsafeRawBufferPointer(upload))
    connection.receivedBytes.store(body.count, ordering: .relaxed)
    return .YES
  }

  private func finish() -> MHD_Result {
    guard connection.move(from: .body, to: .answering), let head else { return .NO }
    connection.setDeadline(.never)
    let request = HTTPRequest(head: head, body: body)
    body = []
    switch core.application.respond(to: request) {
    case .response(let response):
      self.response = response
      return send()
    case .deferred(let start):
      return wait(start)
    case .events(let subscription):
      return follow(subscription)
    }
  }

  // MARK: Answers

  private func wait(_ start: @Sendable (Responder) -> Void) -> MHD_Result {
    let mayWait = core.deferred.withLock { deferred in
      if !deferred.isClosed { deferred.exchanges[ObjectIdentifier(self)] = self }
      return !deferred.isClosed
    }
    guard mayWait else {
      response = core.response(for: .stopping, head: head)
      return send()
    }
    stage = .answered
    // Suspended before anybody can answer, so that resuming always finds it suspended.
    MHD_suspend_connection(native)
    start(Responder { [self] response in fulfil(response) })
    return .YES
  }

  /// Gives the deferred answer, once; nil stands for none.
  func fulfil(_ response: HTTPResponse?) {
    guard !isFulfilled.exchange(true, ordering: .acquiringAndReleasing) else { return }
    self.response = response ?? core.response(for: .unanswered, head: head)
    MHD_resume_connection(native)
    // After resuming: stopping takes an empty table as the sign that nothing is suspended any more.
    core.deferred.withLock { $0.exchanges[ObjectIdentifier(self)] = nil }
  }

  private func send() -> MHD_Result {
    guard var response else { return .NO }
    self.response = nil
    if core.isStopping.load(ordering: .relaxed) { response.headers["Connection"] = "close" }
    if let prepared = response.prepared ?? NativeResponse(body: response.body, headers: response.headers) {
      return MHD_queue_response(native, UInt32(clamping: response.status.rawValue), prepared.pointer)
    }
    core.logger.error(
      "a response had a header that cannot be sent", metadata: ["status": "\(response.status.rawValue)"])
    let words = core.response(for: .unanswered, head: head)
    guard let plain = NativeResponse(body: words.body, headers: ["Content-Type": "text/plain; charset=utf-8"])
    else { return .NO }
    return MHD_queue_response(native, UInt32(HTTPStatus.internalServerError.rawValue), plain.pointer)
  }

  private func follow(_ subscription: EventSubscription) -> MHD_Result {
    var headers: HTTPHeaders = ["Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store"]
    for field in subscription.headers.fields { headers[field.name] = field.value }
    guard head?.method != .head else {
      response = HTTPResponse(status: .ok, headers: headers)
      return send()
    }
    let stream = EventStream(subscription, connection: native, descriptor: connection.descriptor)
    // A stream stays for hours; its request's head is needed no more.
    head = nil
    guard core.open(stream) else {
      response = core.response(for: .stopping, head: head)
      return send()
    }
    guard let made = core.nativeResponse(for: stream), let native = NativeResponse(adopting: made, headers: headers)
    else { return .NO }
    return MHD_queue_response(self.native, UInt32(HTTPStatus.ok.rawValue), native.pointer)
  }

  // MARK: Refusals

  /// Refuses and keeps the connection where the body is little or none.
  private func refuse(_ response: HTTPResponse, _ framing: Framing) -> MHD_Result {
    self.response = response
    guard framing.hasBody else {
      stage = .answered
      connection.setDeadline(.never)
      return connection.move(from: .headers, to: .answering) ? .YES : .NO
    }
    guard !framing.isChunked, framing.contentLength ?? 0 <= Self.drainableBytes else { return close(response) }
    stage = .draining
    return awaitBody(.json)
  }

  private func close(_ refusal: HTTPRefusal, head: RequestHead?) -> MHD_Result {
    close(core.response(for: refusal, head: head))
  }

  /// Sends a last response and ends the connection without reading on.
  private func close(_ response: HTTPResponse) -> MHD_Result {
    let isFirstCall = stage == .line || stage == .draining
    guard connection.move(from: isFirstCall ? .headers : .body, to: .answering) else { return .NO }
    guard core.isTLS else {
      // Ours to write: nothing of libmicrohttpd's is under way on this socket before the request is complete.
      core.sweeper.refuse(response.closingBytes(withoutBody: head?.method == .head), on: connection.descriptor)
      return .NO
    }
    // Under TLS only libmicrohttpd can write, and it cannot in the middle of a body.
    guard isFirstCall else { return .NO }
    self.response = response
    self.response?.headers["Connection"] = "close"
    return send()
  }
}

extension Exchange {
  /// libmicrohttpd is done with the request: the connection waits for its next one, or is about to close.
  func complete() {
    connection.exchange = nil
    connection.setDeadline(.now + core.configuration.idleTimeout)
    // Not where the sweeper has taken the phase: it may be reading the head just now.
    if connection.phase.load(ordering: .acquiring) != .expired {
      connection.head = nil
      connection.minimumRate.store(0, ordering: .relaxed)
      connection.phase.store(.waiting, ordering: .releasing)
    }
    core.activeExchanges.subtract(1, ordering: .relaxed)
  }
}
