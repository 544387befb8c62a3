/// A contribution as it is sent, before it is accepted.
public struct Submission: Hashable, Sendable {
  /// Made by the sender.
  public let id: ContributionID
  /// What it is.
  public let kind: ContributionKind
  /// The step it answers to.
  public let step: StepID
  /// How it was written down; `late` is the server's to say.
  public let origin: Origin
  /// Who told it.
  public let teller: Teller
  /// The answers, without references.
  public let body: Body
  /// The references, by what they say.
  public let links: [Link]
  /// A photo that was decoded and encoded anew, so that no metadata is left; nil where there is none.
  public var photo: [UInt8]?

  /// Makes a submission of parts.
  public init(
    id: ContributionID, kind: ContributionKind, step: StepID, origin: Origin = .init(), teller: Teller = .init(),
    body: Body, links: [Link] = [], photo: [UInt8]? = nil
  ) {
    self.id = id
    self.kind = kind
    self.step = step
    self.origin = origin
    self.teller = teller
    self.body = body
    self.links = links
    self.photo = photo
  }
}

extension Submission {
  /// The same, as it came on a sheet of paper: under the id that belongs to the sheet.
  public func onPaper(as id: ContributionID) -> Submission {
    let links = links.map { Link(from: id, relation: $0.relation, to: $0.to) }
    var origin = origin
    origin.route = .paper
    return Submission(
      id: id, kind: kind, step: step, origin: origin, teller: teller, body: body, links: links, photo: photo)
  }
}

/// Why a submission is not accepted.
public enum SubmissionFault: Error, Hashable, Sendable {
  /// The text sent is not JSON of the expected shape.
  case unreadable
  /// The id is not a UUID.
  case badID
  /// There is no such step.
  case unknownStep(String)
  /// The step does not take this kind of contribution.
  case wrongKind(String)
  /// Some answers have to be corrected.
  case fields([FieldID: FieldFault])
  /// A group the framework does not know.
  case unknownGroup(String)
}
