import Workshop

extension ReportBuilder {
  /// The actions, the pledges, and the requests nobody answers yet.
  func actions() -> [Block] {
    let actions = day.quotable(.action)
    let pledges = day.quotable(.pledge)
    guard !actions.isEmpty || !pledges.isEmpty else {
      return [chapter("actions", .destiny)] + (day.isHandedOver ? handOver("report") : [absence(of: "actie")])
        + countedOnly(.action) + countedOnly(.pledge)
    }
    var blocks = [chapter("actions", .destiny)] + (day.isHandedOver ? handOver("begun") : [])
    blocks += actions.isEmpty ? [absence(of: "actie")] : [sentence("actions.intro"), .table(actionTable(actions))]
    blocks += countedOnly(.action)
    let matching = PledgeMatching(day: day)
    if !pledges.isEmpty {
      blocks += [
        part(words["pledges.title"], .destiny), sentence("pledges.intro"), .list(List(items: pledges.map(pledge))),
      ]
    }
    if !matching.matches.isEmpty {
      blocks += [part(words["pledges.matched"], .destiny), .list(List(items: matching.matches.map(match)))]
    }
    blocks += [part(words["pledges.open"], .destiny)]
    let open = matching.openRequests
    blocks +=
      open.isEmpty
      ? [sentence("pledges.noneOpen")] : [sentence("pledges.openIntro"), .list(List(items: open.map(pledge)))]
    return blocks + countedOnly(.pledge)
  }

  private func team(of action: Contribution) -> Text {
    day.backing[action.id].map { [.lineEnd, .faint(words("actions.joined", count: $0))] } ?? []
  }

  private func actionTable(_ actions: [Contribution]) -> Table {
    Table(
      header: [
        words["actions.what"], words["actions.lead"], words["actions.firstStep"],
        words["actions.from"].capitalizedFirst,
      ],
      rows: actions.map { action in
        let date = CalendarDate(action.text("firstStepDate")).map { words.short($0) + ": " } ?? ""
        let origins = day.targets(of: action.id, .followsFrom, .proposal)
        return [
          .init([.strongTold(action.headline)] + source(action) + team(of: action)), .init(.told(action.text("lead"))),
          .init([.strong(date), .told(action.text("firstStep"))]),
          .init(origins.isEmpty ? .plain(words["none"]) : references(origins)),
        ]
      }, caption: words["actions.caption"], widths: [5, 3, 5, 3])
  }

  /// That the room left Doen to the ontwerpteam, and what it takes along.
  private func handOver(_ told: String) -> [Block] {
    let carried = day.proposalsToCarryOn
    return [.note(Note(.attention, .plain(words["handOver.\(told)"])))]
      + (carried.isEmpty
        ? [] : [sentence("handOver.proposals"), .list(List(items: carried.map { [.told($0.headline)] + source($0) }))])
  }

  private func match(_ request: Contribution, _ offers: [Contribution]) -> Text {
    pledge(request) + [.text(" ← ")] + Text.joined(offers.map(pledge), by: "; ")
  }

  private func pledge(_ pledge: Contribution) -> Text {
    PledgeText(words: words, day: day).text(of: pledge)
  }
}

extension String {
  /// With its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
