import Workshop

extension ReportBuilder {
  /// The proposals with their checks: whom they reach, proportionality, the 5 B's; then the signals.
  func proposals() -> [Block] {
    let proposals = day.quotable(.proposal)
    guard !proposals.isEmpty else { return [chapter("proposals", .design), absence(of: "voorstel")] }
    return [chapter("proposals", .design), sentence("proposals.intro"), part(words["proposals.each"], .design)]
      + proposals.flatMap(proposal) + countedOnly(.proposal) + proposalGaps(proposals) + signals(proposals)
  }

  private func proposal(_ proposal: Contribution) -> [Block] {
    let fields: [FieldID] = [
      "buildingBlock", "forWhom", "whatChanges", "forEveryone", "moreWhereNeeded", "withoutStigma", "notReached",
      "level",
      "neighbourhoods", "ages", "restsOn", "checklist",
    ]
    let criteria = proposal.assessment("criteria")
    return [
      part(words("proposals.number", ["number": String(proposal.number)]), level: 3, .design),
      .quote(Quote(text: .told(proposal.headline), source: source(proposal).trimmed)),
      .keyValues(fields.compactMap { answer($0, of: proposal) }),
    ] + (criteria.isEmpty ? [] : [.table(criteriaTable(criteria))])
  }

  private func criteriaTable(_ answers: [String: CriterionAnswer]) -> Table {
    Table(
      header: [words["proposals.criterion"], words["proposals.answer"], words["proposals.notForWhom"]],
      rows: (day.framework.lists[.accessibilityCriteria] ?? []).compactMap { criterion in
        answers[criterion.id].map { answer in
          [
            .init(.plain(words.label(criterion.id, .accessibilityCriteria))),
            .init(
              .plain(words.label(answer.answer, .criterionAnswers)), tone: answer.answer == "ja" ? .filled : .plain),
            .init(answer.notForWhom.isEmpty ? .plain(words["none"]) : .told(answer.notForWhom)),
          ]
        }
      }, caption: words["proposals.criteriaCaption"], widths: [3, 2, 6])
  }

  /// Which building blocks have no proposal, and how often proportionality was thought through.
  private func proposalGaps(_ proposals: [Contribution]) -> [Block] {
    let empty = day.framework.offered(.buildingBlocks).filter { block in !proposals.contains { $0.isOn(block.id) } }
    var blocks: [Block] = []
    if !empty.isEmpty {
      let names = words.enumeration(empty.map { words.label($0.id, .buildingBlocks) })
      blocks.append(.note(Note(.attention, .plain(words("proposals.blocksWithout", ["names": names])))))
    }
    let proportional = proposals.count { !$0.text("forEveryone").isEmpty && !$0.text("moreWhereNeeded").isEmpty }
    blocks.append(
      .paragraph(
        .plain(
          words(
            "proposals.proportionality",
            ["part": words.number(proportional), "whole": words.counted(.proposal, proposals.count)]))))
    return blocks
  }

  /// What the network cannot solve, with whom it should be said to (seed 004).
  private func signals(_ proposals: [Contribution]) -> [Block] {
    let items = SignalList(words: words).items(of: proposals)
    return [part(words["signals.title"], .design)]
      + (items.isEmpty ? [sentence("signals.none")] : [sentence("signals.intro"), .list(List(items: items))])
  }
}

/// Signals as list items, for report and follow-up alike.
struct SignalList: Sendable {
  let words: DocumentWords

  /// The signals in proposals, each with its addressee and where it comes from.
  func items(of proposals: [Contribution]) -> [Text] {
    proposals.filter { !$0.text("signal").isEmpty }.map { proposal in
      let addressee = proposal.text("signalAddressee")
      let to: Text =
        addressee.isEmpty ? .plain(words["signals.noAddressee"]) : [.text(words["signals.to"] + " "), .told(addressee)]
      return .told(proposal.text("signal")) + [.text(" · ")] + to + [
        .text(" ("), words.reference(proposal), .text(")"),
      ]
    }
  }
}

extension Text {
  /// Without the space that sets a source apart from what stands before it.
  var trimmed: Text {
    guard case .text(let first)? = first, first.hasPrefix(" ") else { return self }
    return [.text(String(first.dropFirst()))] + dropFirst()
  }
}
