/// The id of a step, as in addresses and in the file.
public typealias StepID = Identifier<StepDefinition>

/// One step of the 4-D cycle as phones see it: what can be done while it is open.
public struct StepDefinition: Hashable, Sendable, Codable {
  /// What people do in a step besides filling in forms.
  public enum Activity: String, Sendable, Codable {
    /// Nothing besides the forms.
    case forms
    /// Giving dots to themes.
    case dots
    /// Taking a stance on each proposal.
    case stances
    /// Joining action teams, co-signing pledges and answering requests.
    case teams
    /// Choosing a building block to work on, and then its form.
    case choosing
    /// Answering the coordination role scan.
    case scan
  }

  /// The id, also the key of its words (`steps.ID.…`).
  public let id: StepID
  /// The phase it belongs to.
  public let phase: Phase
  /// What is done in it.
  public let activity: Activity
  /// The forms it offers, in order.
  public let forms: [FormDefinition]
  /// The guide of the interview its stories come from; nil where none is held.
  public let interview: InterviewGuide?

  /// Defines a step.
  public init(
    id: StepID, phase: Phase, activity: Activity = .forms, forms: [FormDefinition] = [],
    interview: InterviewGuide? = nil
  ) {
    self.interview = interview
    self.id = id
    self.phase = phase
    self.activity = activity
    self.forms = forms
  }

  /// The form for a kind of contribution, or nil where this step does not take it.
  public func form(for kind: ContributionKind) -> FormDefinition? {
    forms.first { $0.kind == kind }
  }
}
