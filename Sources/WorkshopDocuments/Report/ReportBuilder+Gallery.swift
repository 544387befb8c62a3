import Workshop

extension ReportBuilder {
  /// How stances spread, why, and where the room disagrees; nobody's side is named where few hold it.
  func gallery() -> [Block] {
    let proposals = day.quotable(.proposal)
    let judged = proposals.filter { day.spread(of: $0).total > 0 }
    let reasons = reasons(proposals)
    guard !judged.isEmpty || !reasons.isEmpty else { return [chapter("gallery", .design), absence(of: "galerij")] }
    let spread = judged.isEmpty ? [] : [.chart(spreadChart(judged))] + tensions(judged) + byGroup(judged)
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

  private func tensions(_ proposals: [Contribution]) -> [Block] {
    let divided = proposals.filter { Tension(day.spread(of: $0)) != nil }
    guard !divided.isEmpty else { return [part(words["gallery.tensions"], .design), sentence("gallery.noTensions")] }
    return [part(words["gallery.tensions"], .design), sentence("gallery.tensionsIntro")] + divided.map(tension)
  }

  private func tension(_ proposal: Contribution) -> Block {
    let spread = day.spread(of: proposal)
    let key = Tension(spread).map { "gallery.tension.\($0.rawValue)" } ?? "gallery.noTensions"
    return .note(
      Note(
        .attention,
        .told(proposal.headline) + source(proposal)
          + [.text(" — " + words(key, ["spread": spreadInWords(spread)]))]))
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

/// How a room disagrees on a proposal.
enum Tension: String, Sendable {
  /// At least a quarter says no.
  case divided
  /// Some say no, fewer than a quarter: a minority that is heard all the same.
  case minority
  /// Nobody says no, and at least a third has a condition.
  case conditions

  /// Returns nil where the room agrees.
  init?(_ spread: StanceSpread) {
    let no = spread.counts[.no] ?? 0
    let yesBut = spread.counts[.yesBut] ?? 0
    if no * 4 >= spread.total, no > 0 {
      self = .divided
    } else if no > 0 {
      self = .minority
    } else if yesBut * 3 >= spread.total, yesBut > 0 {
      self = .conditions
    } else {
      return nil
    }
  }
}
