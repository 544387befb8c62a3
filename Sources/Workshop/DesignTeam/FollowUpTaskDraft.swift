public import struct Foundation.Date

/// What is filled in of a follow-up task, as typed: kept whole when something has to be corrected.
public struct FollowUpTaskDraft: Hashable, Sendable {
  /// The fields of the form, in its order; the raw values are the names in the form.
  public enum Field: String, CaseIterable, Sendable {
    case what, owner, due

    /// The most characters it may have.
    public var limit: Int {
      switch self {
      case .what: 600
      case .owner: 160
      case .due: 20
      }
    }
  }

  private var values: [Field: String]

  /// An empty draft, or one with the values of a form.
  public init(_ values: [Field: String] = [:]) {
    self.values = values
  }

  /// A task as it is, to be changed.
  public init(_ task: FollowUpTask) {
    values = [.what: task.what, .owner: task.owner, .due: task.due?.description ?? ""]
  }

  /// What was typed, without spaces around it; empty where nothing was.
  public subscript(field: Field) -> String {
    get { (values[field] ?? "").printable.trimmingSpaces() }
    set { values[field] = newValue }
  }

  /// What has to be corrected, by field; empty when the draft can become a task.
  public func faults() -> [Field: FieldFault] {
    var faults: [Field: FieldFault] = [:]
    if self[.what].isEmpty { faults[.what] = .missing }
    // A task of nobody is a task that nobody does.
    if self[.owner].isEmpty { faults[.owner] = .missing }
    if !self[.due].isEmpty, CalendarDate(self[.due]) == nil { faults[.due] = .notADate }
    for field in Field.allCases {
      if let fault = FieldDefinition.lengthFault(of: self[field], limit: field.limit) { faults[field] = fault }
    }
    return faults
  }

  /// The task this draft describes, or nil while there are faults.
  public func task(
    id: FollowUpTaskID, meeting: TeamMeetingID, doneAt: Date? = nil, version: Int = 1
  ) -> FollowUpTask? {
    guard faults().isEmpty else { return nil }
    return FollowUpTask(
      id: id, meeting: meeting, what: self[.what], owner: self[.owner], due: CalendarDate(self[.due]), doneAt: doneAt,
      version: version)
  }
}
