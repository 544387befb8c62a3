import Workshop

extension ReportBuilder {
  /// How many stories of a building block are shown with their quote before the rest is only pointed to.
  private static let shownPerBlock = 12

  /// The stories per building block: quoted where that is allowed, counted where it is not; then the worries.
  func stories() -> [Block] {
    guard day.told(.story) > 0 else { return [chapter("stories", .discover), absence(of: "verhaal")] }
    let blocks: [String?] = day.framework.offered(.buildingBlocks).map(\.id) + [nil]
    return [chapter("stories", .discover), sentence("stories.intro")] + voices(.story) + blocks.flatMap(storiesOn)
      + worries()
  }

  private func storiesOn(_ block: String?) -> [Block] {
    let told = day.toldStories(on: block)
    if block == nil, told == 0 { return [] }
    let quotable = day.quotable(.story).filter { $0.isOn(block) }
    let name = block.map { words.label($0, .buildingBlocks) } ?? words["stories.noBlock"]
    var blocks = [part(name, .discover)]
    if let block, let description = day.framework.description(of: block, in: .buildingBlocks, words: words.catalogue) {
      blocks.append(.paragraph([.faint(description)]))
    }
    guard told > 0 else {
      return blocks + [.note(Note(.absence, .plain(words("stories.noneOnBlock", ["block": name]))))]
    }
    blocks.append(.paragraph(.plain(counted(told, quotable.count))))
    blocks += quotable.prefix(Self.shownPerBlock).map { .quote(Quote(text: excerpt($0), source: attribution($0))) }
    let rest = Array(quotable.dropFirst(Self.shownPerBlock))
    if !rest.isEmpty {
      blocks.append(
        .paragraph([.text(words("stories.rest", count: rest.count) + " ")] + references(rest) + [.text(".")]))
    }
    return blocks
  }

  private func counted(_ told: Int, _ quotable: Int) -> String {
    let total = words("stories.told", count: told)
    return told == quotable ? total : total + " " + words("stories.countedOnly", count: told - quotable)
  }

  /// The sentence to remember, or else the beginning of what helped; of a child's story what happened.
  private func excerpt(_ story: Contribution) -> Text {
    let quote = story.text("quote")
    let answer = story.text("whatHelped").isEmpty ? story.text("whatHappened") : story.text("whatHelped")
    return .told(quote.isEmpty ? Excerpt.of(answer, limit: 280) : quote)
  }

  private func attribution(_ story: Contribution) -> Text { [.strongTold(story.headline)] + source(story) }

  /// Worries are never thrown away: a method that looks for what works must keep them in sight.
  private func worries() -> [Block] {
    let worried = day.quotable(.story).filter { !$0.text("worry").isEmpty }
    guard !worried.isEmpty else { return [part(words["stories.worries"], .discover), sentence("stories.noWorries")] }
    return [part(words["stories.worries"], .discover), sentence("stories.worriesIntro")]
      + worried.map { .note(Note(.attention, .told($0.text("worry")) + source($0))) }
  }
}
