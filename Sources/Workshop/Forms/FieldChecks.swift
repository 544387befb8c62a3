/// Checks what was typed, field by field; the first fault of a field is the one that is told.
///
/// A check but `require` passes over a field that was left empty.
public struct FieldChecks<Field: FormField> {
  /// What was found so far.
  public private(set) var faults: [Field: FieldFault] = [:]
  private let typed: Typed<Field>

  /// Begins without a fault.
  public init(_ typed: Typed<Field>) {
    self.typed = typed
  }

  /// Tells a fault, unless the field has one already.
  public mutating func tell(_ fault: FieldFault, _ field: Field) {
    if faults[field] == nil { faults[field] = fault }
  }

  /// Fields that may not be empty.
  public mutating func require(_ fields: Field...) {
    for field in fields where typed[all: field].isEmpty { tell(.missing, field) }
  }

  /// The most characters a field may have.
  public mutating func limit(_ fields: Field..., to limit: Int) {
    for field in fields {
      if let fault = FieldDefinition.lengthFault(of: typed[field], limit: limit) { tell(fault, field) }
    }
  }

  /// Fields that hold a day, as 2026-11-22.
  public mutating func date(_ fields: Field...) {
    for field in fields where !typed[field].isEmpty && typed.date(field) == nil { tell(.notADate, field) }
  }

  /// Fields that hold a time of day, as 9:30.
  public mutating func time(_ fields: Field...) {
    for field in fields where !typed[field].isEmpty && typed.time(field) == nil { tell(.notATime, field) }
  }

  /// Fields that hold a whole number within bounds.
  public mutating func number(_ fields: Field..., in bounds: ClosedRange<Int>) {
    for field in fields where !typed[field].isEmpty {
      guard let number = typed.number(field) else {
        tell(.notANumber, field)
        continue
      }
      if number < bounds.lowerBound { tell(.tooLow(least: bounds.lowerBound), field) }
      if number > bounds.upperBound { tell(.tooHigh(most: bounds.upperBound), field) }
    }
  }

  /// Fields that hold an address of e-mail: something, an at sign, and a name with a dot in it.
  public mutating func email(_ fields: Field...) {
    for field in fields where !typed[field].isEmpty {
      let halves = typed[field].split(separator: "@", omittingEmptySubsequences: false)
      let isAddress =
        halves.count == 2 && !halves[0].isEmpty && halves[1].split(separator: ".").count > 1
        && !halves[1].hasPrefix(".") && !halves[1].hasSuffix(".") && !typed[field].contains(where: \.isWhitespace)
      if !isAddress { tell(.notAnEmail, field) }
    }
  }

  /// Fields that hold a telephone number: digits, and what people put between them.
  public mutating func telephone(_ fields: Field...) {
    for field in fields where !typed[field].isEmpty {
      let digits = typed[field].filter(\.isNumber).count
      let isNumber = (6...20).contains(digits) && typed[field].allSatisfy { $0.isNumber || "+ ./()-".contains($0) }
      if !isNumber { tell(.notATelephone, field) }
    }
  }

  /// A field whose values have to be among the choices.
  public mutating func choice(_ field: Field, of choices: some Sequence<String>) {
    let known = Set(choices)
    if !typed[all: field].allSatisfy(known.contains) { tell(.unknownChoice, field) }
  }

  /// An end that has to come after its start, on the same day.
  public mutating func end(_ end: Field, after start: Field) {
    if let begins = typed.time(start), let ends = typed.time(end), ends <= begins { tell(.endBeforeStart, end) }
  }
}
