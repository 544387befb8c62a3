/// What is filled in of a gathering, as typed: kept whole when something has to be corrected.
public struct GatheringDraft: FormDraft, Hashable {
  /// The fields of the form, in its order.
  public enum Field: String, FormField {
    case template, title, date, start, end, place, audience
  }

  /// What was typed.
  public var typed: Typed<Field>

  /// A draft of what was typed.
  public init(_ typed: Typed<Field>) {
    self.typed = typed
  }

  /// A gathering as it is, to be changed.
  public init(_ gathering: Gathering) {
    self.init(
      Typed([
        .template: gathering.template.rawValue, .title: gathering.title, .date: gathering.date?.description ?? "",
        .start: TimeOfDay(minutes: gathering.start)?.description ?? "",
        .end: gathering.end.flatMap { TimeOfDay(minutes: $0) }?.description ?? "", .place: gathering.place,
        .audience: gathering.audience.rawValue,
      ]))
  }

  /// The plans a gathering can be added from: workdays come with the traject, one or two.
  public static let templates: [RunSheetTemplate] = [.short, .beforehand, .followUp]

  /// What has to be corrected: the days that exist, an end after the start, and nothing else at the same moment.
  ///
  /// `others` are the other gatherings of the traject. The same moment is told at `moment`: the day, where a form does not
  /// ask the time.
  public func faults(
    among others: [Gathering], at moment: Field = .start, words: Catalogue
  ) -> [Field: FieldFault] {
    var checks = FieldChecks(typed)
    checks.require(.start)
    checks.limit(.title, .place, to: 300)
    checks.date(.date)
    checks.time(.start, .end)
    checks.end(.end, after: .start)
    checks.choice(.template, of: RunSheetTemplate.allCases.map(\.rawValue))
    checks.choice(.audience, of: GatheringAudience.allCases.map(\.rawValue))
    checkOrder(&checks, others)
    if let other = others.first(where: overlaps) { checks.tell(.overlaps(other.name(words)), moment) }
    return checks.faults
  }

  /// What has to be corrected where it is the only gathering.
  public func faults() -> [Field: FieldFault] {
    var checks = FieldChecks(typed)
    checks.require(.start)
    checks.date(.date)
    checks.time(.start, .end)
    checks.end(.end, after: .start)
    return checks.faults
  }

  /// The gathering with what was typed in place of what it had; the day of a workday is the traject's to change.
  public func applied(to gathering: Gathering) -> Gathering {
    var changed = gathering
    (changed.title, changed.place) = (self[.title], self[.place])
    if gathering.kind != .workday { changed.date = typed.date(.date) }
    changed.start = typed.time(.start)?.minutes ?? gathering.start
    changed.end = typed.time(.end)?.minutes
    changed.audience = GatheringAudience(rawValue: self[.audience]) ?? gathering.audience
    return changed
  }

  private func checkOrder(_ checks: inout FieldChecks<Field>, _ others: [Gathering]) {
    guard RunSheetTemplate(rawValue: self[.template])?.kind == .followUp, let date = typed.date(.date) else { return }
    let workdays = others.filter { $0.kind == .workday }.compactMap(\.date)
    if let last = workdays.max(), date <= last { checks.tell(.tooEarly, .date) }
  }

  private func overlaps(_ other: Gathering) -> Bool {
    guard let date = typed.date(.date), other.date == date, let start = typed.time(.start)?.minutes else {
      return false
    }
    let end = typed.time(.end)?.minutes ?? start + 1
    return start < (other.end ?? other.start + 1) && other.start < end
  }
}
