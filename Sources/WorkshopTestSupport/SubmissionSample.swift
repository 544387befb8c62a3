import Foundation
public import Workshop

/// A submission that is right in every field, of which a test changes one thing.
public struct SubmissionSample: Sendable {
  /// The sender's id.
  public var id: ContributionID
  /// What it is.
  public let kind: ContributionKind
  /// The step it answers to; the one that takes the kind, unless changed.
  public var step: StepID
  /// Who tells it: a parent who allows the room and the report, unless changed.
  public var teller = Teller(groups: ["ouder"], consents: [.screen, .report])
  /// The answers, references among them.
  public var body: Body
  /// The table it is written at.
  public var table: String? = "4"
  /// A photo, or nil.
  public var photo: [UInt8]?

  /// A sample of a kind with every required field, in Dutch with diacritics; `number` makes its id.
  public init(_ kind: ContributionKind, _ number: Int = 1) {
    self.kind = kind
    id = .numbered(number)
    step = StepDefinition.shipped.first { $0.form(for: kind) != nil }?.id ?? ""
    body = Self.answers(to: kind)
  }

  /// The same with one answer changed; nil takes it away.
  public func with(_ field: FieldID, _ value: FieldValue?) -> SubmissionSample {
    var copy = self
    copy.body[field] = value
    return copy
  }

  /// The same pointing to others by a reference field.
  public func pointing(_ field: FieldID, to targets: [ContributionID]) -> SubmissionSample {
    with(field, .list(targets.map(\.rawValue)))
  }

  /// What a phone sends.
  public func json() throws -> [UInt8] {
    struct Sent: Encodable {
      let id: ContributionID
      let step: StepID
      let kind: ContributionKind
      let language: Language
      let route: EntryRoute
      let table: String?
      let teller: Teller
      let body: Body
    }
    let sent = Sent(
      id: id, step: step, kind: kind, language: .dutch, route: .phone, table: table, teller: teller, body: body)
    return Array(try JSONEncoder().encode(sent))
  }

  /// What the server makes of it.
  public func submission(framework: FrameworkContent = .shipped) throws -> Submission {
    var submission = try Submission(json: try json(), hasPhoto: photo != nil, framework: framework)
    submission.photo = photo
    return submission
  }

  private static func answers(to kind: ContributionKind) -> Body {
    switch kind {
    case .story:
      [
        "title": .text("Koffie op de Speelbazaar"),
        "whatHappened": .text(
          "Een mama kwam ruilen en bleef zitten. Ze vertelde over haar dochtertje van drie, en een andere ouder "
            + "herkende het meteen. Twee weken later gingen ze sámen naar de Opgroeibabbel."),
        "whatHelped": .text(
          "Niemand vroeg naar een dossier. Er was koffie, een zetel en een vrijwilliger die luisterde."),
        "buildingBlocks": .list(["dienstverlening", "personeel"]), "recognisable": .text("niemand"),
      ]
    case .successFactor: ["sentence": .text("Het lukte omdat iemand tijd had, zónder agenda.")]
    case .dream:
      [
        "title": .text("Een huis met één deur"),
        "vision": .text("Elk gezin loopt binnen langs dezelfde deur. Binnen ruikt het naar soep en crème."),
      ]
    case .proposal:
      [
        "sentence": .text("Elke wijk heeft een plek waar ouders elkaar vinden, ook ’s avonds."),
        "buildingBlock": .text("dienstverlening"),
        "forWhom": .text("Voor alle gezinnen, met extra aandacht voor wie nieuw is."),
        "criteria": .assessment(["bereikbaar": CriterionAnswer(answer: "deels", notForWhom: "gezinnen zonder auto")]),
      ]
    case .stanceReason: ["text": .text("Goed idee, maar wie houdt de deur open in de vakantie?")]
    case .action:
      [
        "what": .text("We openen elke woensdag een ruilhoek in de bibliotheek."), "lead": .text("De bibliotheek"),
        "firstStep": .text("De sleutel vragen aan de conciërge."), "firstStepDate": .text("2026-12-02"),
      ]
    case .pledge:
      ["pledgeKind": .text("aanbod"), "what": .text("Een lokaal op zaterdag."), "giver": .text("VZW De Schakel")]
    case .evaluation: ["mood": .text("zon"), "takesAlong": .text("Dat een naam en een kop koffie al zo véél doen.")]
    }
  }
}

extension [UInt8] {
  /// The smallest bytes that the file takes for a JPEG, told apart by a mark.
  public static func samplePhoto(_ mark: String = "foto") -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](mark.utf8) + [0xFF, 0xD9]
  }
}
