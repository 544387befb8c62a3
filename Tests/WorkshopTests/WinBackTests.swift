import Foundation
import Testing
import Workshop
import WorkshopTestSupport

@Suite("The day as it goes: forecast, drift, winning time back")
struct WinBackTests {
  @Test("The forecast follows what really happened, and waits for a fixed hour")
  func forecast() throws {
    let sheet = try RunSheet.sample().running("interview", late: 10)
    let forecast = sheet.forecast(openItem: "interview", now: .at(600))
    #expect(forecast.starts["welkom"] == nil && forecast.starts["interview"] == nil)
    #expect(forecast.starts["pauze-voormiddag"] == 645)
    #expect(forecast.starts["lunch"] == 740)
    #expect(forecast.starts["dromen"] == 790)
    let early = try RunSheet.sample().running("positieve-kern", late: -10)
    #expect(early.forecast(openItem: "positieve-kern", now: .at(700)).starts["lunch"] == 730)
    // Half an hour over its time: what comes next begins when it ends, which is not before now.
    #expect(sheet.forecast(openItem: "interview", now: .at(675)).starts["pauze-voormiddag"] == 675)
  }

  @Test("Before the day and on another day everything is as planned; late at the door counts from now")
  func beforeTheDay() throws {
    let sheet = try RunSheet.sample()
    #expect(sheet.forecast(openItem: nil, now: .at(500)).starts["kader"] == 560)
    #expect(sheet.forecast(openItem: nil, now: .at(555)).starts["kader"] == 575)
    #expect(sheet.forecast(openItem: nil, now: .at(555 + 1_440)).starts["kader"] == 560)
  }

  @Test("Between two items the next begins now; skipped items take no time, shortened ones less")
  func between() throws {
    var sheet = try RunSheet.sample().running("kader", late: 0)
    sheet.items[1].actualEnd = .at(575)
    sheet.items[2].adjustedMinutes = 50
    sheet.items[3].isSkipped = true
    let starts = sheet.forecast(openItem: nil, now: .at(580)).starts
    #expect(starts["interview"] == 580)
    #expect(starts["pauze-voormiddag"] == 630)
    #expect(starts["verhalen-vertellen"] == 630)
  }

  @Test("Drift is how much later than planned the open item ends; shortening it wins at once")
  func drift() throws {
    var sheet = try RunSheet.sample().running("dromen", late: 20)
    #expect(sheet.items.drift(openItem: "dromen", now: .at(805)) == 20)
    #expect(sheet.items.drift(openItem: "dromen", now: .at(855)) == 25)
    sheet.items[7].adjustedMinutes = 40
    #expect(sheet.items.drift(openItem: "dromen", now: .at(805)) == 10)
    #expect(sheet.items.drift(openItem: "dromen", now: .at(842)) == 12)
    #expect(sheet.items.drift(openItem: nil, now: .at(842)) == 0)
  }

  @Test("Twenty minutes late after lunch: cuts until the end, in fives, and told in plain words")
  func afterLunch() throws {
    let words = try Catalogue.shipped()
    let sheet = try RunSheet.sample().running("lunch", late: 20)
    let plan = sheet.winBack(openItem: "lunch", now: .at(755))
    #expect(plan.late == 20 && plan.until == nil && plan.deadline == 990)
    #expect(plan.total == 20)
    #expect(plan.proposals.allSatisfy { $0.minutes.isMultiple(of: 5) })
    #expect(plan.proposals.map(\.item.id) == ["dromen", "ontwerpen", "doen"])
    #expect(plan.proposals[0].text(words) == "‘Dromen: maken en tonen’: 5 minuten korter (45 in plaats van 50)")
  }

  @Test("Late before lunch: only what comes before it gives, and rounds stay equally long")
  func beforeLunch() throws {
    let words = try Catalogue.shipped()
    let sheet = try RunSheet.sample().running("kader", late: 15)
    let plan = sheet.winBack(openItem: "kader", now: .at(580))
    #expect(plan.late == 15 && plan.until?.id == "lunch" && plan.deadline == 730)
    #expect(plan.total == 15)
    let interview = try #require(plan.proposals.first { $0.item.id == "interview" })
    #expect(interview.minutes == 10)
    #expect(
      interview.text(words)
        == "‘Ontdekken 1: interview in duo’s’: 10 minuten korter, 2 rondes van 20 in plaats van 25 minuten")
  }

  @Test("On time: nothing to win back")
  func onTime() throws {
    let plan = try RunSheet.sample().running("dromen", late: 0).winBack(openItem: "dromen", now: .at(790))
    #expect(plan.late == 0 && plan.proposals.isEmpty)
  }

  @Test("A minimum holds, also for the item that runs, and people get time to round off")
  func minimum() throws {
    var sheet = RunSheet.plain([60, 30], end: 630)
    sheet.items[0].minimumMinutes = 30
    sheet = try sheet.running("i0", late: 30)
    #expect(sheet.winBack(openItem: "i0", now: .at(575)).proposals.map(\.minutes) == [25, 5])
    #expect(sheet.winBack(openItem: "i0", now: .at(620)).proposals.map(\.minutes) == [5, 10])
  }

  @Test("Shortening is refused for what is never shortened, has run, or has no more to give")
  func refusals() throws {
    let sheet = try RunSheet.sample().running("dromen", late: 10)
    func fault(_ id: RunSheetItemID, _ minutes: Int) -> FieldFault? {
      do {
        _ = try sheet.shortening([id: minutes])
        return nil
      } catch .fields(let faults) { return faults[id.rawValue] } catch { return .missing }
    }
    #expect(fault("galerij", 5) == .runSheet(.notShortened))
    #expect(fault("pauze-namiddag", 5) == .runSheet(.notShortened))
    #expect(fault("lunch", 5) == .runSheet(.notShortened))
    #expect(fault("interview", 5) == .runSheet(.notShortened))
    #expect(fault("doen", 16) == .runSheet(.tooMuch(15)))
    #expect(fault("doen", 0) == .runSheet(.tooMuch(15)))
    #expect(fault("doen", 15) == nil)
    #expect(fault("doen", .min) == .runSheet(.tooMuch(15)))
    #expect(fault("doen", .max) == .runSheet(.tooMuch(15)))
    #expect(fault("lunch", .min) == .runSheet(.notShortened))
    #expect(throws: RunSheetRefusal.unknown("x")) { try sheet.shortening(["x": 5]) }
  }

  @Test("Put back, an item is as planned; cut again, it goes from what it was")
  func restores() throws {
    let sheet = try RunSheet.sample().shortening(["doen": 5])
    #expect(try sheet.shortening(["doen": 5])["doen"]?.length == 35)
    #expect(try sheet.shortening([:], restoring: ["doen"])["doen"]?.adjustedMinutes == nil)
    #expect(try sheet.shortening(["doen": 10])["doen"]?.timerLength == 20)
  }

  @Test(
    "Any day: never more than needed, never from what is protected, and applied it wins just that", arguments: 1...200)
  func properties(seed: Int) throws {
    var numbers = SplitMix64(seed: UInt64(seed))
    let sheet = try anyDay(&numbers)
    let open = try #require(sheet.items.last { $0.actualStart != nil })
    let now = Date.at(.random(in: 560...900, using: &numbers))
    let plan = sheet.winBack(openItem: open.id, now: now)
    #expect(plan.total <= plan.late)
    for proposal in plan.proposals {
      #expect(proposal.minutes > 0 && !proposal.item.isNeverShortened && proposal.item.actualEnd == nil)
      #expect(proposal.item.length - proposal.minutes >= proposal.item.shortest)
      if proposal.item.timerMinutes != nil { #expect(proposal.minutes.isMultiple(of: proposal.item.rounds)) }
      if let until = plan.until { #expect(sheet.place(of: proposal.item.id) < sheet.place(of: until.id)) }
    }
    let cuts = Dictionary(uniqueKeysWithValues: plan.proposals.map { ($0.item.id, $0.minutes) })
    let after = try sheet.shortening(cuts).winBack(openItem: open.id, now: now)
    if plan.total < plan.late { #expect(after.until == plan.until && after.late == plan.late - plan.total) }
    if plan.total == plan.late, after.late > 0 { #expect(after.deadline >= plan.deadline) }
    // Where nothing has rounds, all that can be given is given.
    if plan.total < plan.late, sheet.items.allSatisfy({ $0.rounds == 1 }) { #expect(after.proposals.isEmpty) }
  }

  /// A day with fixed hours, breaks and rounds at random, of which a part has run.
  private func anyDay(_ numbers: inout SplitMix64) throws -> RunSheet {
    var sheet = RunSheet.plain((0..<12).map { _ in .random(in: 5...70, using: &numbers) }, end: 900)
    for index in sheet.items.indices {
      sheet.items[index].isProtected = Int.random(in: 0..<5, using: &numbers) == 0
      sheet.items[index].isSkipped = Int.random(in: 0..<8, using: &numbers) == 0
      if Int.random(in: 0..<6, using: &numbers) == 0 {
        sheet.items[index].anchor = sheet.items[index].start + .random(in: -20...20, using: &numbers)
      }
      if Int.random(in: 0..<4, using: &numbers) == 0, sheet.items[index].minutes > 10 {
        sheet.items[index].rounds = .random(in: 1...3, using: &numbers)
        sheet.items[index].timerMinutes = sheet.items[index].minutes - 5
      }
    }
    sheet.items = sheet.items.timed(from: sheet.gathering.start)
    sheet.gathering.end = sheet.latestEnd
    let open = sheet.items[Int.random(in: 0..<6, using: &numbers)]
    return try sheet.running(open.id, late: .random(in: -10...60, using: &numbers))
  }
}

extension RunSheet {
  fileprivate func place(of id: RunSheetItemID) -> Int { items.firstIndex { $0.id == id } ?? -1 }
}
