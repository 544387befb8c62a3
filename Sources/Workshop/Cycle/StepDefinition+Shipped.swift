extension StepDefinition {
  /// The steps of a workday, in the order of seed 001: what goes well, what it teaches, what it inspires, proposals, actions.
  public static let shipped: [StepDefinition] = [
    StepDefinition(id: "verhaal", phase: .discover, forms: [.story], interview: .adults),
    // A moment with children tells its stories by four questions of its own (seed 001: aparte momenten).
    StepDefinition(id: "reporter", phase: .discover, forms: [.childStory], interview: .children),
    StepDefinition(id: "succesfactor", phase: .discover, forms: [.successFactor]),
    StepDefinition(id: "stippen", phase: .discover, activity: .dots),
    StepDefinition(id: "droom", phase: .dream, forms: [.dream]),
    StepDefinition(id: "voorstel", phase: .design, activity: .choosing, forms: [.proposal]),
    StepDefinition(id: "galerij", phase: .design, activity: .stances, forms: [.stanceReason]),
    StepDefinition(id: "rollenscan", phase: .design, activity: .scan),
    StepDefinition(id: "actie", phase: .destiny, activity: .teams, forms: [.action, .pledge]),
    StepDefinition(id: "slot", phase: .destiny, forms: [.evaluation]),
  ]

  private static let byID = Dictionary(uniqueKeysWithValues: shipped.map { ($0.id, $0) })

  /// The shipped step with an id, or nil where there is none.
  public static func shipped(_ id: StepID) -> StepDefinition? { byID[id] }
}
