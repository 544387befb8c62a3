import Testing
import Workshop

@Suite("What deserves a second look in a draaiboek")
struct RunSheetCheckTests {
  private let words: Catalogue

  init() throws {
    words = try .shipped()
  }

  private func kinds(_ sheet: RunSheet, isLastWorkday: Bool = true) -> [RunSheetCheck.Kind] {
    sheet.checks(isLastWorkday: isLastWorkday, words: words).map(\.kind)
  }

  private func sample(_ edit: RunSheetEdit) throws -> RunSheet { try RunSheet.sample().applying(edit) }

  @Test("The one-day plan is in order")
  func fine() throws {
    #expect(try kinds(.sample()) == [])
  }

  @Test("An item that runs into a fixed hour, with by how much")
  func overlap() throws {
    let sheet = try sample(.change("positieve-kern", version: 1, [.minutes(45)]))
    let check = try #require(sheet.checks(words: words).first)
    #expect(check.kind == .overlap && check.isError && check.item == "positieve-kern")
    #expect(check.text(words).contains("12:25") && check.text(words).contains("12:10"))
    #expect(check.text(words).contains("15 minuten"))
  }

  @Test("A day that ends later than agreed")
  func endsLate() throws {
    let sheet = try sample(.change("slotkring", version: 1, [.minutes(40)]))
    let check = try #require(sheet.checks(words: words).first)
    #expect(check.kind == .endsLate && check.item == nil && !check.isError)
    #expect(check.text(words).contains("16:45") && check.text(words).contains("15 minuten"))
  }

  @Test("More than two hours without a break, told once; a gap before a fixed hour is a break too")
  func noBreak() throws {
    #expect(try kinds(sample(.change("pauze-voormiddag", version: 1, [.isSkipped(true)]))) == [.noBreak])
    #expect(kinds(.plain([60, 61], end: nil), isLastWorkday: false) == [.noBreak])
    #expect(kinds(.plain([60, 60], end: nil), isLastWorkday: false) == [])
    let withGap = try RunSheet.plain([60, 61]).applying(.change("i1", version: 1, [.anchor(611)]))
    #expect(kinds(withGap, isLastWorkday: false) == [])
  }

  @Test("A workday without Doen, unless Doen goes to the ontwerpteam or to the second day")
  func noDestiny() throws {
    let without = try sample(.remove("doen", version: 1))
    #expect(kinds(without) == [.noDestiny])
    #expect(kinds(without, isLastWorkday: false) == [])
    let handedOver = try without.applying(
      .add("team", before: "slotkring", [.text(.title, "Doen naar ontwerpteam"), .phase(.destiny)]))
    #expect(kinds(handedOver) == [])
    #expect(kinds(try sample(.change("doen", version: 1, [.isSkipped(true)]))) == [.noDestiny])
  }

  @Test("A step whose scene does not belong to it")
  func noScene() throws {
    let sheet = try sample(.change("dromen", version: 1, [.scene(.stances)]))
    let check = try #require(sheet.checks(words: words).first)
    #expect(check.kind == .noScene && check.item == "dromen")
    #expect(check.text(words).contains("Dromen") && check.text(words).contains("Spreiding"))
    #expect(StepDefinition.shipped.allSatisfy { Scene.fitting($0.id) != nil })
  }

  @Test("Past midnight")
  func pastMidnight() {
    #expect(kinds(.plain([60, 60], start: 1_380), isLastWorkday: false) == [.pastMidnight])
  }

  @Test("Every kind has words without holes")
  func sentences() {
    for kind in RunSheetCheck.Kind.allCases {
      #expect(words.text(for: "runSheet.checks.\(kind.rawValue)") != nil)
    }
    let sheets = [RunSheet.plain([60, 61, 700], start: 1_000, end: 1_100)]
    for check in sheets.flatMap({ $0.checks(words: words) }) { #expect(!check.text(words).contains("{")) }
  }
}
