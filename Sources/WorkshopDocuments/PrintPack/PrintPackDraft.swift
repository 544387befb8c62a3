public import Workshop

/// What is to be printed, as a facilitator types it; the names of the fields also stand in the address of the pack.
public struct PrintPackDraft: FormDraft {
  /// The fields of the form, in its order.
  public enum Field: String, FormField {
    case people = "personen"
    case tables = "tafels"
    case sheets = "bladen"
    case address = "adres"
    case parts = "deel"
  }

  /// How many people a pack can be made for; the most is the largest room (QUALITY).
  public static let people = 1...500
  /// How many tables.
  public static let tables = 1...100
  /// How many story forms: their numbers have three digits.
  public static let sheets = 1...999
  /// How many people are expected where nobody counted yet.
  public static let usualPeople = 40

  /// What was typed.
  public var typed: Typed<Field>

  /// A draft of what was typed.
  public init(_ typed: Typed<Field>) {
    self.typed = typed
  }

  /// What has to be corrected, by field; whether an address is one of the server's is the server's to say.
  public func faults() -> [Field: FieldFault] {
    var checks = FieldChecks(typed)
    checks.number(.people, in: Self.people)
    checks.number(.tables, in: Self.tables)
    checks.number(.sheets, in: Self.sheets)
    checks.limit(.address, to: 300)
    checks.choice(.parts, of: PrintPackPart.allCases.map(\.rawValue))
    return checks.faults
  }

  /// How many people it is for.
  public var peopleCount: Int { typed.number(.people) ?? Self.usualPeople }

  /// How many story forms: one for each person unless told otherwise, so that the room can go on without Wi-Fi.
  public var sheetCount: Int { typed.number(.sheets) ?? peopleCount }

  /// How many tables; nil where that follows from the people, or from who sits where.
  public var tableCount: Int? { typed.number(.tables) }

  /// The parts that were ticked; all of them where none was.
  public var parts: Set<PrintPackPart> {
    let chosen = Set(typed[all: .parts].compactMap(PrintPackPart.init(rawValue:)))
    return chosen.isEmpty ? Set(PrintPackPart.allCases) : chosen
  }
}
