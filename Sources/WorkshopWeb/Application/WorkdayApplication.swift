import Foundation
public import HTTPServer
import Logging
import Workshop
public import WorkshopStore

/// The whole product as a server sees it: who is it, may they, and which handler answers.
public final class WorkdayApplication: HTTPApplication {
  let environment: AppEnvironment
  let library: TrajectoryLibrary
  let hosts: HostPolicy
  let access: AccessStore
  let pages: Pages
  /// All wrong codes together, since phones of one room share one address (QUALITY, security 6).
  let wrongCodes = TokenBucket(capacity: 60, perSecond: 0.5)
  private let router: Router<Endpoint>
  private let workers = DispatchQueue(label: "workers", attributes: .concurrent)
  /// More at a time than this would take the processor from the phones.
  private let workerSlots = DispatchSemaphore(value: 4)

  /// Makes the application; throws where its own pages or words are missing.
  public init(environment: AppEnvironment, library: TrajectoryLibrary, hosts: HostPolicy, access: AccessStore) throws {
    self.environment = environment
    self.library = library
    self.hosts = hosts
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
      if head.method.isWriting, !isOwnPage(head) { return refuse(.foreignOrigin, head) }
      return .accept(endpoint.policy(for: head))
    }
  }

  /// Finds out who calls and hands over to the handler.
  public func respond(to request: HTTPRequest) -> Answer {
    guard case .found(let endpoint, let parameters) = router.match(request.head.method, request.head.pathSegments) else {
      return .response(problem(.notFound, request.head))
    }
    var request = request
    request.parameters = parameters
    do {
      let caller = try caller(of: request.head, for: endpoint.audience)
      let call = Call(application: self, request: request, caller: caller)
      switch endpoint.work {
      case .inline: return secured(try endpoint.handler(call))
      case .background: return inBackground(call, endpoint.handler)
      }
    } catch { return .response(problem(Problem(error), request.head)) }
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
    problem(Problem(error), head)
  }

  private func inBackground(_ call: Call, _ handler: @escaping Handler) -> Answer {
    .deferred { [self] responder in
      workers.async { [self] in
        workerSlots.wait()
        defer { workerSlots.signal() }
        do {
          switch secured(try handler(call)) {
          case .response(let response): responder.respond(response)
          case .deferred(let work): work(responder)
          case .events: throw Problem.notSaved
          }
        } catch { responder.respond(problem(Problem(error), call.request.head)) }
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
    guard let cookie = head.cookie(Cookies.room), let (name, secret) = Cookies.split(cookie) else { throw Problem.noSession }
    guard let room = try? library.room(TrajectoryID(name)) else { throw Problem.noSession }
    guard let session = room.session(hash: Session.hash(of: secret)) else { throw Problem.noSession }
    return Guest(room: room, session: session, owner: Session.owner(of: secret))
  }

  /// What a console may do: this machine everything while it serves a local network, others by their session.
  func staff(_ head: RequestHead) throws -> AccessGrant? {
    if let secret = head.cookie(Cookies.console), let grant = try access.session(secret) { return grant }
    return isThisMachine(head) ? AccessGrant(role: .facilitator) : nil
  }

  private func isThisMachine(_ head: RequestHead) -> Bool {
    guard head.peer.isLoopback, !hosts.trustsNobodyByAddress else { return false }
    // A proxy on this machine makes every visitor look local.
    return ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"].allSatisfy { head.headers[$0] == nil }
  }

  /// Writes need the pages' own header (which another site's page cannot send) or, for a plain form, its token, and an
  /// Origin that is ours wherever a browser sends one.
  private func isOwnPage(_ head: RequestHead) -> Bool {
    if let origin = head.headers["Origin"], !hosts.isSameOrigin(origin, host: head.headers["Host"]) { return false }
    if let site = head.headers["Sec-Fetch-Site"], site != "same-origin", site != "none" { return false }
    let isForm = head.headers["Content-Type"]?.lowercased().hasPrefix("multipart/form-data") == true
    return head.headers["X-Werkdag"] == "1" || (isForm && FormToken.isCarried(by: head.path))
  }

  private func refuse(_ problem: Problem, _ head: RequestHead) -> Admission { .refuse(self.problem(problem, head)) }

  private func problem(_ problem: Problem, _ head: RequestHead) -> HTTPResponse {
    if problem.name == "unexpected" { environment.logger.error("a handler failed unexpectedly") }
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
