/// What a Huis van het Kind agrees to before a traject begins (seed 001: "Voorwaarden en engagementen"); the words are in
/// the catalogue (`preparation.intake.conditions.…`).
public enum IntakeCondition: String, FormField, Codable, CodingKeyRepresentable {
  /// There is support for the traject within the Huis.
  case support
  /// It is willing to mobilise the whole system for at least one workday.
  case wholeSystem
  /// It works with the text on proportioneel universalisme as its frame.
  case commonFrame
  /// At least four key people take part in the ontwerpteam: three meetings and what follows from them.
  case designTeam
  /// The ontwerpteam mobilises the partners to recruit, for one day or two consecutive days.
  case recruitment
  /// It makes extra efforts for the maximal mix.
  case maximalMix
  /// It organises the workday or workdays.
  case organisation
  /// It follows up on the output with its partners, and gives it back to the network.
  case followUp
  /// A moment to look at progress is planned, months later.
  case followUpMeeting
  /// It shares the output with other Huizen van het Kind.
  case sharing
  /// It goes the whole way.
  case wholeWay
}

/// What was said about a condition of the intake.
public struct IntakeAnswer: Hashable, Sendable, Codable {
  /// Whether it was agreed.
  public var isAgreed: Bool
  /// Who agreed to it: a name or a role; empty where that was not noted.
  public var who: String
  /// The day, or nil where that was not noted.
  public var date: CalendarDate?
  /// What was said about it.
  public var note: String

  /// Notes an answer; nothing is agreed to begin with.
  public init(isAgreed: Bool = false, who: String = "", date: CalendarDate? = nil, note: String = "") {
    (self.isAgreed, self.who, self.date, self.note) = (isAgreed, who, date, note)
  }
}

/// What is kept of the conversations before a traject begins.
public struct Preparation: Hashable, Sendable, Codable {
  /// The answers by condition; one that is not there was not spoken of yet.
  public var intake: [IntakeCondition: IntakeAnswer]
  /// Counts up with every change, so that of two editors the second is told.
  public var version: Int

  /// Nothing spoken of yet, or what was.
  public init(intake: [IntakeCondition: IntakeAnswer] = [:], version: Int = 1) {
    (self.intake, self.version) = (intake, version)
  }

  /// How many conditions were agreed to.
  public var agreedCount: Int { intake.values.count { $0.isAgreed } }
}

/// What is filled in about one condition, as typed.
public struct IntakeAnswerDraft: FormDraft, Hashable {
  /// The fields of the row.
  public enum Field: String, FormField {
    case agreed, who, day, note
  }

  /// What was typed.
  public var typed: Typed<Field>

  /// A draft of what was typed.
  public init(_ typed: Typed<Field>) {
    self.typed = typed
  }

  /// An answer as it is, to be changed.
  public init(_ answer: IntakeAnswer) {
    self.init(
      Typed([
        .agreed: answer.isAgreed ? "true" : "", .who: answer.who, .day: answer.date?.description ?? "",
        .note: answer.note,
      ]))
  }

  /// What has to be corrected: someone has to have agreed, on a day that exists.
  public func faults() -> [Field: FieldFault] {
    var checks = FieldChecks(typed)
    if typed.isTicked(.agreed) { checks.require(.who) }
    checks.limit(.who, to: 300)
    checks.limit(.note, to: 2_000)
    checks.date(.day)
    return checks.faults
  }

  /// The answer; nil while there are faults.
  public var answer: IntakeAnswer? {
    guard faults().isEmpty else { return nil }
    return IntakeAnswer(
      isAgreed: typed.isTicked(.agreed), who: self[.who], date: typed.date(.day), note: self[.note])
  }
}
