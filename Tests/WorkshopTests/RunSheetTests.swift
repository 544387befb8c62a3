import Foundation
import Testing
import Workshop

@Suite("The times of a draaiboek")
struct RunSheetTests {
  private func item(_ id: RunSheetItemID, _ minutes: Int, anchor: Int? = nil, skipped: Bool = false) -> RunSheetItem {
    var item = RunSheetItem(id: id, title: "\(id)", minutes: minutes, phase: .frame)
    item.anchor = anchor
    item.isSkipped = skipped
    return item
  }

  @Test("Items follow each other; a skipped one takes no time and an anchored one waits for its hour")
  func timed() {
    let items = [item("a", 30), item("b", 20, skipped: true), item("c", 15), item("d", 60, anchor: 720), item("e", 5)]
      .timed(from: 540)
    #expect(items.map(\.start) == [540, 570, 570, 720, 780])
    #expect(items.map(\.end) == [570, 570, 585, 780, 785])
  }

  @Test("An anchor stays where it is, even where what comes before runs over it")
  func overlap() {
    let items = [item("a", 60), item("b", 10, anchor: 570), item("c", 5)].timed(from: 540)
    #expect(items.map(\.start) == [540, 570, 580])
  }

  @Test("An item survives being written and read, all but its version")
  func codable() throws {
    var item = item("a", 50, anchor: 600)
    item[.planB] = "Binnen blijven"
    item.anchorReason = .schoolPickUp
    item.adjustedMinutes = 40
    item.minimumMinutes = 20
    item.rounds = 3
    #expect(try JSONDecoder().decode(RunSheetItem.self, from: JSONEncoder().encode(item)) == item)
  }

  @Test("The items of a second day have ids of their own")
  func ids() throws {
    let words = try Catalogue.shipped()
    let first = RunSheetTemplate.oneDay.runSheet(id: "dag-1", date: nil, words: words)
    let second = RunSheetTemplate.oneDay.runSheet(id: "dag-2", date: nil, words: words)
    #expect(first.items.map(\.id).contains("welkom"))
    #expect(Set(first.items.map(\.id)).isDisjoint(with: second.items.map(\.id)))
  }
}
