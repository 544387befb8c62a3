import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Sheets of paper")
struct PaperSheetTests {
  let fixture: TrajectoryFixture

  init() throws { fixture = try TrajectoryFixture() }

  private func sheets(_ count: Int) throws -> [PaperSheet] { try fixture.store.read { try $0.paperSheets(count) } }

  @Test("Have three letters and their number, and are the same each time they are printed")
  func codes() throws {
    let sheets = try sheets(100)
    #expect(sheets.map(\.number) == Array(1...100))
    for sheet in sheets { #expect(sheet.code.wholeMatch(of: /[A-HJ-NP-Z2-9]{3}-\d{3}/) != nil, "\(sheet.code)") }
    #expect(sheets[11].code.hasSuffix("-012"))
    #expect(try self.sheets(100) == sheets)
  }

  @Test("Have an id of their own, well formed, and a code of their own to take it back")
  func derived() throws {
    let sheets = try sheets(PaperSheet.most)
    #expect(Set(sheets.map(\.contribution)).count == PaperSheet.most)
    #expect(Set(sheets.map(\.withdrawalCode)).count == PaperSheet.most)
    #expect(sheets.allSatisfy { ContributionID(uuid: $0.contribution.rawValue) == $0.contribution })
    #expect(sheets.allSatisfy { fixture.store.withdrawalCode(for: $0.contribution) == $0.withdrawalCode })
  }

  @Test("Are not made without a secret, which would give everybody the same codes")
  func noSecret() throws {
    let file = try DatabaseQueue()
    try Migrations.all.migrate(file)
    #expect(throws: StoreError("trajectory", .damaged)) { try file.read { try Reader(db: $0).paperSheets(1) } }
  }

  @Test("Are found by their code, however it is typed")
  func typed() throws {
    let sheet = try sheets(10)[9]
    let (letters, small) = (sheet.code.prefix(3), sheet.code.lowercased())
    for typed in [sheet.code, small, " \(small) ", "\(letters)010", "\(letters) - 010", "\(letters)-OIO"] {
      #expect(fixture.store.paperSheet(typed: typed) == sheet, "\(typed)")
    }
  }

  @Test(
    "Are not found by a code with a mistake in it",
    arguments: ["", "B7K", "012", "B7K-1234", "B7K-000", "B7K-Ⅻ1", "💥"])
  func wrong(typed: String) throws {
    #expect(fixture.store.paperSheet(typed: typed) == nil)
  }

  @Test("A mistake in the number is noticed by the letters")
  func wrongNumber() throws {
    let sheets = try sheets(60)
    let swapped = zip(sheets, sheets.dropFirst()).filter { one, next in
      fixture.store.paperSheet(typed: "\(one.code.prefix(3))\(next.code.suffix(4))") != nil
    }
    #expect(swapped.isEmpty)
  }

  @Test("Of another traject have other codes")
  func otherTraject() throws {
    let other = try TrajectoryFixture(secrets: .system)
    #expect(try other.store.paperSheet(typed: sheets(1)[0].code) == nil)
  }

  @Test("Printing writes nothing, and at most as many as there are numbers")
  func most() throws {
    let before = try fixture.store.read { try $0.lastSequence() }
    #expect(try sheets(5_000).count == PaperSheet.most)
    #expect(try sheets(-1).isEmpty)
    #expect(try fixture.store.read { try $0.lastSequence() } == before)
  }
}
