import Workshop

// The five questions that every traject answers (seed 001).

extension ReportBuilder {
  /// The answers to the five questions, each with where it comes from.
  func fiveQuestions() -> [Block] {
    [chapter("fiveQuestions"), sentence("questions.intro")]
      + [part(words["questions.strengths"], .discover)] + strengths()
      + [part(words["questions.practices"], .discover)] + practices()
      + [part(words["questions.workingElements"], .discover)] + workingElements()
      + [part(words["questions.engagement"], .destiny)] + engagement()
      + [part(words["questions.carried"], .destiny)] + carried()
  }

  private func strengths() -> [Block] {
    let core = day.themes.filter(\.isPositiveCore)
    if !core.isEmpty {
      return [sentence("questions.coreIntro"), .list(List(items: core.map(strength)))]
    }
    let liked = day.themes.filter { day.dots(of: $0) > 0 }.sorted(by: moreDots).prefix(5)
    if !liked.isEmpty {
      return [sentence("questions.dotsIntro"), .list(List(items: liked.map(strength)))]
    }
    let factors = mostGrounded(5)
    if !factors.isEmpty {
      return [sentence("questions.factorsIntro"), .list(List(items: factors.map(groundedFactor)))]
    }
    return [absence(of: "stippen")]
  }

  private func strength(_ theme: Theme) -> Text {
    let stories = day.members(of: theme, .story)
    let dots = day.dots(of: theme)
    var text: Text = [.strongTold(theme.name)]
    if dots > 0 { text.append(.faint(" · " + words("themes.dots", count: dots))) }
    if !stories.isEmpty { text += [.text(": ")] + references(Array(stories.prefix(6))) }
    if stories.count > 6 { text.append(.text(" " + words("andMore", count: stories.count - 6))) }
    return text
  }

  private func practices() -> [Block] {
    let stories = day.quotable(.story)
    guard !stories.isEmpty else { return [absence(of: "verhaal")] }
    let blocks: [String?] = day.framework.offered(.buildingBlocks).map(\.id) + [nil]
    let items: [Text] = blocks.compactMap { block in
      let told = stories.filter { $0.isOn(block) }
      guard !told.isEmpty else { return nil }
      let name = block.map { words.label($0, .buildingBlocks) } ?? words["stories.noBlock"]
      return [.strong(name), .text(": ")] + Text.joined(told.prefix(3).map(titled), by: "; ")
        + (told.count > 3 ? [.text("; " + words("andMore", count: told.count - 3))] : [])
    }
    return [.paragraph(.plain(words("questions.practicesIntro", count: stories.count))), .list(List(items: items))]
  }

  private func titled(_ story: Contribution) -> Text { [.told(story.headline)] + source(story) }

  private func workingElements() -> [Block] {
    let factors = mostGrounded(8)
    guard !factors.isEmpty else { return [absence(of: "succesfactor")] }
    return [sentence("questions.elementsIntro"), .list(List(items: factors.map(groundedFactor)))]
  }

  private func engagement() -> [Block] {
    var items: [Text] = []
    let organisations = day.participation.organisations
    if organisations > 0 { items.append(.plain(words("participation.organisations", count: organisations))) }
    let pledges = day.quotable(.pledge)
    for kind in day.framework.lists[.pledgeKinds] ?? [] {
      let own = pledges.filter { $0.text("pledgeKind") == kind.id }
      guard !own.isEmpty else { continue }
      items.append([.strong(words("questions.pledges.\(kind.id)", count: own.count)), .text(": ")] + references(own))
    }
    let leads = Set(day.quotable(.action).map { $0.text("lead") }.filter { !$0.isEmpty }).sorted()
    if !leads.isEmpty {
      items.append([.text(words["questions.leads"] + " ")] + Text.joined(leads.map { .told($0) }, by: " · "))
    }
    guard !items.isEmpty else { return [absence(of: "actie")] }
    let rest: [Block] = pledges.isEmpty && leads.isEmpty ? [absence(of: "actie")] : []
    return [.list(List(items: items))] + rest
  }

  private func carried() -> [Block] {
    let actions = day.quotable(.action)
    guard !actions.isEmpty else {
      let proposals = day.quotable(.proposal)
      guard !proposals.isEmpty else { return [absence(of: "actie")] }
      return [
        absence(of: "actie"),
        .paragraph([.text(words["questions.proposalsInstead"] + " ")] + references(proposals) + [.text(".")]),
      ]
    }
    return [sentence("questions.actionsIntro"), .list(List(items: actions.map(carriedAction)))]
  }

  private func carriedAction(_ action: Contribution) -> Text {
    var text: Text = [.strongTold(action.headline), .text(" · "), .told(action.text("lead"))]
    text += source(action)
    for proposal in day.targets(of: action.id, .followsFrom, .proposal) {
      let spread = day.spread(of: proposal)
      text += [.text(" " + words["actions.from"] + " "), words.reference(proposal)]
      if spread.total > 0 { text.append(.faint(" · " + spreadInWords(spread))) }
    }
    return text
  }

  /// "12 ja, 4 ja, maar …, 2 nee".
  func spreadInWords(_ spread: StanceSpread) -> String {
    StancePosition.allCases.map { words("gallery.count.\($0.rawValue)", count: spread.counts[$0] ?? 0) }
      .joined(separator: ", ")
  }

  func moreDots(_ left: Theme, _ right: Theme) -> Bool { day.dots(of: left) > day.dots(of: right) }

  /// The factors that rest on most stories; among equals the first told.
  func mostGrounded(_ limit: Int) -> [Contribution] {
    let weighed = day.quotable(.successFactor).map { ($0, day.targetCount(of: $0.id, .restsOn, .story)) }
    return weighed.sorted { ($1.1, $0.0.number) < ($0.1, $1.0.number) }.prefix(limit).map(\.0)
  }

  /// A factor with the stories it rests on.
  func groundedFactor(_ factor: Contribution) -> Text {
    let stories = day.targets(of: factor.id, .restsOn, .story)
    let silent = day.targetCount(of: factor.id, .restsOn, .story) - stories.count
    var text = Text.told(factor.headline) + source(factor)
    if let quote = day.quote(of: factor) { text += [.text(" “"), .told(quote), .text("”")] }
    if !stories.isEmpty { text += [.text(" " + words["factors.restsOn"] + " ")] + references(stories) }
    if silent > 0 { text.append(.faint(" " + words("factors.silent", count: silent))) }
    return text
  }
}
