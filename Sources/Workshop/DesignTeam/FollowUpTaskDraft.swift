/// What is filled in of a follow-up task, as typed: kept whole when something has to be corrected.
public struct FollowUpTaskDraft: FormDraft, Hashable {
  /// The fields of the form, in its order.
  public enum Field: String, FormField {
    case what, owner, due
  }

  /// What was typed.
  public var typed: Typed<Field>

  /// A draft of what was typed.
  public init(_ typed: Typed<Field>) {
    self.typed = typed
  }

  /// A task as it is, to be changed.
  public init(_ task: FollowUpTask) {
    self.init(Typed([.what: task.what, .owner: task.owner, .due: task.due?.description ?? ""]))
  }

  /// What has to be corrected, by field; empty when the draft can become a task.
  public func faults() -> [Field: FieldFault] {
    var checks = FieldChecks(typed)
    // A task of nobody is a task that nobody does.
    checks.require(.what, .owner)
    checks.limit(.what, to: 600)
    checks.limit(.owner, to: 160)
    checks.date(.due)
    return checks.faults
  }

  /// The task this draft describes, or nil while there are faults.
  public func task(id: FollowUpTaskID, meeting: TeamMeetingID, version: Int = 1) -> FollowUpTask? {
    guard faults().isEmpty else { return nil }
    return FollowUpTask(
      id: id, meeting: meeting, what: self[.what], owner: self[.owner], due: typed.date(.due), version: version)
  }
}
