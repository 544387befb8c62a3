/// Something to arrange as it was typed: kept whole when something has to be corrected.
public struct PracticalHelpDraft: FormDraft, Hashable {
  /// The fields of the form, in its order; the raw values are the names in the form.
  public enum Field: String, FormField {
    case kind, language, what, gathering, start, end, arrangedBy, isArranged
  }

  /// What was typed.
  public var typed: Typed<Field>

  /// A draft of what was typed.
  public init(_ typed: Typed<Field>) {
    self.typed = typed
  }

  /// A draft of what was kept.
  public init(_ help: PracticalHelp) {
    typed = Typed([
      .kind: help.kind.rawValue, .language: help.language, .what: help.what,
      .gathering: help.gathering?.rawValue ?? "",
      .start: help.start.flatMap(TimeOfDay.init(minutes:))?.description ?? "",
      .end: help.end.flatMap(TimeOfDay.init(minutes:))?.description ?? "", .arrangedBy: help.arrangedBy,
      .isArranged: help.isArranged ? "true" : "",
    ])
  }

  /// What has to be corrected, by field; whether the gathering is there is asked of `faults(for:)`.
  ///
  /// An interpreter has a language, "something else" says what, and what is arranged was arranged by somebody.
  public func faults() -> [Field: FieldFault] {
    var checks = FieldChecks(typed)
    checks.require(.kind)
    checks.choice(.kind, of: PracticalHelp.Kind.allCases.map(\.rawValue))
    if kind == .interpreter { checks.require(.language) }
    if kind == .other { checks.require(.what) }
    if typed.isTicked(.isArranged) { checks.require(.arrangedBy) }
    checks.limit(.language, .what, .arrangedBy, to: 200)
    checks.time(.start, .end)
    checks.end(.end, after: .start)
    return checks.faults
  }

  /// What has to be corrected, by field, in a traject with these gatherings; empty when the draft can be kept.
  public func faults(for gatherings: [Gathering]) -> [Field: FieldFault] {
    var faults = faults()
    let id = self[.gathering]
    if !id.isEmpty, !gatherings.contains(where: { $0.id.rawValue == id }) { faults[.gathering] = .unknownReference }
    return faults
  }

  /// What this draft describes, or nil while `faults()` is not empty.
  public func help(id: PracticalHelpID, version: Int = 1) -> PracticalHelp? {
    guard faults().isEmpty, let kind else { return nil }
    let gathering = self[.gathering]
    return PracticalHelp(
      id: id, kind: kind, what: self[.what], language: self[.language],
      gathering: gathering.isEmpty ? nil : GatheringID(gathering), start: typed.time(.start)?.minutes,
      end: typed.time(.end)?.minutes, arrangedBy: self[.arrangedBy], isArranged: typed.isTicked(.isArranged),
      version: version)
  }

  private var kind: PracticalHelp.Kind? { PracticalHelp.Kind(rawValue: self[.kind]) }
}
