import Workshop

extension ReportBuilder {
  /// The coordination role scan (seed 004): counts and what there is to talk about, without a verdict.
  ///
  /// No chapter where there was no scan: most days have none, and an empty one would ask for it.
  func scan() -> [Block] {
    guard day.wasScanned else { return [] }
    let threshold = ["threshold": String(SmallGroup.inExports)]
    let rows = ScanQuestion.allCases.flatMap(rows)
    let counts: [Block] =
      rows.isEmpty
      ? [.note(Note(.absence, .plain(words("scan.few", threshold))))]
      : [
        .table(
          Table(
            header: ["question", "answer", "count"].map { words["scan.\($0)"] }, rows: rows,
            caption: words("scan.caption", threshold), widths: [5, 6, 2]))
      ] + talkingPoints()
    return [chapter("scan", .design), sentence("scan.intro")] + counts
      + [.note(Note(.information, .plain(words.catalogue["scan.about"])))]
  }

  private func rows(_ question: ScanQuestion) -> [[Table.Cell]] {
    guard let counts = day.scan.spread(of: question, threshold: SmallGroup.inExports) else { return [] }
    return zip(question.answers, counts).enumerated().map { place, answer in
      [
        Table.Cell(.plain(place == 0 ? label(question) : "")),
        .init(.plain(words.catalogue["scan.questions.\(question.rawValue).\(answer.0)"])),
        .init(.plain(words.number(answer.1))),
      ]
    }
  }

  private func talkingPoints() -> [Block] {
    let items = ScanQuestion.allCases.compactMap { question -> Text? in
      day.scan.talkingPoint(on: question, threshold: SmallGroup.inExports).map { talk in
        [.strong(label(question)), .text(" " + words.catalogue["scan.talk.\(talk.rawValue)"])]
      }
    }
    return [part(words["scan.talk"], .design), .list(List(items: items))]
  }

  private func label(_ question: ScanQuestion) -> String {
    words.catalogue["scan.questions.\(question.rawValue).label"]
  }
}
