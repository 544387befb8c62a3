import Workshop

extension PrintPackBuilder {
  /// Who sits where, gathering by gathering.
  func tablePlan() -> PrintPack.TablePlan {
    PrintPack.TablePlan(words: section("tablePlan"), plans: request.seats.map(plan))
  }

  private func plan(_ seats: PrintPackRequest.Seats) -> PrintPack.TablePlan.Plan {
    let seating = seats.plan.seating
    return PrintPack.TablePlan.Plan(
      gathering: seats.gathering.name(words.catalogue),
      seats: seating.tableOfBadge.sorted { $0.key < $1.key }.map { .init(badge: $0.key.number, table: $0.value) },
      tables: seating.tables.map { .init(number: $0.number, duos: $0.duos.map { $0.sorted().map(\.number) }) },
      stacks: stacks(seats.plan.handouts))
  }

  /// In the order of the framework; a group that is switched off since comes last, for its badges are made all the same.
  private func stacks(_ handouts: [String: [Badge]]) -> [PrintPack.TablePlan.Stack] {
    let offered = request.framework.offered(.stakeholderGroups).map(\.id)
    let others = handouts.keys.filter { !offered.contains($0) }.sorted()
    return (offered + others).compactMap { group in
      handouts[group].map { .init(group: words.label(group, .stakeholderGroups), badges: $0.map(\.number)) }
    }
  }
}
