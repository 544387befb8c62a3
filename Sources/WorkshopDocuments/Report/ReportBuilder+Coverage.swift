import Workshop

extension ReportBuilder {
  /// Building block by group, heard or not heard yet: what is empty is the news.
  func coverage() -> [Block] {
    guard day.told(.story) > 0 else { return [chapter("coverage", .discover), absence(of: "verhaal")] }
    let groups = day.framework.offered(.stakeholderGroups).map(\.id)
    let rows = day.framework.offered(.buildingBlocks).map { block in
      [Table.Cell([.strong(words.label(block.id, .buildingBlocks))])] + groups.map { heard(block.id, $0) }
    }
    let table = Table(
      header: [words["coverage.block"]] + groups.map { words.label($0, .stakeholderGroups) }, rows: rows,
      caption: words["coverage.caption"], widths: [3] + groups.map { _ in 2 })
    return [chapter("coverage", .discover), sentence("coverage.intro"), .table(table)] + silences(groups) + notReached()
  }

  private func heard(_ block: String, _ group: String) -> Table.Cell {
    day.isHeard(block, from: group)
      ? .init(.plain(words["coverage.heard"]), tone: .filled) : .init(.plain(words["coverage.notHeard"]), tone: .empty)
  }

  private func silences(_ groups: [String]) -> [Block] {
    let blocks = day.framework.offered(.buildingBlocks).map(\.id)
    let silentBlocks = blocks.filter { day.toldStories(on: $0) == 0 }
    let silentGroups = groups.filter { group in !blocks.contains { day.isHeard($0, from: group) } }
    var lines: [Text] = []
    if !silentBlocks.isEmpty {
      lines.append(
        .plain(
          words(
            "coverage.silentBlocks", ["names": words.enumeration(silentBlocks.map { words.label($0, .buildingBlocks) })]
          )))
    }
    if !silentGroups.isEmpty {
      lines.append(
        .plain(
          words(
            "coverage.silentGroups",
            ["names": words.enumeration(silentGroups.map { words.label($0, .stakeholderGroups) })])))
    }
    return lines.map { .note(Note(.attention, $0)) }
  }

  /// Who was not there yet, in the tellers' own words (seed 004: who do we reach and who not).
  private func notReached() -> [Block] {
    let stories = day.quotable(.story).filter { !$0.text("notReachedYet").isEmpty }
    guard !stories.isEmpty else { return [] }
    return [
      part(words["coverage.notReached"], .discover),
      .list(List(items: stories.map { .told($0.text("notReachedYet")) + source($0) })),
    ]
  }
}
