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
    words: Catalogue, reader: Reader, isForPhone: Bool
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
      let found = try relation.targets(from: kind).map { try Self.candidates($0, by: relation, words, reader) }
      candidates = found.flatMap { $0.suffix(Self.candidateLimit) }
      if found.contains(where: { $0.count > Self.candidateLimit }) { hasMore = true }
    }
  }

  private static func candidates(
    _ target: LinkTarget, by relation: LinkRelation, _ words: Catalogue, _ reader: Reader
  ) throws -> [Candidate] {
    switch target {
    case .theme:
      try reader.themes().filter { $0.mergedInto == nil }
        .map { Candidate(id: $0.id.rawValue, kind: target.rawValue, label: $0.name) }
    case .contribution(let kind):
      // What an offer can meet is a request.
      try reader.shownContributions(kind).filter { relation != .meets || $0.pledgeKind == .request }
        .compactMap { shown in
          let label = relation == .quotes ? quote(of: shown, words) : shown.headline
          return label.map { Candidate(id: shown.id.rawValue, kind: target.rawValue, label: $0) }
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
