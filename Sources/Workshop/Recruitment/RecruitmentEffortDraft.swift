/// An effort as it was typed: kept whole when something has to be corrected.
public struct RecruitmentEffortDraft: FormDraft, Hashable {
  /// The fields of the form, in its order; the raw values are the names in the form.
  public enum Field: String, FormField {
    case what, channel, group, referrer, date, isExtra, note
  }

  /// What was typed.
  public var typed: Typed<Field>

  /// A draft of what was typed.
  public init(_ typed: Typed<Field>) {
    self.typed = typed
  }

  /// A draft of an effort that was kept.
  public init(_ effort: RecruitmentEffort) {
    typed = Typed([
      .what: effort.what, .channel: effort.channel.rawValue, .group: effort.group ?? "", .referrer: effort.referrer,
      .date: effort.date?.description ?? "", .isExtra: effort.isExtra ? "true" : "", .note: effort.note,
    ])
  }

  /// What has to be corrected, by field; whether the group is one of the traject's is asked of `faults(in:)`.
  public func faults() -> [Field: FieldFault] {
    var checks = FieldChecks(typed)
    checks.require(.what, .channel)
    checks.limit(.what, .referrer, to: 200)
    checks.limit(.note, to: 1_000)
    checks.choice(.channel, of: RecruitmentEffort.Channel.allCases.map(\.rawValue))
    checks.date(.date)
    return checks.faults
  }

  /// What has to be corrected, by field, in a traject with these terms; empty when the draft can be kept.
  public func faults(in framework: FrameworkContent) -> [Field: FieldFault] {
    var faults = faults()
    if !self[.group].isEmpty, !framework.knows(self[.group], in: .stakeholderGroups) { faults[.group] = .unknownChoice }
    return faults
  }

  /// The effort this draft describes, or nil while `faults()` is not empty.
  public func effort(id: RecruitmentEffortID, version: Int = 1) -> RecruitmentEffort? {
    guard faults().isEmpty, let channel = RecruitmentEffort.Channel(rawValue: self[.channel]) else { return nil }
    return RecruitmentEffort(
      id: id, group: self[.group].isEmpty ? nil : self[.group], channel: channel, referrer: self[.referrer],
      what: self[.what], date: typed.date(.date), isExtra: typed.isTicked(.isExtra), note: self[.note],
      version: version)
  }
}
