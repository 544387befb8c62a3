import Foundation
import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("The printed pack", .enabled(if: Paper.hasConverters))
struct PrintedPackTests {
  private func pages(_ request: PrintPackRequest) throws -> [String] {
    let file = try Paper.renderer().render(request)
    let text = try Paper.output(of: "pdftotext", ["-enc", "UTF-8", "-layout", "FILE", "-"], file.bytes)
    return text.split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test("Has two sides for each form, ten badges, eight cards and one table a page")
  func counts() throws {
    func count(_ part: PrintPackPart, people: Int) throws -> Int {
      try pages(PrintSample.request(people: people, parts: [part])).count
    }
    #expect(try count(.storyForms, people: 3) == 6)
    #expect(try count(.badges, people: 21) == 3)
    #expect(try count(.withdrawalCards, people: 17) == 3)
    #expect(try count(.tableCards, people: 17) == 3)
    for part in [PrintPackPart.poster, .guideAdults, .guideChildren] { #expect(try count(part, people: 3) == 1) }
    #expect(try count(.checklist, people: 3) == 2)
  }

  @Test(
    "The wall list takes one page for a room of 120 and four for 500, each on a front",
    arguments: [(23, 1), (120, 1), (500, 4)])
  func wallList(people: Int, walls: Int) throws {
    var request = try PrintSample.request(people: people, parts: [.tablePlan])
    request.seats = try PrintSample.seats(people: people)
    let pages = try pages(request)
    let lists = pages.indices.filter { pages[$0].contains("Zoek je badgenummer") }
    #expect(lists == (0..<walls).map { $0 * 2 })
    let numbers = lists.flatMap { pages[$0].matches(of: /\d+/).compactMap { Int($0.output) } }
    #expect(Set(1...people).isSubset(of: numbers))
    let slips = pages.filter { $0.contains("Aan deze tafel, met hun badgenummer") }
    #expect(slips.count == (request.seats[0].plan.seating.tables.count + 3) / 4)
    let handOut = try #require(pages.firstIndex { $0.contains("Badges uitdelen") })
    #expect(handOut.isMultiple(of: 2))
    #expect(pages[handOut...].filter { !$0.allSatisfy(\.isWhitespace) }.allSatisfy { $0.contains("Niet ophangen.") })
    #expect(pages[..<handOut].allSatisfy { !$0.contains("Ouder") })
  }

  @Test("Begins every part on a front, so that it comes apart when printed on two sides")
  func fronts() throws {
    let pages = try pages(PrintSample.request(people: 3))
    for title in ["Welkom!", "Vertel en luister", "Ik ben reporter!", "Mijn verhaal", "Lijst voor de begeleider"] {
      let first = try #require(pages.firstIndex { $0.contains(title) }, "\(title)")
      #expect(first.isMultiple(of: 2), "\(title) is on page \(first + 1)")
    }
  }

  @Test("Carries what people wrote as they wrote it, and none of it is markup")
  func hardText() throws {
    var request = try PrintSample.request(
      people: 1, parts: [.storyForms, .poster, .badges, .tableCards, .withdrawalCards, .runSheets],
      house: "#set page() *vet* <script>alert(1)</script> $x$ @bron")
    request.trajectory.controller.contact = "#panic(\"x\") _schuin_"
    request.framework.lists[.buildingBlocks]?[0].ownLabel = "*sterk* #pagebreak()"
    request.runSheets[0].items[0][.title] = "= kop #lorem(9)"
    let text = try pages(request).joined()
    for told in ["*vet*", "<script>", "#panic(", "_schuin_", "*sterk*", "#pagebreak()", "= kop #lorem(9)"] {
      #expect(text.contains(told), "\(told)")
    }
  }

  @Test("Keeps a long house on the page, each card on its own, and an Arabic one in its script")
  func longAndArabic() throws {
    let long = String(String(repeating: "Intergemeentelijk Huis van het Kind ", count: 4).prefix(119)) + "z"
    let parts: Set<PrintPackPart> = [.poster, .tableCards, .storyForms, .badges, .withdrawalCards]
    // Poster, table card, 8 forms of two sides, badges and cards, and a blank side after each part of one page.
    #expect(try pages(PrintSample.request(people: 8, parts: parts, house: long)).count == 2 + 2 + 16 + 2 + 1)
    let arabic = try pages(PrintSample.request(people: 1, parts: [.poster], house: "بيت الطفل في دوفل"))
    #expect(arabic[0].precomposedStringWithCompatibilityMapping.contains("الطفل"))
  }

  @Test("Breaks a name without a space rather than run off the paper")
  func unbroken() throws {
    let word = String(repeating: "hottentottententententoonstelling", count: 5)
    var request = try PrintSample.request(people: 8, house: String(word.prefix(120)))
    request.runSheets[0].gathering.title = word
    request.seats = try PrintSample.seats(people: 20)
    let file = try Paper.renderer().render(request)
    let boxes = try Paper.output(of: "pdftotext", ["-bbox", "-enc", "UTF-8", "FILE", "-"], file.bytes)
    let ends = boxes.matches(of: /xMax="([0-9.]+)"/).compactMap { Double($0.output.1) }
    #expect(ends.count > 1_000)
    #expect((ends.max() ?? 0) <= 595)
    let text = try pages(request).joined().filter { $0.isLetter }
    #expect(text.contains(word))
  }

  @Test("Marks a rehearsal on every page")
  func rehearsal() throws {
    var request = try PrintSample.request(people: 2)
    request.trajectory.isRehearsal = true
    let pages = try pages(request).filter { !$0.allSatisfy(\.isWhitespace) }
    #expect(pages.count > 10)
    #expect(pages.allSatisfy { $0.contains("OEFENING") })
  }

  @Test("Is tagged, in Dutch, and claims PDF/UA-1")
  func accessible() throws {
    let file = try Paper.renderer().render(PrintSample.request(people: 2))
    #expect(try Paper.output(of: "pdfinfo", ["FILE"], file.bytes).contains(/Tagged: +yes/))
    #expect(try Paper.output(of: "pdfinfo", ["-meta", "FILE"], file.bytes).contains("pdfuaid:part"))
    #expect(file.suggestedFileName == "duffel-2026-drukpakket.pdf")
  }

  @Test("A part by itself has its own name", arguments: [(PrintPackPart.poster, "poster"), (.badges, "badges")])
  func names(part: PrintPackPart, name: String) throws {
    let file = try Paper.renderer().render(PrintSample.request(people: 2, parts: [part]))
    #expect(file.suggestedFileName == "duffel-2026-\(name).pdf")
  }
}
