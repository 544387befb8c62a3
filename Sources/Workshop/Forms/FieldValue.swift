/// What was answered to one field.
public enum FieldValue: Hashable, Sendable {
  /// A line, a text, a date or one chosen term.
  case text(String)
  /// Chosen terms, or the ids a reference points to, in the order given.
  case list([String])
  /// An answer per criterion.
  case assessment([String: CriterionAnswer])
  /// A short answer per question.
  case answers([String: String])

  /// True where nothing was answered.
  public var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .list(let items): items.isEmpty
    case .assessment(let answers): answers.isEmpty
    case .answers(let answers): answers.isEmpty
    }
  }
}

/// The answer to one of the 5 B's, and for whom it does not hold.
public struct CriterionAnswer: Hashable, Sendable, Codable {
  /// The id of a term of `criterionAnswers`.
  public var answer: String
  /// "Voor wie niet?", empty where not told.
  public var notForWhom: String

  /// Makes an answer.
  public init(answer: String, notForWhom: String = "") {
    self.answer = answer
    self.notForWhom = notForWhom
  }

  /// Reads an answer in which `notForWhom` may be left out.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    answer = try container.decode(String.self, forKey: .answer)
    notForWhom = try container.decodeIfPresent(String.self, forKey: .notForWhom) ?? ""
  }
}

extension FieldValue: Codable {
  /// Reads text, a list or an object, whichever it is; where the definition is known, `Submission` reads by that instead.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([String].self) {
      self = .list(list)
    } else if let answers = try? container.decode([String: String].self), !answers.isEmpty {
      self = .answers(answers)
    } else {
      self = .assessment(try container.decode([String: CriterionAnswer].self))
    }
  }

  /// Writes the plain JSON value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .assessment(let answers): try container.encode(answers)
    case .answers(let answers): try container.encode(answers)
    }
  }
}

/// The answers of a contribution by field.
public typealias Body = [FieldID: FieldValue]
