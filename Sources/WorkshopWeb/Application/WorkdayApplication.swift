import Foundation
public import HTTPServer
import Logging
import Workshop
public import WorkshopStore

/// The whole product as a server sees it: who is it, may they, and which handler answers.
public final class WorkdayApplication: HTTPApplication {
  let environment: AppEnvironment
  let library: TrajectoryLibrary
  let access: AccessStore
  var hosts: HostPolicy { library.hosts }
  let pages: Pages
  /// All wrong codes to join with together, since phones of one room share one address (QUALITY, security 6).
  ///
  /// Keys and the QR's token cost nothing: 160 bits cannot be guessed, and a stale QR must not keep others from typing.
  let wrongJoinCodes = TokenBucket(capacity: 60, perSecond: 0.5)
  /// The same for withdrawal codes, apart, so that nobody who plays with one keeps others from the other.
  let wrongWithdrawalCodes = TokenBucket(capacity: 60, perSecond: 0.5)
  private let router: Router<Endpoint>
  private let workers = DispatchQueue(label: "workers", attributes: .concurrent)
  /// One after the other, and apart: a converter runs for seconds, and the room must not wait for it.
  private let drawing = DispatchQueue(label: "documents")
  /// More at a time than this would take the processor from the phones.
  private let workerSlots = DispatchSemaphore(value: 4)

  /// Makes the application; throws where its own pages or words are missing.
  public init(environment: AppEnvironment, library: TrajectoryLibrary, access: AccessStore) throws {
    self.environment = environment
    self.library = library
    self.access = access
    pages = try Pages(words: environment.words, secrets: environment.secrets)
    router = Router(Routes.table(pages: pages))
  }

  /// Refuses what is not for this server, not there, or not for this caller, before a byte of body is read.
  public func admit(_ head: RequestHead) -> Admission {
    guard hosts.accepts(head.headers["Host"]) else { return refuse(.wrongHost, head) }
    switch router.match(head.method, head.pathSegments) {
    case .notFound: return refuse(.notFound, head)
    case .methodNotAllowed(let allowed):
      var response = self.response(for: .methodNotAllowed, head: head)
      response.headers["Allow"] = allowed.map(\.rawValue).joined(separator: ", ")
      return .refuse(response)
    case .found(let endpoint, _):
      if head.method.isWriting, !isOwnPage(head, endpoint) { return refuse(.foreignOrigin, head) }
      let policy = endpoint.policy(for: head)
      // Who may not send it is told before megabytes are read, not after.
      if policy == .photo {
        do { _ = try caller(of: head, for: endpoint.audience) } catch { return refuse(Problem(error), head) }
      }
      return .accept(policy)
    }
  }

  /// Finds out who calls and hands over to the handler.
  public func respond(to request: HTTPRequest) -> Answer {
    guard case .found(let endpoint, let parameters) = router.match(request.head.method, request.head.pathSegments)
    else {
      return .response(problem(.notFound, request.head))
    }
    var request = request
    request.parameters = parameters
    do {
      let caller = try caller(of: request.head, for: endpoint.audience)
      let call = Call(application: self, request: request, caller: caller)
      switch endpoint.work {
      case .inline: return secured(try endpoint.handler(call))
      case .background: return onWorker(call, endpoint.handler)
      case .drawing: return answer(call, endpoint.handler, on: drawing)
      }
    } catch { return .response(failure(error, request.head)) }
  }

  /// The server's own refusals in the words of the product.
  public func response(for refusal: HTTPRefusal, head: RequestHead?) -> HTTPResponse {
    let problem = Problem(name: refusal.catalogueName, status: refusal.status)
    var response = head.map { self.problem(problem, $0) } ?? problem.response(environment.words)
    for field in refusal.headers.fields { response.headers[field.name] = field.value }
    return response
  }

  /// What a handler on another thread answers when it fails.
  func failure(_ error: any Error, _ head: RequestHead) -> HTTPResponse {
    if let form = error as? StaleForm { return staleForm(form, head) }
    let problem = Problem(error)
    if problem.name == "unexpected" {
      // Its type and no more: the error's own text may hold what someone wrote.
      environment.logger.error("a handler failed", metadata: ["error": "\(type(of: error))"])
    }
    return self.problem(problem, head)
  }

  private func onWorker(_ call: Call, _ handler: @escaping Handler) -> Answer {
    let slots = workerSlots
    let limited: Handler = { call in
      slots.wait()
      defer { slots.signal() }
      return try handler(call)
    }
    return answer(call, limited, on: workers)
  }

  private func answer(_ call: Call, _ handler: @escaping Handler, on queue: DispatchQueue) -> Answer {
    .deferred { [self] responder in
      queue.async { [self] in
        do {
          switch secured(try handler(call)) {
          case .response(let response): responder.respond(response)
          case .deferred(let work): work(responder)
          case .events: throw Problem.notSaved
          }
        } catch { responder.respond(failure(error, call.request.head)) }
      }
    }
  }

  private func caller(of head: RequestHead, for audience: Audience) throws -> Caller {
    switch audience {
    case .everyone: return .nobody
    case .participant: return .guest(try guest(head))
    case .staff(let roles):
      guard let grant = try staff(head), roles.contains(grant.role) else { throw Problem.noAccess }
      return .staff(grant)
    }
  }

  /// The device behind a cookie; throws where it did not join, or its traject is gone.
  func guest(_ head: RequestHead) throws -> Guest {
    guard let cookie = head.cookie(Cookies.room), let (name, secret) = Cookies.split(cookie) else {
      throw Problem.noSession
    }
    guard let room = try? library.room(TrajectoryID(name)) else { throw Problem.noSession }
    guard let session = room.session(hash: Session.hash(of: secret)) else { throw Problem.noSession }
    return Guest(room: room, session: session, owner: Session.owner(of: secret))
  }

  /// What a console may do: this machine everything while it serves a local network, others by their session.
  func staff(_ head: RequestHead) throws -> AccessGrant? {
    // Before the cookie: a moderator's link that was tried out on the laptop must not lock its facilitator out.
    if isThisMachine(head) { return AccessGrant(role: .facilitator) }
    return try head.cookie(Cookies.console).flatMap { try access.session($0) }
  }

  private func isThisMachine(_ head: RequestHead) -> Bool {
    guard head.peer.isLoopback, !hosts.trustsNobodyByAddress else { return false }
    // A page of another site, open in the same browser, must not read or start anything here.
    if let site = head.headers["Sec-Fetch-Site"], site != "same-origin", site != "none" { return false }
    // A proxy on this machine makes every visitor look local.
    return ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"].allSatisfy { head.headers[$0] == nil }
  }

  /// Writes need the pages' own header (which another site's page cannot send) or, for a plain form, its token, and an
  /// Origin that is ours wherever a browser sends one.
  private func isOwnPage(_ head: RequestHead, _ endpoint: Endpoint) -> Bool {
    if let origin = head.headers["Origin"], !hosts.isSameOrigin(origin, host: head.headers["Host"]) { return false }
    if let site = head.headers["Sec-Fetch-Site"], site != "same-origin", site != "none" { return false }
    return head.headers["X-Werkdag"] == "1" || endpoint.takesForm
  }

  /// What was typed is given back where the browser says that it comes from a page of ours; a page of an earlier run has
  /// an old token, and nobody should have to type it again.
  private func staleForm(_ form: StaleForm, _ head: RequestHead) -> HTTPResponse {
    guard head.headers["Origin"] != nil else { return problem(.foreignOrigin, head) }
    return SecurityHeaders.added(to: pages.again(form, to: head.path))
  }

  private func refuse(_ problem: Problem, _ head: RequestHead) -> Admission { .refuse(self.problem(problem, head)) }

  private func problem(_ problem: Problem, _ head: RequestHead) -> HTTPResponse {
    let wantsPage = head.headers["Accept"]?.contains("text/html") == true && !head.path.hasPrefix("/api/")
    let response = wantsPage ? pages.problem(problem) : problem.response(environment.words)
    return SecurityHeaders.added(to: response)
  }

  private func secured(_ answer: Answer) -> Answer {
    switch answer {
    case .response(let response): return .response(SecurityHeaders.added(to: response))
    case .events(let stream): return .events(SecurityHeaders.added(to: stream))
    case .deferred(let work):
      return .deferred { responder in
        work(Responder { if let response = $0 { responder.respond(SecurityHeaders.added(to: response)) } })
      }
    }
  }
}

extension HTTPMethod {
  /// Whether it changes something.
  var isWriting: Bool { self != .get && self != .head }
}

extension HTTPRefusal {
  fileprivate var catalogueName: String {
    switch self {
    case .badFraming: "badRequest"
    case .methodNotAllowed: "methodNotAllowed"
    case .headersTooLarge: "headersTooLarge"
    case .bodyTooLarge: "bodyTooLarge"
    case .deadline: "deadline"
    case .tooManyConnections: "busy"
    case .stopping, .unanswered: "notSaved"
    }
  }
}
