import Workshop

/// How one field of a draft is asked for: `.date(.day).required`, `.text(.place).wide`.
struct FormControl<Field: FormField> {
  /// What the reader gets to type or choose in.
  enum Kind {
    case text
    case email
    case telephone
    case date
    case time
    case number(ClosedRange<Int>)
    case longText(rows: Int)
    case select([FormOption])
    case radios([FormOption])
    case choices([FormOption])
    case tick
    case hidden
  }

  let field: Field
  let kind: Kind
  /// Whether it says that it may not stay empty; the draft's faults are what refuses.
  var isRequired = false
  /// Whether it takes the whole width of the form.
  var isWide = false
  /// A label instead of the catalogue's, for what has a name of its own.
  var label: String?
  /// A help text instead of the catalogue's.
  var help: String?

  var required: Self { with { $0.isRequired = true } }
  var wide: Self { with { $0.isWide = true } }
  func helped(_ help: String) -> Self { with { $0.help = help } }
  func labelled(_ label: String) -> Self { with { $0.label = label } }

  static func text(_ field: Field) -> Self { Self(field: field, kind: .text) }
  static func email(_ field: Field) -> Self { Self(field: field, kind: .email) }
  static func telephone(_ field: Field) -> Self { Self(field: field, kind: .telephone) }
  static func date(_ field: Field) -> Self { Self(field: field, kind: .date) }
  static func time(_ field: Field) -> Self { Self(field: field, kind: .time) }
  static func tick(_ field: Field) -> Self { Self(field: field, kind: .tick, isWide: true) }
  static func hidden(_ field: Field) -> Self { Self(field: field, kind: .hidden) }

  static func number(_ field: Field, in bounds: ClosedRange<Int>) -> Self {
    Self(field: field, kind: .number(bounds))
  }

  static func longText(_ field: Field, rows: Int = 4) -> Self {
    Self(field: field, kind: .longText(rows: rows), isWide: true)
  }

  /// One of a list, folded up; it begins with nothing chosen.
  static func select(_ field: Field, _ options: [FormOption]) -> Self { Self(field: field, kind: .select(options)) }

  /// One of a few, all in sight.
  static func radios(_ field: Field, _ options: [FormOption]) -> Self {
    Self(field: field, kind: .radios(options), isWide: true)
  }

  /// Any number of a few, all in sight.
  static func choices(_ field: Field, _ options: [FormOption]) -> Self {
    Self(field: field, kind: .choices(options), isWide: true)
  }

  private func with(_ change: (inout Self) -> Void) -> Self {
    var control = self
    change(&control)
    return control
  }
}

/// One of the answers of a field.
struct FormOption: Hashable {
  let value: String
  let label: String
  var help: String?
}
