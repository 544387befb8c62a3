import Foundation
import Testing
import Workshop
import WorkshopTestSupport

@Suite("Editing a draaiboek")
struct RunSheetEditTests {
  private func refusal(_ edit: RunSheetEdit, on sheet: RunSheet) -> RunSheetRefusal? {
    do {
      _ = try sheet.applying(edit)
      return nil
    } catch { return error }
  }

  @Test("Times recompute as an item stretches, moves, is skipped, added and taken out")
  func edits() throws {
    var sheet = RunSheet.plain([20, 30, 10])
    sheet = try sheet.applying(.change("i1", version: 1, [.minutes(40), .text(.goal, "  langer ")]))
    #expect(sheet.items.map(\.start) == [540, 560, 600])
    #expect(sheet["i1"]?.goal == "langer")
    sheet = try sheet.applying(.move("i2", before: "i0"))
    #expect(sheet.items.map(\.id) == ["i2", "i0", "i1"])
    #expect(sheet.items.map(\.start) == [540, 550, 570])
    sheet = try sheet.applying(.change("i0", version: 1, [.isSkipped(true)]))
    #expect(sheet.items.map(\.start) == [540, 550, 550])
    sheet = try sheet.applying(.add("nieuw", before: "i1", [.text(.title, "Nieuw"), .minutes(5)]))
    #expect(sheet.items.map(\.id) == ["i2", "i0", "nieuw", "i1"])
    sheet = try sheet.applying(.remove("i2", version: 1))
    #expect(sheet.items.map(\.start) == [540, 540, 545])
    sheet = try sheet.applying(.start(600))
    #expect(sheet.items.map(\.start) == [600, 600, 605])
    sheet = try sheet.applying(.end(900))
    #expect(sheet.gathering.end == 900)
  }

  @Test("An anchor has a reason, and loses it with the anchor")
  func anchors() throws {
    var sheet = RunSheet.plain([20, 30])
    sheet = try sheet.applying(.change("i1", version: 1, [.anchor(600)]))
    #expect(sheet["i1"]?.anchorReason == .other)
    #expect(sheet["i1"]?.start == 600)
    sheet = try sheet.applying(.change("i1", version: 1, [.anchorReason(.schoolPickUp)]))
    #expect(sheet["i1"]?.anchorReason == .schoolPickUp)
    sheet = try sheet.applying(.change("i1", version: 1, [.anchor(nil)]))
    #expect(sheet["i1"]?.anchorReason == nil)
  }

  @Test("Each field is held to its limits")
  func faults() {
    let sheet = RunSheet.plain([20, 30], end: 700)
    func fault(_ setting: RunSheetItem.Setting) -> FieldFault? {
      guard case .fields(let faults) = refusal(.change("i1", version: 1, [setting]), on: sheet) else { return nil }
      return faults[setting.name]
    }
    #expect(fault(.minutes(-1)) == .runSheet(.outOfRange(lowest: 0, highest: 600)))
    #expect(fault(.minutes(601)) == .runSheet(.outOfRange(lowest: 0, highest: 600)))
    #expect(fault(.minutes(0)) == nil)
    #expect(fault(.anchor(1440)) == .runSheet(.notATime))
    #expect(fault(.anchor(-5)) == .runSheet(.notATime))
    #expect(fault(.anchor(500)) == .runSheet(.beforeStart(540)))
    #expect(fault(.timerMinutes(0)) != nil)
    #expect(fault(.rounds(0)) != nil)
    #expect(fault(.minimumMinutes(-1)) != nil)
    #expect(fault(.step("bestaat-niet")) == .unknownChoice)
    #expect(fault(.text(.title, "  ")) == .missing)
    #expect(fault(.text(.title, String(repeating: "a", count: 121))) == .tooLong(limit: 120, actual: 121))
    #expect(fault(.text(.method, String(repeating: "a", count: 2_001))) == .tooLong(limit: 2_000, actual: 2_001))
  }

  @Test("A day has a start before its end, and neither outside the day")
  func times() {
    let sheet = RunSheet.plain([20], end: 700)
    #expect(refusal(.end(540), on: sheet) == .fields(["end": .runSheet(.endBeforeStart)]))
    #expect(refusal(.start(700), on: sheet) == .fields(["start": .runSheet(.endBeforeStart)]))
    #expect(refusal(.start(1440), on: sheet) == .fields(["start": .runSheet(.notATime)]))
    #expect(refusal(.end(1440), on: sheet) == .fields(["end": .runSheet(.notATime)]))
    #expect(refusal(.end(1439), on: sheet) == nil)
    #expect(refusal(.start(600), on: .plain([20], end: 1440)) == nil)
    #expect(refusal(.end(nil), on: sheet) == nil)
  }

  @Test("Nothing goes past midnight, but a day that does can be put right")
  func midnight() throws {
    let sheet = RunSheet.plain([60, 60], start: 1_300)
    #expect(
      refusal(.change("i0", version: 1, [.minutes(90)]), on: sheet)
        == .fields(["minutes": .runSheet(.pastMidnight(1_450))]))
    #expect(
      refusal(.add("n", before: nil, [.text(.title, "n"), .minutes(30)]), on: sheet)
        == .fields(["minutes": .runSheet(.pastMidnight(1_450))]))
    #expect(refusal(.start(1_330), on: sheet) == .fields(["start": .runSheet(.pastMidnight(1_450))]))
    var late = sheet
    late.gathering.start = 1_400
    late.items = late.items.timed(from: 1_400)
    #expect(refusal(.change("i0", version: 1, [.minutes(50)]), on: late) == nil)
    #expect(refusal(.change("i0", version: 1, [.minutes(61)]), on: late) != nil)
  }

  @Test("The second of two editors is told what stands there now")
  func stale() throws {
    var sheet = RunSheet.plain([20])
    sheet.items[0].version = 4
    #expect(refusal(.change("i0", version: 3, [.minutes(5)]), on: sheet) == .stale(sheet.items[0]))
    #expect(refusal(.remove("i0", version: 3), on: sheet) == .stale(sheet.items[0]))
  }

  @Test("What has run stays: it is not taken out, not skipped, not replaced")
  func hasRun() throws {
    var sheet = RunSheet.plain([20, 30])
    sheet.items[0].actualStart = .at(540)
    #expect(refusal(.remove("i0", version: 1), on: sheet) == .hasRun("Onderdeel 0"))
    #expect(refusal(.copy(.plain([5])), on: sheet) == .hasRun("Onderdeel 0"))
    #expect(
      refusal(.change("i0", version: 1, [.isSkipped(true)]), on: sheet) == .fields(["isSkipped": .runSheet(.hasRun)]))
    let edited = try sheet.applying(.change("i0", version: 1, [.minutes(25)]))
    #expect(edited["i0"]?.actualStart == .at(540))
  }

  @Test("Items nobody knows, or that are there already, are refused")
  func unknown() {
    let sheet = RunSheet.plain([20])
    #expect(refusal(.change("x", version: 1, []), on: sheet) == .unknown("x"))
    #expect(refusal(.move("i0", before: "x"), on: sheet) == .unknown("x"))
    #expect(refusal(.move("x", before: nil), on: sheet) == .unknown("x"))
    #expect(refusal(.add("i0", before: nil, [.text(.title, "a")]), on: sheet) == .taken("i0"))
    #expect(refusal(.add("n", before: nil, []), on: sheet) == .fields(["title": .missing]))
  }

  @Test("A copy has ids of its own and nothing of it has run")
  func copy() throws {
    let source = try RunSheet.sample().running("interview", late: 5)
    var number = 0
    let copy = source.copied {
      number += 1
      return .numbered(number)
    }
    #expect(copy.items.allSatisfy { $0.actualStart == nil && $0.version == 1 })
    let taken = try RunSheet.plain([5], end: 600).applying(.copy(copy))
    #expect(taken.items.map(\.title) == source.items.map(\.title))
    #expect(taken.gathering.end == source.gathering.end)
    #expect(Set(taken.items.map(\.id)).isDisjoint(with: source.items.map(\.id)))
  }

  @Test("Random edits: undoing all gives the beginning, redoing all the end", arguments: UInt64(1)...20)
  func history(seed: UInt64) throws {
    var numbers = SplitMix64(seed: seed)
    let beginning = try RunSheet.sample()
    var (sheet, history) = (beginning, [(before: RunSheetPart, after: RunSheetPart)]())
    for number in 0..<60 {
      let edit = RunSheetEdit.random(of: sheet, number: number, using: &numbers)
      guard let edited = try? sheet.applying(edit) else { continue }
      history.append(RunSheetPart.difference(sheet, edited))
      sheet = edited
    }
    let end = sheet
    #expect(history.count > 20)
    for parts in history.reversed() { sheet = try sheet.restoring(parts.before, insteadOf: parts.after) }
    #expect(sheet == beginning)
    for parts in history { sheet = try sheet.restoring(parts.after, insteadOf: parts.before) }
    #expect(sheet == end)
  }

  @Test("Undoing leaves what really happened")
  func undoKeepsActuals() throws {
    let before = RunSheet.plain([20, 30])
    let after = try before.applying(.change("i0", version: 1, [.isSkipped(true)]))
    let parts = RunSheetPart.difference(before, after)
    var day = before
    day.items[0].actualStart = .at(541)
    day.items[1].adjustedMinutes = 25
    let redone = try day.restoring(parts.after, insteadOf: parts.before)
    #expect(redone["i0"]?.isSkipped == false)
    #expect(redone["i0"]?.actualStart == .at(541))
    #expect(redone["i1"]?.adjustedMinutes == 25)
    let added = try before.applying(.add("n", before: nil, [.text(.title, "n")]))
    let addition = RunSheetPart.difference(before, added)
    var run = added
    run.items[2].actualStart = .at(600)
    #expect(throws: RunSheetRefusal.hasRun("n")) { try run.restoring(addition.before, insteadOf: addition.after) }
  }

  @Test("A form's settings are read by their types, and null takes away")
  func decoding() throws {
    let json =
      #"{"texts":{"title":"A","goal":3},"minutes":"20","anchor":null,"scene":"nergens","rounds":2,"step":null}"#
    let settings = try JSONDecoder().decode(RunSheetItem.Settings.self, from: Data(json.utf8))
    #expect(settings.values == [.text(.title, "A"), .anchor(nil), .step(nil), .rounds(2)])
    #expect(settings.faults == ["goal": .wrongType, "minutes": .wrongType, "scene": .unknownChoice])
  }
}
