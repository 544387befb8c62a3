import Foundation
import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("The report on the days as they went, and on voices from before")
struct CourseAndVoicesTests {
  private func chapter(_ title: String, of record: WorkdayRecord) throws -> [Block] {
    let document = try Paper.renderer().document(.report, record: record)
    return try #require(document.chapters.first { $0.title == title }).blocks
  }

  private func rows(_ blocks: [Block]) -> [[String]] {
    blocks.flatMap { block -> [[String]] in
      guard case .table(let table) = block else { return [] }
      return table.rows.map { $0.map { $0.text.map(\.plain).joined() } }
    }
  }

  private func paragraphs(_ blocks: [Block]) -> [String] {
    blocks.compactMap { if case .paragraph(let text) = $0 { text.map(\.plain).joined() } else { nil } }
  }

  @Test("Planned against actual tells what was shortened on the day and what was skipped")
  func adjusted() throws {
    var record = try SampleDay.record()
    record.runSheets[0].items[7].adjustedMinutes = 40
    record.runSheets[0].items[1].isSkipped = true
    (record.runSheets[0].items[1].actualStart, record.runSheets[0].items[1].actualEnd) = (nil, nil)
    let blocks = try chapter("Hoe de dag liep", of: record)
    let rows = rows(blocks)
    #expect(rows[7][3] == "zoals gepland; op de dag zelf ingekort tot 40 minuten")
    #expect(rows[1][2] == "overgeslagen" && rows[1][3] == "")
    #expect(paragraphs(blocks).contains("Samen werden 10 minuten teruggewonnen door onderdelen in te korten."))
  }

  @Test("What was shortened but never ran won nothing back")
  func notRun() throws {
    var record = try SampleDay.record(stoppedAfter: "verhaal")
    record.runSheets[0].items[7].adjustedMinutes = 40
    #expect(!paragraphs(try chapter("Hoe de dag liep", of: record)).contains { $0.contains("teruggewonnen") })
  }

  @Test("Two workdays stand below each other, and other moments do not")
  func bothDays() throws {
    var record = try SampleDay.record()
    let words = try Catalogue.shipped()
    record.runSheets = RunSheetTemplate.twoDay.runSheets(on: [], words: words)
    record.runSheets.append(RunSheetTemplate.short.runSheet(id: "kinderen", date: nil, words: words))
    let blocks = try chapter("Hoe de dag liep", of: record)
    let parts = blocks.compactMap { if case .heading(let heading) = $0 { heading.text } else { nil } }
    #expect(parts == ["Werkdag 1", "Werkdag 2"])
    #expect(rows(blocks).count == 11 + 12)
  }

  @Test("Stories and dreams of children are counted as such, and marked wherever they are quoted")
  func voices() throws {
    var record = try SampleDay.record()
    let words = try Catalogue.shipped()
    record.runSheets.append(RunSheetTemplate.short.runSheet(id: "kinderen", date: nil, words: words))
    record.runSheets.append(RunSheetTemplate.beforehand.runSheet(id: "vooraf", date: nil, words: words))
    let quoted = { (kind: ContributionKind) in
      record.contributions.indices.filter {
        record.contributions[$0].kind == kind && record.contributions[$0].may(.report)
      }
    }
    let (stories, dreams) = (quoted(.story), quoted(.dream))
    for index in stories.prefix(2) { record.contributions[index].origin.gathering = "kinderen" }
    record.contributions[stories[2]].origin.gathering = "vooraf"
    record.contributions[dreams[0]].origin.gathering = "kinderen"
    #expect(
      paragraphs(try chapter("Verhalen per bouwsteen", of: record)).contains(
        "3 verhalen werden niet op de werkdag zelf verteld: 2 stemmen van kinderen en 1 vooraf verteld."))
    let blocks = try chapter("Dromen", of: record)
    #expect(
      paragraphs(blocks).contains("Eén droom werd niet op de werkdag zelf gemaakt: 1 stem van kinderen."))
    let sources = blocks.compactMap {
      if case .quote(let quote) = $0 { quote.source.map(\.plain).joined() } else { nil }
    }
    #expect(sources.count { $0.hasSuffix(", stem van kinderen)") } == 1)
    let export = try JSONEncoder().encode(
      RecordExport(record: record, words: DocumentWords(catalogue: words, framework: .shipped, timeZone: .brussels)))
    #expect(String(decoding: export, as: UTF8.self).contains(#""voice":"children""#))
  }

  @Test("A day without other moments says nothing of voices")
  func noVoices() throws {
    let document = try Paper.renderer().document(.report, record: SampleDay.record())
    let said = document.chapters.flatMap { paragraphs($0.blocks) }
    #expect(!said.contains { $0.contains("niet op de werkdag zelf") })
  }
}
