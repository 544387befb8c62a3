import Workshop

extension ReportBuilder {
  /// Building block by group, heard or not heard yet: what is empty is the news.
  func coverage() -> [Block] {
    guard day.told(.story) > 0 else { return [chapter("coverage", .discover), absence(of: "verhaal")] }
    let groups = day.framework.offered(.stakeholderGroups).map(\.id).filter(day.coverage.groups.contains)
    let rows = day.framework.offered(.buildingBlocks).map { block in
      [Table.Cell([.strong(words.label(block.id, .buildingBlocks))]), cell(day.coverage.heard.contains(block.id))]
        + groups.map { cell(day.coverage.isHeard(block.id, from: $0)) }
    }
    let table = Table(
      header: [words["coverage.block"], words["coverage.room"]] + groups.map { words.label($0, .stakeholderGroups) },
      rows: rows, caption: words["coverage.caption"], widths: [3, 2] + groups.map { _ in 2 })
    return [chapter("coverage", .discover), sentence("coverage.intro"), .table(table)] + silences() + notReached()
  }

  private func cell(_ isHeard: Bool?) -> Table.Cell {
    guard let isHeard else { return .init(.plain(words["coverage.untold"]), tone: .blank) }
    return isHeard
      ? .init(.plain(words["coverage.heard"]), tone: .filled) : .init(.plain(words["coverage.notHeard"]), tone: .empty)
  }

  private func silences() -> [Block] {
    let silences = day.coverage.silences(
      blocks: day.framework.offered(.buildingBlocks).map(\.id),
      groups: day.framework.offered(.stakeholderGroups).map(\.id))
    let blocks = silences.compactMap {
      if case .block(let block) = $0 { words.label(block, .buildingBlocks) } else { nil }
    }
    let groups = silences.compactMap {
      if case .group(let group) = $0 { words.label(group, .stakeholderGroups) } else { nil }
    }
    let lines = [("coverage.silentBlocks", blocks), ("coverage.silentGroups", groups)].filter { !$0.1.isEmpty }
    return lines.map { key, names in
      .note(Note(.attention, .plain(words(key, ["names": words.enumeration(names)]))))
    }
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
