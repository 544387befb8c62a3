import Workshop

extension ReportBuilder {
  /// Who took part, as totals; a small group is named without a number.
  func participation() -> [Block] {
    let part = day.participation
    guard part.devices > 0 else {
      return [chapter("participation"), .note(Note(.absence, .plain(words["participation.none"])))]
    }
    var blocks: [Block] = [chapter("participation"), .paragraph(.plain(summary(of: part)))]
    if !part.byGroup.isEmpty { blocks += groupTable(part) }
    return blocks + routes()
  }

  private func summary(of part: Participation) -> String {
    var sentences = [words("participation.total", count: part.devices)]
    if part.organisations > 0 {
      sentences.append(words("participation.organisations", count: part.organisations))
    }
    if part.tables > 0 { sentences.append(words("participation.tables", count: part.tables)) }
    return sentences.joined(separator: " ")
  }

  private func groupTable(_ part: Participation) -> [Block] {
    let counts = GroupCounts(part.byGroup, total: part.devices)
    let rows = (day.framework.lists[.stakeholderGroups] ?? []).map { group -> [Table.Cell] in
      let number = counts.shown[group.id].map { words.number($0) } ?? words["participation.hidden"]
      return [.init(.plain(words.label(group.id, .stakeholderGroups))), .init(.plain(number))]
    }
    let table = Table(
      header: [words["participation.group"], words["participation.count"]], rows: rows,
      caption: words["participation.caption"], widths: [3, 2])
    let explanation = words("participation.explanation", ["threshold": String(SmallGroup.inExports)])
    return [.table(table)] + (counts.hidesSome ? [.note(Note(.information, .plain(explanation)))] : [])
  }

  /// How contributions came in: all ways count the same.
  private func routes() -> [Block] {
    let byRoute = Dictionary(grouping: day.quotable, by: \.origin.route)
    guard !day.quotable.isEmpty else { return [] }
    let rows = EntryRoute.allCases.compactMap { route in
      byRoute[route].map {
        [Table.Cell(.plain(words.catalogue["routes.\(route.rawValue)"])), .init(.plain(words.number($0.count)))]
      }
    }
    return [
      .table(
        Table(
          header: [words["participation.route"], words["participation.contributions"]], rows: rows,
          caption: words["participation.routeCaption"], widths: [3, 2]))
    ]
  }
}
