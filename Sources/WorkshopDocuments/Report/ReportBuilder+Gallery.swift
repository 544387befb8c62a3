import Workshop

extension ReportBuilder {
  /// How stances spread, why, and where the room disagrees; nobody's side is named where few hold it.
  func gallery() -> [Block] {
    let proposals = day.quotable(.proposal)
    let judged = proposals.filter { day.spread(of: $0).total > 0 }
    let reasons = reasons(proposals)
    guard !judged.isEmpty || !reasons.isEmpty else { return [chapter("gallery", .design), absence(of: "galerij")] }
    let spread = judged.isEmpty ? [] : [.chart(spreadChart(judged))] + standings(judged) + byGroup(judged)
    return [chapter("gallery", .design), sentence("gallery.intro")] + spread + reasons
  }

  private func spreadChart(_ proposals: [Contribution]) -> BarChart {
    BarChart(
      series: StancePosition.allCases.map { words.catalogue["positions.\($0.rawValue)"] },
      bars: proposals.map { proposal in
        let counts = day.spread(of: proposal).counts
        return .init(label: [words.reference(proposal)], values: StancePosition.allCases.map { counts[$0] ?? 0 })
      },
      phase: Phase.design.rawValue, caption: words["gallery.caption"],
      alternative: proposals.map { proposal in
        words(
          "gallery.inWords", ["number": String(proposal.number), "spread": spreadInWords(day.spread(of: proposal))])
      }.joined(separator: " "),
      labelHeader: words["gallery.proposal"])
  }

  /// Where the room stands, in the same words as on the screen and on the console.
  private func standings(_ proposals: [Contribution]) -> [Block] {
    let carried = proposals.filter { agreement(on: $0) == .carried }
    let tense = proposals.filter { agreement(on: $0).isTension }
    let undecided = proposals.filter { agreement(on: $0) == .undecided }
    return [part(words["gallery.carried"], .design)]
      + (carried.isEmpty
        ? [sentence("gallery.noneCarried")]
        : [sentence("gallery.carriedIntro"), .list(List(items: carried.map(standing)))])
      + [part(words["gallery.tensions"], .design)]
      + (tense.isEmpty
        ? [sentence("gallery.noTensions")]
        : [sentence("gallery.tensionsIntro")] + tense.map { .note(Note(.attention, standing($0))) })
      + (undecided.isEmpty
        ? []
        : [
          .paragraph(
            [.text(words["gallery.undecided"] + " ")] + references(undecided) + [.text(".")])
        ])
      + [.note(Note(.information, .plain(words["gallery.measure"])))]
  }

  private func agreement(on proposal: Contribution) -> Agreement { day.spread(of: proposal).agreement }

  private func standing(_ proposal: Contribution) -> Text {
    let spread = day.spread(of: proposal)
    let name = words.catalogue["agreements.\(spread.agreement.rawValue).name"]
    return .told(proposal.headline) + source(proposal) + [.text(" — \(name): \(spreadInWords(spread)).")]
  }

  /// Only where each group shown, and everybody else, is large enough.
  private func byGroup(_ proposals: [Contribution]) -> [Block] {
    let rows = proposals.flatMap { proposal -> [[Table.Cell]] in
      let shown = day.spread(of: proposal).byGroup
      return (day.framework.lists[.stakeholderGroups] ?? []).compactMap { group in
        shown[group.id].map { counts in
          [Table.Cell([words.reference(proposal)]), .init(.plain(words.label(group.id, .stakeholderGroups)))]
            + StancePosition.allCases.map { .init(.plain(words.number(counts[$0] ?? 0))) }
        }
      }
    }
    guard !rows.isEmpty else {
      return [.note(Note(.information, .plain(words("gallery.noGroups", ["threshold": String(SmallGroup.inExports)]))))]
    }
    return [
      .table(
        Table(
          header: [words["gallery.proposal"], words["participation.group"]]
            + StancePosition.allCases.map { words.catalogue["positions.\($0.rawValue)"] },
          rows: rows, caption: words("gallery.groupCaption", ["threshold": String(SmallGroup.inExports)]),
          widths: [3, 4, 2, 2, 2]))
    ]
  }

  private func reasons(_ proposals: [Contribution]) -> [Block] {
    let given = proposals.map { ($0, day.sources(of: $0.id.rawValue, .reasonFor, .stanceReason)) }.filter {
      !$0.1.isEmpty
    }
    guard !given.isEmpty else { return [] }
    return [part(words["gallery.reasons"], .design)]
      + given.flatMap { proposal, reasons -> [Block] in
        [
          .paragraph([
            .strong(words("gallery.on", ["number": String(proposal.number)])), .text(" "), .told(proposal.headline),
          ]),
          .list(List(items: reasons.map { .told($0.headline) + source($0) })),
        ]
      }
  }
}
