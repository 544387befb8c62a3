extension Catalogue {
  /// What a field asks: in the step's own words (`steps.STEP.fields.FIELD.label`), or in those of its kind.
  public func label(of field: FieldID, in kind: ContributionKind, at step: StepID) -> String {
    text(for: "steps.\(step).fields.\(field).label") ?? self["fields.\(kind.rawValue).\(field).label"]
  }

  /// What a field asks of a contribution, in the words it was asked in.
  public func label(of field: FieldID, in contribution: Contribution) -> String {
    label(of: field, in: contribution.kind, at: contribution.step)
  }

  /// What helps to answer a field, or nil; a step that asks in its own words helps in its own words too.
  public func help(of field: FieldID, in kind: ContributionKind, at step: StepID) -> String? {
    let own = "steps.\(step).fields.\(field)"
    return text(for: "\(own).label") == nil
      ? text(for: "fields.\(kind.rawValue).\(field).help") : text(for: "\(own).help")
  }
}
