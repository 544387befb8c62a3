/// A document as plain values: what it says, without how it looks.
///
/// One model for web page, PDF and Word, so that all three say the same.
struct Document: Hashable, Sendable, Encodable {
  /// The title on the first page.
  var title: String
  /// What stands under the title, for example the house.
  var subtitle: String
  /// The language of our own words in it.
  var language: String
  /// The house it is about, for the head of each page.
  var house: String
  /// The date of the day, as people read it.
  var date: String
  /// What has to stand on every page, for example that this was a rehearsal; nil where nothing has.
  var notice: String?
  /// What the title page tells at a glance.
  var facts: [KeyValue]
  /// The renderers' own words, by key: "Inhoud", "Bladzijde" and the like.
  var labels: [String: String]
  /// Whether it is a page or two: then it has no page for its title and no contents.
  var isBrief: Bool
  /// The content, in reading order.
  var blocks: [Block]

  /// Makes a document.
  init(
    title: String, subtitle: String, language: String, house: String, date: String, notice: String? = nil,
    facts: [KeyValue] = [], labels: [String: String] = [:], isBrief: Bool = false, blocks: [Block]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.house = house
    self.date = date
    self.notice = notice
    self.facts = facts
    self.labels = labels
    self.isBrief = isBrief
    self.blocks = blocks
  }

  /// The numbers of the entries it holds: a reference to any other one is written as plain text.
  var entryNumbers: Set<Int64> {
    Set(
      blocks.compactMap { block in
        if case .entry(let entry) = block { entry.number } else { nil }
      })
  }

  /// The photos in it, in order.
  var photos: [Photo] {
    blocks.flatMap { block -> [Photo] in
      switch block {
      case .photo(let photo): [photo]
      case .entry(let entry): entry.photo.map { [$0] } ?? []
      default: []
      }
    }
  }
}
