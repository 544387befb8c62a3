import Workshop

extension ReportBuilder {
  /// What made it work, table by table.
  func successFactors() -> [Block] {
    let factors = mostGrounded(.max)
    guard !factors.isEmpty else { return [chapter("factors", .discover), absence(of: "succesfactor")] }
    return [
      chapter("factors", .discover), sentence("factors.intro"), .list(List(items: factors.map(groundedFactor))),
    ]
  }

  /// The theme map with its dots, and the positive core the room named.
  func themes() -> [Block] {
    let themes = day.themes.sorted(by: moreDots)
    guard !themes.isEmpty else { return [chapter("themes", .discover), absence(of: "stippen")] }
    return [chapter("themes", .discover), sentence("themes.intro")] + dots(themes) + [.table(themeTable(themes))]
      + blocksWithout(themes)
      + core(themes)
  }

  private func dots(_ themes: [Theme]) -> [Block] {
    guard day.dotCount > 0 else { return [absence(of: "stippen")] }
    let total = words("themes.dots", count: day.dotCount)
    let first = themes.first.map {
      words("themes.most", ["theme": $0.name, "dots": words("themes.dots", count: day.dots(of: $0))])
    }
    return [
      .chart(
        BarChart(
          series: [words["themes.dotsHeader"]],
          bars: themes.filter { day.dots(of: $0) > 0 }.map { .init(label: .told($0.name), values: [day.dots(of: $0)]) },
          phase: Phase.discover.rawValue, caption: words("themes.caption", ["total": total]),
          alternative: first ?? total, labelHeader: words["themes.header"]))
    ]
  }

  private func themeTable(_ themes: [Theme]) -> Table {
    Table(
      header: [
        words["themes.header"], words["themes.block"], words["themes.restsOn"], words["themes.dotsHeader"],
        words["themes.core"],
      ],
      rows: themes.map { theme in
        let members = day.members(of: theme, .story) + day.members(of: theme, .successFactor)
        return [
          .init([.strongTold(theme.name)]),
          .init(.plain(theme.buildingBlock.map { words.label($0, .buildingBlocks) } ?? words["none"])),
          .init(members.isEmpty ? .plain(words["none"]) : references(members)),
          .init(.plain(words.number(day.dots(of: theme)))),
          .init(.plain(words[theme.isPositiveCore ? "yes" : "no"]), tone: theme.isPositiveCore ? .filled : .plain),
        ]
      }, caption: words["themes.tableCaption"], widths: [6, 4, 6, 2, 2])
  }

  /// Building blocks without a theme stay visible.
  private func blocksWithout(_ themes: [Theme]) -> [Block] {
    let empty = day.framework.offered(.buildingBlocks).filter { block in
      !themes.contains { $0.buildingBlock == block.id }
    }
    guard !empty.isEmpty else { return [] }
    let names = words.enumeration(empty.map { words.label($0.id, .buildingBlocks) })
    return [.note(Note(.attention, .plain(words("themes.blocksWithout", ["names": names]))))]
  }

  private func core(_ themes: [Theme]) -> [Block] {
    let core = themes.filter(\.isPositiveCore)
    guard !core.isEmpty else { return [sentence("themes.noCore")] }
    return [
      part(words["themes.coreTitle"], .discover), sentence("themes.coreIntro"),
      .list(List(items: core.map { [.strongTold($0.name)] })),
    ]
  }
}
