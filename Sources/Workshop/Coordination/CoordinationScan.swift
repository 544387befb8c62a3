/// The coordination role scan (seed 004): how a network is coordinated now, as counts to talk about and never a verdict.
///
/// Seed 004 lists six conditions for three roles. Its lists for facilitator and co-producer are identical, word for word,
/// so those six only set apart the commissioner. What tells the three apart is who decides in the end: the partners, the
/// partners and the coordinator together, or the coordinator. That is why the scan asks a seventh question.
public struct CoordinationScan: Hashable, Sendable, Codable {
  /// How often each answer to each question was given; an answer nobody gave is not in it.
  public var answers: [ScanQuestion: [String: Int]]
  /// How many people answered something.
  public var people: Int

  /// Counts answers.
  public init(answers: [ScanQuestion: [String: Int]] = [:], people: Int = 0) {
    self.answers = answers
    self.people = people
  }

  /// How the answers to a question spread, in the order of its answers; nil from fewer than `threshold` people.
  public func spread(of question: ScanQuestion, threshold: Int) -> [Int]? {
    let counts = question.answers.map { answers[question]?[$0] ?? 0 }
    return counts.reduce(0, +) >= threshold ? counts : nil
  }

  /// What there is to talk about on a question; nil from fewer than `threshold` people.
  public func talkingPoint(on question: ScanQuestion, threshold: Int) -> ScanTalk? {
    guard let counts = spread(of: question, threshold: threshold), let most = counts.max() else { return nil }
    // Four of five is what people call nearly everyone; below that somebody would not agree to be counted as "we".
    return most * 5 >= counts.reduce(0, +) * 4 ? .alike : .different
  }

  /// Only what may be told: the questions that enough people answered.
  public func told(from threshold: Int) -> CoordinationScan {
    CoordinationScan(
      answers: answers.filter { spread(of: $0.key, threshold: threshold) != nil },
      people: people < threshold ? 0 : people)
  }
}

/// What there is to talk about on a question of the scan.
public enum ScanTalk: String, Sendable, Codable {
  /// Nearly everyone gave the same answer: what keeps it so?
  case alike = "gelijk"
  /// People see it differently: what do they see?
  case different = "verschillend"
}

/// A question of the scan: the six conditions of seed 004, and who decides.
public enum ScanQuestion: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
  /// Whether the network is of value to its partners.
  case value = "meerwaarde"
  /// Whether partners have time for it.
  case time = "tijd"
  /// Whether they take part of their own will.
  case freeWill = "vrijwillig"
  /// Whether the same partners stay.
  case continuity = "continuiteit"
  /// Whether the organisation that appoints the coordinator is trusted.
  case trust = "vertrouwen"
  /// Whether partners are alike and agree easily.
  case diversity = "diversiteit"
  /// Who decides in the end.
  case decision = "beslissing"

  /// The answers it takes, in order: for a condition its two poles, the one of facilitator and co-producer first.
  public var answers: [String] {
    self == .decision ? ["partners", "samen", "coordinator"] : ["gedeeld", "opgedragen"]
  }
}

/// What one person answered, question by question.
public struct ScanAnswers: Hashable, Sendable {
  /// The answer to each question that was answered.
  public let answers: [ScanQuestion: String]

  /// Returns nil where a question or an answer is not one of the scan's.
  public init?(_ typed: [String: String]) {
    var answers: [ScanQuestion: String] = [:]
    for (name, answer) in typed {
      guard let question = ScanQuestion(rawValue: name), question.answers.contains(answer) else { return nil }
      answers[question] = answer
    }
    self.answers = answers
  }
}
