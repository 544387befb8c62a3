import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("The follow-up run sheet")
struct FollowUpTests {
  private func document(_ record: WorkdayRecord) throws -> Document {
    try Paper.renderer().document(.followUp, record: record)
  }

  @Test("Puts actions with the earliest first step first, and those without a date last")
  func order() throws {
    let entries = try document(SampleDay.record()).blocks.compactMap { block -> Int64? in
      if case .entry(let entry) = block { entry.number } else { nil }
    }
    #expect(entries == [20, 21])
  }

  @Test("Asks to fill in what an action leaves open")
  func toFillIn() throws {
    #expect(try document(SampleDay.record()).texts.contains("nog in te vullen"))
  }

  @Test("Matches offers and requests at the same action, and leaves the other requests open")
  func requests() throws {
    let day = QuotableDay(try SampleDay.record())
    #expect(PledgeMatching(day: day).openRequests.map(\.headline) == ["Een bakfiets"])
    #expect(PledgeMatching(day: day).unattached.count == 2)
  }

  @Test("Leaves room for agreements and drafts the opvolgmoment", arguments: [nil, "verhaal", "slot"] as [StepID?])
  func chapters(step: StepID?) throws {
    let document = try document(SampleDay.record(stoppedAfter: step))
    #expect(document.chapters.count == 6)
    for chapter in document.chapters {
      #expect(!chapter.blocks.isEmpty)
      for case .table(let table) in chapter.blocks { #expect(!table.rows.isEmpty) }
    }
    let meeting = try #require(document.chapters.first { $0.title == "Ontwerp voor het opvolgmoment" })
    guard case .table(let table)? = meeting.blocks.last else { throw CancellationError() }
    #expect(table.rows.first?.first?.text == .plain("13:00"))
  }

  @Test("Passes signals on with their addressee")
  func signals() throws {
    #expect(
      try document(SampleDay.record()).texts.contains("De wachtlijst voor kinderopvang (voorstel 15)"))
  }
}
