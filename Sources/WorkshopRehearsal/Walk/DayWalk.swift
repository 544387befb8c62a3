public import Workshop

/// Walks a planned day on a stage: the whole 4-D cycle, item by item of the draaiboek.
public struct DayWalk: Sendable {
  private let plan: DayPlan
  private let stage: any DayStage

  /// Walks a plan on a stage.
  public init(_ plan: DayPlan, on stage: any DayStage) {
    (self.plan, self.stage) = (plan, stage)
  }

  /// From check-in to the end of the day.
  public func run(_ runSheet: [RunSheetItem]) async throws {
    try await stage.welcome(plan.phones)
    // Stories that were begun in their step and finished in the break after it.
    var stragglers: [PlannedContribution] = []
    for item in runSheet {
      try await stage.open(item)
      if item.step == nil {
        try await submitAndModerate(stragglers)
        stragglers = []
      } else if let step = item.step {
        stragglers += late(in: step)
        try await play(step)
      }
    }
    try await submitAndModerate(stragglers)
    try await stage.close()
  }

  private func play(_ step: StepID) async throws {
    switch step {
    case "stippen": try await giveDots()
    case "voorstel":
      try await stage.choose(plan.choices)
      try await submitAndModerate(onTime(.proposal))
    case "galerij":
      try await walkGallery()
      try await stage.answer(plan.scan)
      try await stage.reveal(.scan)
    case "actie":
      // Pledges support actions, and offers meet requests, so those are there first.
      try await submitAndModerate(onTime(.action))
      let pledges = onTime(.pledge)
      try await submitAndModerate(pledges.filter { $0.body["meets"] == nil })
      try await submitAndModerate(pledges.filter { $0.body["meets"] != nil })
      try await stage.back(plan.backings)
    default:
      for form in StepDefinition.shipped(step)?.forms ?? [] { try await submitAndModerate(onTime(form.kind)) }
    }
  }

  private func giveDots() async throws {
    for theme in plan.themes { try await stage.make(theme) }
    for theme in plan.themes {
      guard let target = theme.mergedInto else { continue }
      try await stage.merge(theme.theme.id, into: target)
      if theme.isUnmerged { try await stage.unmerge(theme.theme.id) }
    }
    try await stage.give(plan.dots)
    try await stage.reveal(.dots)
    // Named in dialogue once the dots are seen: dots inform it, they do not decide it.
    for theme in plan.themes where theme.theme.isPositiveCore { try await stage.markAsPositiveCore(theme.theme.id) }
  }

  private func walkGallery() async throws {
    try await stage.take(plan.stances)
    try await submitAndModerate(onTime(.stanceReason))
    try await stage.reveal(.stances)
  }

  private func submitAndModerate(_ contributions: [PlannedContribution]) async throws {
    guard !contributions.isEmpty else { return }
    try await stage.submit(contributions.filter { $0.route != .paper })
    try await stage.enter(contributions.filter { $0.route == .paper })
    try await stage.moderate(contributions)
  }

  private func onTime(_ kind: ContributionKind) -> [PlannedContribution] {
    plan.contributions(kind).filter { !$0.isLate }
  }

  private func late(in step: StepID) -> [PlannedContribution] {
    ContributionKind.allCases.flatMap { plan.contributions($0) }.filter { $0.step == step && $0.isLate }
  }
}
