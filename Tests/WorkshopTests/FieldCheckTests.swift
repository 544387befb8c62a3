import Testing
import Workshop

@Suite("What was typed into a form, and what is wrong with it")
struct FieldCheckTests {
  private enum Field: String, FormField {
    case name, day, start, end, count, email, telephone, groups
  }

  private func fault(_ field: Field, _ text: String, _ check: (inout FieldChecks<Field>) -> Void) -> FieldFault? {
    var checks = FieldChecks(Typed([field: text]))
    check(&checks)
    return checks.faults[field]
  }

  @Test("Spaces around, control characters and the line ends of browsers do not count")
  func cleaning() {
    let typed = Typed<Field>([.name: "  Anna\u{0} \r\nen Bo \n"])
    #expect(typed[.name] == "Anna \nen Bo")
  }

  @Test("Only spaces is empty", arguments: ["", "   ", "\n\t"])
  func missing(_ text: String) {
    #expect(fault(.name, text) { $0.require(.name) } == .missing)
  }

  @Test("A group of ticks without one is missing, and an unknown one is refused")
  func choices() {
    var typed = Typed<Field>()
    var checks = FieldChecks(typed)
    checks.require(.groups)
    #expect(checks.faults[.groups] == .missing)
    typed[all: .groups] = ["ouder", "koning"]
    checks = FieldChecks(typed)
    checks.choice(.groups, of: ["ouder", "kind"])
    #expect(checks.faults[.groups] == .unknownChoice)
  }

  @Test("A day that does not exist is no date", arguments: ["2026-02-30", "30/02/2026", "morgen", "2026-13-01"])
  func dates(_ text: String) {
    #expect(fault(.day, text) { $0.date(.day) } == .notADate)
  }

  @Test(
    "Times as people write them", arguments: [("9:30", 570), ("09:30", 570), ("9u30", 570), ("14u", 840), ("0.05", 5)])
  func times(_ text: String, _ minutes: Int) {
    #expect(TimeOfDay(text)?.minutes == minutes)
    #expect(fault(.start, text) { $0.time(.start) } == nil)
  }

  @Test("What is no time", arguments: ["24:00", "9:60", "9", "9:3", "-1:30", "half tien", "9:+5", "9:", "1e1:00"])
  func noTimes(_ text: String) {
    #expect(fault(.start, text) { $0.time(.start) } == .notATime)
  }

  @Test("An end has to come after its start")
  func order() {
    var checks = FieldChecks(Typed<Field>([.start: "10:00", .end: "10:00"]))
    checks.end(.end, after: .start)
    #expect(checks.faults == [.end: .endBeforeStart])
  }

  @Test("Numbers within their bounds")
  func numbers() {
    #expect(fault(.count, "-1") { $0.number(.count, in: 0...500) } == .tooLow(least: 0))
    #expect(fault(.count, "501") { $0.number(.count, in: 0...500) } == .tooHigh(most: 500))
    #expect(fault(.count, "twaalf") { $0.number(.count, in: 0...500) } == .notANumber)
    #expect(fault(.count, "99999999999999999999") { $0.number(.count, in: 0...500) } == .notANumber)
    #expect(fault(.count, "500") { $0.number(.count, in: 0...500) } == nil)
  }

  @Test(
    "What is no address of e-mail",
    arguments: ["anna", "anna@", "@b.be", "a@b", "a b@c.be", "a@.be", "a@b.", "a@b@c.be"])
  func emails(_ text: String) {
    #expect(fault(.email, text) { $0.email(.email) } == .notAnEmail)
    #expect(fault(.email, "anna@huis.be") { $0.email(.email) } == nil)
  }

  @Test("What is no telephone number", arguments: ["12", "bel Anna", "015 00 00 00 vraag naar Anna"])
  func telephones(_ text: String) {
    #expect(fault(.telephone, text) { $0.telephone(.telephone) } == .notATelephone)
    #expect(fault(.telephone, "+32 (0)15/00.00.00") { $0.telephone(.telephone) } == nil)
  }

  @Test("The first fault of a field is the one that is told")
  func first() {
    var checks = FieldChecks(Typed<Field>([.day: String(repeating: "x", count: 20)]))
    checks.limit(.day, to: 10)
    checks.date(.day)
    #expect(checks.faults == [.day: .tooLong(limit: 10, actual: 20)])
  }

  @Test("Every fault has words")
  func words() throws {
    let words = try Catalogue.shipped()
    let faults: [FieldFault] = [
      .missing, .tooLong(limit: 1, actual: 2), .tooMany(limit: 3), .unknownChoice, .unknownField, .wrongType, .notADate,
      .notATime, .notANumber, .notAnEmail, .notATelephone, .tooLow(least: 0), .tooHigh(most: 9), .endBeforeStart,
      .notConsecutive, .overlaps("overleg 1"), .taken, .onlyTwoDays, .alreadyHeld, .noneLeft,
      .changedMeanwhile(current: ""), .changedMeanwhile(current: "x"), .tooEarly, .unknownReference,
      .unreadablePhoto,
    ]
    for fault in faults {
      let message = fault.message(words)
      #expect(!message.hasPrefix("faults.") && !message.contains("{"), "\(fault)")
    }
  }
}
