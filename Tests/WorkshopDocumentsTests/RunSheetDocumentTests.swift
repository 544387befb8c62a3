import Foundation
import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("Run sheets to print")
struct RunSheetDocumentTests {
  /// The sample's day with every kind of mark, and a moment apart without a day.
  private func request() throws -> RunSheetRequest {
    let record = try SampleDay.record(stoppedAfter: nil)
    var day = record.runSheets[0]
    day.gathering.date = CalendarDate("2026-11-22")
    for index in day.items.indices { day.items[index][.notes] = "" }
    day.items[2][.method] = "Leg het blad op tafel.\nLees de vragen samen.\nWissel na 25 minuten."
    day.items[2][.planB] = "Te weinig mensen? Maak één trio."
    day.items[2][.lead] = "begeleider"
    day.items[6].anchor = day.items[6].start
    day.items[6].anchorReason = .lunch
    day.items[1].isSkipped = true
    let apart = RunSheet(
      gathering: Gathering(id: "apart", kind: .separate, title: "Kinderen <b>samen</b>", start: 810, template: .short),
      items: [])
    return RunSheetRequest(
      trajectory: record.trajectory,
      runSheets: [RunSheet(gathering: day.gathering, items: day.items), apart], madeAt: SampleDay.nine)
  }

  private func text(_ format: DocumentFormat, _ request: RunSheetRequest) throws -> String {
    String(decoding: try Paper.renderer().render(request, as: format).bytes, as: UTF8.self)
  }

  @Test("Look as they did before, as a web page")
  func snapshot() throws {
    let page = try text(.html, request())
    let style = try #require(page.firstRange(of: /<style>(.|\n)*<\/style>/))
    try expectSnapshot(page.replacingCharacters(in: style, with: ""), "run-sheet.html")
  }

  @Test("Tell only what was filled in, and leave out of the overview what is skipped")
  func content() throws {
    let page = try text(.html, request())
    #expect(page.contains("Te weinig mensen?"))
    #expect(page.contains("2 × 25 minuten, met een wissel"))
    #expect(page.contains("vast uur: lunch"))
    #expect(page.components(separatedBy: "Kader, vraag en spelregels").count == 2)
    #expect(!page.contains("<dt>Notities"))
    #expect(page.contains("Kinderen &lt;b&gt;samen&lt;/b&gt;"))
    #expect(page.contains("Dit draaiboek heeft nog geen onderdelen."))
    #expect(page.contains("datum nog af te spreken"))
  }

  @Test("As a calendar have the hours of the place, and only gatherings with a day")
  func calendar() throws {
    var request = try request()
    let file = try text(.ics, request).replacing("\r\n ", with: "")
    #expect(file.contains("DTSTART:20261122T080000Z\r\n"))
    #expect(file.contains("DTEND:20261122T153000Z\r\n"))
    #expect(file.contains("UID:dag-1@duffel-2026.werkdag\r\n"))
    #expect(file.components(separatedBy: "BEGIN:VEVENT").count == 2)
    #expect(!file.contains("SEQUENCE:"))
    request.revisions = ["dag-1": 12]
    #expect(try text(.ics, request).contains("SEQUENCE:12\r\n"))
    // In summer the same hour of the place is an hour earlier.
    request.runSheets[0].gathering.date = CalendarDate("2026-07-01")
    #expect(try text(.ics, request).contains("DTSTART:20260701T070000Z\r\n"))
  }

  @Test("Without any day there is no calendar, and the answer says why")
  func noCalendar() throws {
    var request = try request()
    request.runSheets.removeFirst()
    let error = try #require(throws: DocumentError.self) { try Paper.renderer().render(request, as: .ics) }
    #expect(error.cause == .noDate)
    #expect(error.message(try .shipped()).contains("een datum"))
  }

  @Test("Are named after the gathering where there is one only")
  func names() throws {
    var request = try request()
    #expect(try Paper.renderer().render(request, as: .html).suggestedFileName == "duffel-2026-draaiboek.html")
    request.runSheets.removeLast()
    #expect(try Paper.renderer().render(request, as: .html).suggestedFileName == "duffel-2026-draaiboek-dag-1.html")
  }

  @Test("Fit a day on one page for the wall, the script after it", .enabled(if: Paper.hasConverters))
  func oneWallPage() throws {
    let file = try Paper.renderer().render(request(), as: .pdf)
    let text = try Paper.output(of: "pdftotext", ["-enc", "UTF-8", "FILE", "-"], file.bytes)
    let pages = text.split(separator: "\u{0C}").map(String.init)
    #expect(pages[0].contains("Slotkring"))
    #expect(!pages[0].contains("Het hele draaiboek"))
    #expect(pages[1].contains("Het hele draaiboek"))
    #expect(try Paper.output(of: "pdfinfo", ["FILE"], file.bytes).contains(/Tagged: +yes/))
  }

  @Test("As Word begin the script on a new page", .enabled(if: Paper.hasConverters))
  func word() throws {
    let file = try Paper.renderer().render(request(), as: .docx)
    let content = try Paper.output(of: "unzip", ["-p", "FILE", "word/document.xml"], file.bytes)
    #expect(content.contains("w:val=\"Bladbegin\""))
    #expect(content.contains("Te weinig mensen? Maak één trio."))
  }
}
