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
      "neighbourhoods", "ages", "level", "lifeDomains", "inclusion", "restsOn", "checklist",
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

  /// What the network cannot solve, by whom it should be said to (seed 004).
  private func signals(_ proposals: [Contribution]) -> [Block] {
    let lists = SignalList(words: words).byAddressee(proposals)
    return [part(words["signals.title"], .design)]
      + (lists.isEmpty ? [sentence("signals.none")] : [sentence("signals.intro")] + lists)
  }
}

/// Signals by addressee, for report and follow-up alike.
struct SignalList: Sendable {
  let words: DocumentWords

  /// A heading and a list for each addressee, in the order they were first named; those without one come last.
  func byAddressee(_ proposals: [Contribution]) -> [Block] {
    let told = proposals.filter { !$0.text("signal").isEmpty }
    let addressees = told.map(key).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return (addressees.filter { !$0.isEmpty } + addressees.filter(\.isEmpty)).flatMap { addressee -> [Block] in
      let own = told.filter { key($0) == addressee }
      let items = own.map { .told($0.text("signal")) + [.text(" ("), words.reference($0), .text(")")] }
      return [.paragraph(title(own.first)), .list(List(items: items))]
    }
  }

  private func title(_ first: Contribution?) -> Text {
    let name = first?.text("signalAddressee") ?? ""
    return name.isEmpty ? [.strong(words["signals.toNobody"])] : [.text(words["signals.to"] + " "), .told(name)]
  }

  /// People write one name with and without a capital.
  private func key(_ proposal: Contribution) -> String { proposal.text("signalAddressee").lowercased() }
}

extension Text {
  /// Without the space that sets a source apart from what stands before it.
  var trimmed: Text {
    guard case .text(let first)? = first, first.hasPrefix(" ") else { return self }
    return [.text(String(first.dropFirst()))] + dropFirst()
  }
}
