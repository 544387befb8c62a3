extension Contribution {
  /// The form it was told by: its step's own, or the whole one of its kind where that step is not known.
  public var form: FormDefinition { StepDefinition.shipped(step)?.form(for: kind) ?? .of(kind) }

  /// The answer to a text field; empty where it was not answered.
  public func text(_ field: FieldID) -> String {
    if case .text(let text) = body[field] { text } else { "" }
  }

  /// The chosen terms of a field; empty where none.
  ///
  /// The one term of a field that takes several by now is a list of one.
  public func list(_ field: FieldID) -> [String] {
    switch body[field] {
    case .list(let items): items
    case .text(let term) where !term.isEmpty: [term]
    default: []
    }
  }

  /// The short answers to the questions of a field; empty where none.
  public func answers(_ field: FieldID) -> [String: String] {
    if case .answers(let answers) = body[field] { answers } else { [:] }
  }

  /// The answers per criterion; empty where none.
  public func assessment(_ field: FieldID) -> [String: CriterionAnswer] {
    if case .assessment(let answers) = body[field] { answers } else { [:] }
  }

  /// The sentence that stands for it on a card or in a list.
  public var headline: String {
    switch kind {
    case .story, .dream: text("title")
    case .successFactor, .proposal: text("sentence")
    case .stanceReason: text("text")
    case .action, .pledge: text("what")
    case .evaluation: text("takesAlong")
    }
  }

  /// Why a moderator has to read all of it before it is released, in the order of weight; usually nothing.
  public var cautions: [Caution] {
    var cautions: [Caution] = []
    if lacksGuardianConsent { cautions.append(.guardian) }
    if !text("worry").isEmpty { cautions.append(.worry) }
    if text("recognisable") == "twijfel" { cautions.append(.recognisable) }
    if kind == .story, form.field("recognisable") == nil { cautions.append(.unchecked) }
    return cautions
  }

  /// What makes a contribution one to look at twice.
  public enum Caution: String, Sendable, Codable {
    /// No guardian of its teller, who is a minor, consented yet.
    case guardian
    /// Its teller has a worry, which may be about somebody's safety.
    case worry
    /// Its teller is not sure that nobody can be recognised.
    case recognisable
    /// Its teller, a child, was not asked whether somebody can be recognised.
    case unchecked
  }

  /// The building blocks it speaks of.
  public var buildingBlocks: [String] {
    switch kind {
    case .story: list("buildingBlocks")
    case .proposal: text("buildingBlock").isEmpty ? [] : [text("buildingBlock")]
    default: []
    }
  }
}
