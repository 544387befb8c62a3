import Workshop
import WorkshopStore

/// A field as a form draws it.
struct FieldView: Encodable, Sendable {
  /// Something a reference may point to.
  struct Candidate: Encodable, Sendable {
    let id: String
    let kind: String
    let label: String

    init(id: String, kind: String, label: String) {
      (self.id, self.kind, self.label) = (id, kind, label)
    }

    init(_ contribution: Contribution) {
      self.init(id: contribution.id.rawValue, kind: contribution.kind.rawValue, label: contribution.headline)
    }
  }

  let id: FieldID
  let type: String
  let label: String
  let help: String?
  let required: Bool
  let tier: FieldDefinition.Tier
  var limit: Int?
  var options: [OptionView]?
  var answers: [OptionView]?
  var candidates: [Candidate]?
  /// What its candidates are to it.
  var relation: LinkRelation?
  /// Whether there are more candidates than were sent, to be found by a word; left out where there are not.
  var hasMore: Bool?
  /// The part of a long form it stands in; left out where the form is short.
  var section: FieldDefinition.Section?

  /// As many of a kind as a phone takes along without a word to look for, the newest.
  private static let candidateLimit = 200

  init(
    _ field: FieldDefinition, of kind: ContributionKind, at step: StepID, framework: FrameworkContent,
    words: Catalogue, reader: Reader, shown: Shown, isForPhone: Bool
  ) throws {
    (id, required, tier) = (field.id, field.isRequired, field.tier)
    label = words.label(of: field.id, in: kind, at: step)
    help = words.help(of: field.id, in: kind, at: step)
    section = field.section
    switch field.kind {
    case .line(let limit): (type, self.limit) = ("line", limit)
    case .text(let limit): (type, self.limit) = ("text", limit)
    case .choice(let list): (type, options) = ("choice", framework.options(list, words: words))
    case .choices(let list): (type, options) = ("choices", framework.options(list, words: words))
    case .assessment(let list):
      (type, options) = ("assessment", framework.options(list, words: words))
      answers = framework.options(.criterionAnswers, words: words)
    case .answers(let list, let limit):
      (type, options, self.limit) = ("answers", framework.options(list, words: words), limit)
    case .date: type = "date"
    case .photo: type = "photo"
    case .references(_, let limit) where kind == .successFactor && isForPhone:
      // Which stories those are depends on the table, and this view is the same for all phones.
      (type, self.limit) = ("tableStories", limit)
    case .references(let relation, let limit):
      (type, self.limit, self.relation) = ("references", limit, relation)
      candidates = try relation.targets(from: kind).flatMap {
        try Self.candidates($0, by: relation, words, reader, shown)
      }
      hasMore = relation.targets(from: kind).contains { Self.hasMore($0, shown) } ? true : nil
    }
  }

  private static func hasMore(_ target: LinkTarget, _ shown: Shown) -> Bool {
    if case .contribution(let kind) = target { shown.count(kind) > candidateLimit } else { false }
  }

  private static func candidates(
    _ target: LinkTarget, by relation: LinkRelation, _ words: Catalogue, _ reader: Reader, _ shown: Shown
  ) throws -> [Candidate] {
    switch target {
    case .theme:
      return try reader.themes().filter { $0.mergedInto == nil }
        .map { Candidate(id: $0.id.rawValue, kind: target.rawValue, label: $0.name) }
    case .contribution(let kind):
      let newest = shown.newest(kind, candidateLimit)
      switch relation {
      case .quotes:
        return try reader.contributions(numbered: newest.map(\.number), .oldestFirst).compactMap { story in
          quote(of: story, words).map { Candidate(id: story.id.rawValue, kind: target.rawValue, label: $0) }
        }
      case .meets:
        // What an offer can meet is a request.
        return try reader.contributions(numbered: newest.map(\.number), .oldestFirst)
          .filter { $0.pledgeKind == .request }.map(Candidate.init)
      default:
        return newest.map { Candidate(id: $0.id.rawValue, kind: target.rawValue, label: $0.headline) }
      }
    }
  }

  /// A story's quote, by which it is chosen; nil where it has none.
  private static func quote(of story: Contribution, _ words: Catalogue) -> String? {
    let quote = story.text("quote")
    guard !quote.isEmpty else { return nil }
    return words("console.queue.quote", ["quote": quote, "number": String(story.number)])
  }
}
