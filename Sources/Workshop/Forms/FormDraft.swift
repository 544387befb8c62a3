/// A field of a form; its raw value is its name in the form, in JSON and in the catalogue.
public protocol FormField: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {}

/// What was typed into a form, field by field: kept whole when something has to be corrected.
public struct Typed<Field: FormField>: Hashable, Sendable {
  private var values: [Field: [String]] = [:]

  /// What was typed; a field that is left out is empty.
  public init(_ values: [Field: String] = [:]) {
    for (field, value) in values { self[field] = value }
  }

  /// The text of a field, without spaces around it and control characters in it; empty where nothing was typed.
  public subscript(field: Field) -> String {
    get { values[field]?.first ?? "" }
    set { values[field] = [Self.clean(newValue)] }
  }

  /// Every value of a field that may have several, such as a group of ticks; in the order of the form.
  public subscript(all field: Field) -> [String] {
    get { (values[field] ?? []).filter { !$0.isEmpty } }
    set { values[field] = newValue.map(Self.clean) }
  }

  /// Whether a single tick was set.
  public func isTicked(_ field: Field) -> Bool { !self[field].isEmpty }

  /// The day that was typed; nil where it is none.
  public func date(_ field: Field) -> CalendarDate? { CalendarDate(self[field]) }

  /// The time that was typed; nil where it is none.
  public func time(_ field: Field) -> TimeOfDay? { TimeOfDay(self[field]) }

  /// The whole number that was typed; nil where it is none.
  public func number(_ field: Field) -> Int? { Int(self[field]) }

  /// Browsers end lines of a text area with both characters, and the same text must stay the same text.
  private static func clean(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").printable.trimmingSpaces()
  }
}

/// What a facilitator fills in on a page, and what is wrong with it.
///
/// A page makes one from a form, asks for `faults()`, and turns it into a value of the domain once there are none.
public protocol FormDraft: Sendable {
  /// The fields of the form, in its order.
  associatedtype Field: FormField

  /// What was typed.
  var typed: Typed<Field> { get set }

  /// A draft of what was typed.
  init(_ typed: Typed<Field>)

  /// What has to be corrected, by field; empty when the draft is in order.
  func faults() -> [Field: FieldFault]
}

extension FormDraft {
  /// What becomes of the draft where someone else stored something after the form was opened.
  ///
  /// A field that was left as `seen`, what the form was opened with, takes what is stored now; one that only this editor
  /// changed keeps it; of one that both changed the fault tells the other text, and the second of two decides. Without
  /// `seen` every difference is told. `shown` turns a stored value into what a reader sees, where those differ.
  public func merged(
    with current: Self, seen: Self?, shown: (Field, String) -> String = { $1 }
  ) -> (draft: Self, faults: [Field: FieldFault]) {
    var merged = self
    var faults: [Field: FieldFault] = [:]
    for field in Field.allCases where current.typed[all: field] != typed[all: field] {
      let now = current.typed[all: field]
      if let seen, seen.typed[all: field] == typed[all: field] {
        merged.typed[all: field] = now
      } else if seen?.typed[all: field] != now {
        faults[field] = .changedMeanwhile(current: now.map { shown(field, $0) }.joined(separator: ", "))
      }
    }
    return (merged, faults)
  }

  /// Where the draft differs from what someone else stored after the form was opened, with what stands there now.
  public func changedMeanwhile(
    to current: Self, shown: (Field, String) -> String = { $1 }
  ) -> [Field: FieldFault] {
    merged(with: current, seen: nil, shown: shown).faults
  }

  /// An empty draft.
  public init() { self.init(Typed()) }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { typed[field] }
    set { typed[field] = newValue }
  }
}
