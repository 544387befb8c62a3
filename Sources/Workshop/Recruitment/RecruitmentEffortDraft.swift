/// An effort as it was typed: kept whole when something has to be corrected.
public struct RecruitmentEffortDraft: Hashable, Sendable {
  /// The fields of the form, in its order; the raw values are the names in the form.
  public enum Field: String, CaseIterable, Sendable {
    case what, group, channel, referrer, date, isExtra, note

    /// The most characters it may have.
    public var limit: Int { self == .note ? 1_000 : 200 }
  }

  private var values: [Field: String]

  /// An empty draft, or one with the values of a form.
  public init(_ values: [Field: String] = [:]) {
    self.values = values
  }

  /// A draft of an effort that was kept.
  public init(_ effort: RecruitmentEffort) {
    values = [
      .what: effort.what, .group: effort.group ?? "", .channel: effort.channel.rawValue, .referrer: effort.referrer,
      .date: effort.date?.description ?? "", .isExtra: effort.isExtra ? "true" : "", .note: effort.note,
    ]
  }

  /// What was typed, without spaces around it; empty where nothing was.
  public subscript(field: Field) -> String {
    get { (values[field] ?? "").trimmingSpaces() }
    set { values[field] = newValue }
  }

  /// What has to be corrected, by field; empty when the draft can be kept.
  public func faults(in framework: FrameworkContent) -> [Field: FieldFault] {
    var faults: [Field: FieldFault] = [:]
    if self[.what].isEmpty { faults[.what] = .missing }
    for field in Field.allCases where self[field].count > field.limit {
      faults[field] = .tooLong(limit: field.limit, actual: self[field].count)
    }
    let group = self[.group]
    if !group.isEmpty, !framework.knows(group, in: .stakeholderGroups) { faults[.group] = .unknownChoice }
    if self[.channel].isEmpty {
      faults[.channel] = .missing
    } else if RecruitmentEffort.Channel(rawValue: self[.channel]) == nil {
      faults[.channel] = .unknownChoice
    }
    if !self[.date].isEmpty, CalendarDate(self[.date]) == nil { faults[.date] = .notADate }
    return faults
  }

  /// The effort this draft describes, or nil while `faults(in:)` is not empty.
  public func effort(id: RecruitmentEffortID, in framework: FrameworkContent) -> RecruitmentEffort? {
    guard faults(in: framework).isEmpty, let channel = RecruitmentEffort.Channel(rawValue: self[.channel]) else {
      return nil
    }
    return RecruitmentEffort(
      id: id, group: self[.group].isEmpty ? nil : self[.group], channel: channel, referrer: self[.referrer].printable,
      what: self[.what].printable, date: CalendarDate(self[.date]), isExtra: !self[.isExtra].isEmpty,
      note: self[.note].printable)
  }
}
