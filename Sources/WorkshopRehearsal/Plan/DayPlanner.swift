public import Workshop

/// Plans a day from the sample content for so many phones.
public struct DayPlanner {
  private let content: SampleContent
  private let phoneCount: Int
  private let date: CalendarDate
  var random: SplitMix64
  /// The ids of what a key stands for: the text itself, then its variations.
  private var ids: [String: [String]] = [:]

  /// Plans for at least one phone on a date.
  public init(_ content: SampleContent, phones: Int, seed: UInt64, date: CalendarDate) {
    (self.content, phoneCount, self.date) = (content, max(1, phones), date)
    random = SplitMix64(seed: seed)
  }

  /// The day.
  public mutating func plan() -> DayPlan {
    let phones = (0..<phoneCount).map { phone($0) }
    let themes: [(SampleTheme, ThemeID)] = content.themes.map { ($0, random.uuid()) }
    for (theme, id) in themes { ids[theme.key] = [id.rawValue] }
    var contributions: [ContributionKind: [PlannedContribution]] = [:]
    // In the order of the day, since each kind points to what came before it.
    for kind in ContributionKind.allCases { contributions[kind] = planned(kind, phones) }
    return DayPlan(
      phones: phones, contributions: contributions, themes: themes.map { planned($0.0, $0.1) },
      dots: dots(phones, themes), stances: stances(phones, contributions[.proposal] ?? []), choices: choices(phones),
      scan: scan(phones), backings: backings(phones, contributions))
  }

  private var tableCount: Int { (phoneCount + 6) / 7 }

  private mutating func phone(_ index: Int) -> PlannedPhone {
    // A duo shares a phone, a table sometimes too.
    let size = 1 + Int.random(in: 0..<3, using: &random)
    let people = (0..<size).map { _ in random.choose(content.people.groups).map { [$0] } ?? [] }
    let names = people.first?.first.flatMap { content.people.organisations[$0] } ?? []
    let language: Language = random.once(in: 12) ? (random.once(in: 2) ? .french : .arabic) : .dutch
    return PlannedPhone(
      index: index, people: people, language: language,
      organisation: names.isEmpty ? "" : names[Int.random(in: 0..<names.count, using: &random)],
      table: String(index / 7 + 1), badge: String(index + 1), joinsByCode: index % 10 == 3)
  }

  // MARK: Contributions

  private mutating func planned(_ kind: ContributionKind, _ phones: [PlannedPhone]) -> [PlannedContribution] {
    let samples = content.contributions[kind] ?? []
    guard !samples.isEmpty else { return [] }
    return (0..<max(samples.count, wanted(kind))).map { index in
      let (sample, round) = (samples[index % samples.count], index / samples.count)
      let planned = planned(sample, kind, index: index, round: round, phone: phones[index % phones.count])
      ids[sample.key, default: []].append(planned.id.rawValue)
      return planned
    }
  }

  /// As many as a real room of that size gives: some kinds come from each phone, others from each table.
  private func wanted(_ kind: ContributionKind) -> Int {
    switch kind {
    case .story, .evaluation: phoneCount
    case .successFactor: tableCount * 2
    case .dream: tableCount
    case .proposal: min(12, tableCount)
    case .stanceReason: phoneCount / 5
    case .action: min(14, tableCount)
    case .pledge: phoneCount / 6
    }
  }

  private mutating func planned(
    _ sample: SampleContribution, _ kind: ContributionKind, index: Int, round: Int, phone: PlannedPhone
  ) -> PlannedContribution {
    let form = FormDefinition.of(kind)
    var body = content.variations.vary(sample.body, of: kind, index: index, round: round)
    for field in form.fields {
      if let value = body[field.id] { body[field.id] = resolved(value, field, round: round) }
    }
    let step = StepDefinition.shipped.first { $0.form(for: kind) != nil }?.id ?? ""
    return PlannedContribution(
      id: random.uuid(), kind: kind, step: step, language: sample.language, route: sample.route, table: phone.table,
      teller: sample.teller, body: body, phone: phone.index, photo: sample.photo.flatMap { content.photo($0) },
      isLate: sample.isLate, isSentTwice: random.once(in: 8), holdReason: sample.holdReason,
      rewording: round == 0 ? sample.rewording : [:],
      mergedInto: sample.mergedInto.flatMap { id(of: $0, round: round) }.map { ContributionID($0) })
  }

  private func resolved(_ value: FieldValue, _ field: FieldDefinition, round: Int) -> FieldValue {
    switch (field.kind, value) {
    case (.references, .list(let keys)): .list(keys.compactMap { id(of: $0, round: round) })
    case (.date, .text(let text)) where text.hasPrefix("+"):
      .text(date.adding(days: Int(text.dropFirst()) ?? 0).description)
    default: value
    }
  }

  /// The id of a key, in the same variation where there is one.
  private func id(of key: String, round: Int) -> String? {
    guard let all = ids[key] else { return nil }
    return round < all.count ? all[round] : all.first
  }

  // MARK: Themes, dots and stances

  private func planned(_ sample: SampleTheme, _ id: ThemeID) -> PlannedTheme {
    PlannedTheme(
      theme: Theme(
        id: id, name: sample.name, buildingBlock: sample.buildingBlock, isPositiveCore: sample.positiveCore ?? false),
      members: sample.members.flatMap { ids[$0] ?? [] }.map { ContributionID($0) },
      mergedInto: sample.mergedInto.flatMap { self.id(of: $0, round: 0) }.map { ThemeID($0) },
      isUnmerged: sample.isUnmerged ?? false)
  }

  private mutating func dots(_ phones: [PlannedPhone], _ themes: [(SampleTheme, ThemeID)]) -> [PlannedDots] {
    let pulls = themes.filter(\.0.standsAlone).reduce(into: [ThemeID: Int]()) { $0[$1.1] = $1.0.pull }
    return phones.flatMap { phone in
      phone.people.indices.map { person in
        PlannedDots(
          phone: phone.index, person: person,
          themes: (0..<Dots.perPerson).compactMap { _ in random.choose(pulls) })
      }
    }
  }

  /// Everybody looks at six proposals, which is what a walk of twenty minutes allows.
  private mutating func stances(_ phones: [PlannedPhone], _ proposals: [PlannedContribution]) -> [PlannedStance] {
    let feelings = Dictionary(content.stances.map { ($0.proposal, $0) }) { first, _ in first }
    let keys = (content.contributions[.proposal] ?? []).map(\.key)
    guard !keys.isEmpty, !proposals.isEmpty else { return [] }
    return phones.flatMap { phone in
      phone.people.indices.flatMap { person in
        (0..<min(6, proposals.count)).compactMap { offset in
          let index = (phone.index + offset) % proposals.count
          let groups = phone.people[person]
          guard let feeling = feelings[keys[index % keys.count]] else { return nil }
          let weights = groups.compactMap { feeling.groups[$0] }.first ?? feeling.everyone
          let named = weights.reduce(into: [String: Int]()) { $0[$1.key.rawValue] = $1.value }
          return random.choose(named).flatMap { StancePosition(rawValue: $0) }.map {
            PlannedStance(
              phone: phone.index, person: person, groups: groups, proposal: proposals[index].id, position: $0)
          }
        }
      }
    }
  }
}
