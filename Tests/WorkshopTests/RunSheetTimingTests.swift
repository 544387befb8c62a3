import Foundation
import Testing
import Workshop

@Suite("The timing rule that Swift and JavaScript share")
struct RunSheetTimingTests {
  private struct Fixture: Decodable {
    struct Case: Decodable {
      let name: String
      let start: Int
      let items: [Item]
      let expected: [Expected]
      let end: Int
    }
    struct Item: Decodable {
      let id: RunSheetItemID
      let minutes: Int
      let anchor: Int?
      let isSkipped: Bool
    }
    struct Expected: Decodable, Equatable {
      let id: RunSheetItemID
      let start: Int
      let end: Int
    }
    let cases: [Case]
  }

  @Test("Every case of the shared fixture comes out as written")
  func fixture() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let json = try Data(contentsOf: tests.appendingPathComponent("Fixtures/run-sheet-timing.json"))
    let fixture = try JSONDecoder().decode(Fixture.self, from: json)
    #expect(fixture.cases.count > 10)
    for one in fixture.cases {
      let items = one.items.map { given in
        var item = RunSheetItem(id: given.id, title: "x", minutes: given.minutes, phase: .frame)
        (item.anchor, item.isSkipped) = (given.anchor, given.isSkipped)
        return item
      }
      let gathering = Gathering(id: "dag-1", kind: .workday, start: one.start, template: .oneDay)
      let sheet = RunSheet(gathering: gathering, items: items)
      let times = sheet.items.map { Fixture.Expected(id: $0.id, start: $0.start, end: $0.end) }
      #expect(times == one.expected, "\(one.name)")
      #expect(sheet.end == one.end, "\(one.name)")
    }
  }
}
