import HTTPServer
import Workshop
import WorkshopStore

/// Who a route is for.
enum Audience: Sendable {
  /// Anybody.
  case everyone
  /// A device that joined a room.
  case participant
  /// A console: this machine while it serves a local network, or whoever showed a key with one of these roles.
  case staff(Set<AccessRole>)

  static let facilitator = Audience.staff([.facilitator])
  static let moderation = Audience.staff([.facilitator, .moderator])
  static let projection = Audience.staff([.facilitator, .moderator, .projector])
}

/// What a route does with a call.
typealias Handler = @Sendable (Call) throws -> Answer

/// One route: who may call it, what it takes, and what answers.
struct Endpoint: Sendable {
  /// Where a handler runs.
  enum Work: Sendable {
    /// On the server's own thread, for what takes microseconds.
    case inline
    /// On a worker's thread, for what waits for the disk.
    case background
    /// One after the other on a thread of their own, for documents.
    case drawing
  }

  let audience: Audience
  let body: BodyPolicy
  let work: Work
  let handler: Handler

  /// Whether it takes a plain form, whose token stands in for the header that scripts send.
  var takesForm: Bool { body == .form }

  /// What a body may cost: where a photo may come along, a body without one is held to what JSON may cost.
  func policy(for head: RequestHead) -> BodyPolicy {
    let isForm = head.headers["Content-Type"]?.lowercased().hasPrefix("multipart/form-data") == true
    return body == .photo && !isForm ? .json : body
  }
}

extension BodyPolicy {
  /// A plain form, whose texts may be as long as minutes of a meeting: 256 KB in 30 seconds.
  static let form = BodyPolicy(maximumBytes: 256 * 1024, deadline: .seconds(30))
}

/// A request on its way to its handler, with what was found out about who sent it.
struct Call: Sendable {
  let application: WorkdayApplication
  let request: HTTPRequest
  let caller: Caller

  var environment: AppEnvironment { application.environment }
  var words: Catalogue { environment.words }

  /// The room of the traject named in the path; throws `.notFound` where there is none or it is not this caller's.
  func room() throws -> LiveRoom {
    guard let name = request.parameters["traject"] else { throw Problem.notFound }
    if case .staff(let grant) = caller, let own = grant.trajectory, own.rawValue != name { throw Problem.notFound }
    return try application.library.room(TrajectoryID(name))
  }

  /// The device that sent it; throws `.noSession` where there is none.
  func guest() throws -> Guest {
    guard case .guest(let guest) = caller else { throw Problem.noSession }
    return guest
  }

  /// A part of the path as an id; throws `.notFound` where it is not one.
  func id<Subject>(_ name: String) throws -> Identifier<Subject> {
    guard let id = Identifier<Subject>(uuid: request.parameters[name] ?? "") else { throw Problem.notFound }
    return id
  }
}

/// Who sent a request.
enum Caller: Sendable {
  case nobody
  case guest(Guest)
  case staff(AccessGrant)
}

/// A device that joined.
struct Guest: Sendable {
  let room: LiveRoom
  let session: Session
  let owner: OwnerKey
}
