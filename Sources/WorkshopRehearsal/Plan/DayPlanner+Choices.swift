import Workshop

extension DayPlanner {
  /// Everybody has a building block they like best, and takes another where that one is full.
  mutating func choices(_ phones: [PlannedPhone]) -> [PlannedChoice] {
    let blocks = FrameworkContent.shipped.offered(.buildingBlocks).map(\.id)
    return phones.flatMap { phone in
      phone.people.indices.map { person in
        PlannedChoice(phone: phone.index, person: person, buildingBlocks: blocks.shuffled(using: &random))
      }
    }
  }

  /// Partners and policy makers answer the scan: most see a shared network, not all.
  mutating func scan(_ phones: [PlannedPhone]) -> [PlannedScan] {
    phones.flatMap { phone in
      phone.people.indices.filter { !Self.scanned.isDisjoint(with: phone.people[$0]) }.map { person in
        let answers = ScanQuestion.allCases.reduce(into: [ScanQuestion: String]()) { answers, question in
          let weights = question.answers.enumerated().map { ($1, $0 == 0 ? 3 : 1) }
          answers[question] = random.choose(Dictionary(uniqueKeysWithValues: weights))
        }
        return PlannedScan(phone: phone.index, person: person, answers: answers)
      }
    }
  }

  /// Half of the people join an action, a third co-sign what somebody does or gives.
  mutating func backings(
    _ phones: [PlannedPhone], _ contributions: [ContributionKind: [PlannedContribution]]
  ) -> [PlannedBacking] {
    let actions = (contributions[.action] ?? []).filter(\.canBeBacked).map(\.id)
    let pledges = (contributions[.pledge] ?? []).filter { $0.canBeBacked && !$0.isRequest }.map(\.id)
    return phones.flatMap { phone in
      phone.people.indices.flatMap { person -> [PlannedBacking] in
        let subjects = [
          random.once(in: 2) ? actions.randomElement(using: &random) : nil,
          random.once(in: 3) ? pledges.randomElement(using: &random) : nil,
        ]
        return subjects.compactMap(\.self).map { PlannedBacking(phone: phone.index, person: person, subject: $0) }
      }
    }
  }

  private static let scanned: Set<String> = ["partner", "beleid"]
}

extension PlannedContribution {
  /// Whether the room sees it, so that people can put themselves behind it.
  fileprivate var canBeBacked: Bool {
    holdReason == nil && mergedInto == nil && !isLate && teller.consents.contains(.screen)
      && (Teller.minorGroups.isDisjoint(with: teller.groups) || teller.hasGuardianConsent)
  }

  fileprivate var isRequest: Bool { body["pledgeKind"] == .text(PledgeKind.request.rawValue) }
}
