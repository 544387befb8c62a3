import Foundation
import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("The print pack")
struct PrintPackTests {
  private func pack(_ request: PrintPackRequest) throws -> PrintPack { try Paper.renderer().pack(request) }

  @Test("Says what it said before")
  func snapshot() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let json = try encoder.encode(pack(PrintSample.request(people: 3)))
    try expectSnapshot(String(decoding: json, as: UTF8.self) + "\n", "print-pack.json")
  }

  @Test("Holds only the parts asked for", arguments: PrintPackPart.allCases)
  func parts(part: PrintPackPart) throws {
    var request = try PrintSample.request(people: 3, parts: [part])
    request.seats = try PrintSample.seats(people: 3)
    let pack = try pack(request)
    let there: [PrintPackPart: Bool] = [
      .runSheets: pack.runSheets != nil,
      .poster: pack.poster != nil, .tableCards: pack.tableCards != nil, .tablePlan: pack.tablePlan != nil,
      .guideAdults: pack.guideAdults != nil,
      .guideChildren: pack.guideChildren != nil, .storyForms: pack.storyForms != nil, .badges: pack.badges != nil,
      .withdrawalCards: pack.withdrawalCards != nil, .checklist: pack.checklist != nil,
    ]
    #expect(there.filter(\.value).keys.map(\.self) == [part])
  }

  @Test("The paper form asks every field of the story but those coded later, and nothing else")
  func form() throws {
    let forms = try #require(try pack(PrintSample.request(people: 1)).storyForms)
    let words = try Paper.words()
    let asked = FormDefinition.story.fields.filter { $0.tier != .coding }.map { words.label($0.id, of: .story) }
    #expect((forms.front + forms.back).map(\.label) == asked)
    #expect(forms.consents.count == FormDefinition.story.consents.count + 1)
    #expect((forms.front + forms.back).allSatisfy { $0.lines > 0 || !$0.choices.isEmpty })
  }

  @Test("Terms that are switched off are not on paper, and a traject's own words are")
  func ownTerms() throws {
    var request = try PrintSample.request(people: 1)
    request.framework.lists[.buildingBlocks]?[0].isEnabled = false
    request.framework.lists[.buildingBlocks]?[1].ownLabel = "Wat we doen"
    let blocks = try #require(try pack(request).storyForms?.front.first { $0.choices.contains("Wat we doen") })
    #expect(!blocks.choices.contains("Visie"))
  }

  @Test("Each withdrawal card has the code of its sheet's form")
  func sameSheets() throws {
    let pack = try pack(PrintSample.request(people: 40))
    #expect(pack.storyForms?.sheets == pack.withdrawalCards?.cards.map(\.sheet))
    #expect(Set(pack.withdrawalCards?.cards.map(\.code) ?? []).count == 40)
  }

  @Test("A table that was seated names its badges, and the badges their table")
  func seated() throws {
    var request = try PrintSample.request(people: 9)
    request.tables = [.init(number: 1, badges: [1, 4, 7]), .init(number: 2, badges: [2])]
    let pack = try pack(request)
    #expect(pack.tableCards?.cards.map(\.badges) == ["Aan deze tafel: badge 1, 4 en 7", "Aan deze tafel: badge 2"])
    #expect(pack.badges?.badges.map(\.table) == [1, 2, nil, 1, nil, nil, 1, nil, nil])
  }

  @Test("The table plan gives everybody's table by badge, the duos of each table, and which badge is for whom")
  func tablePlan() throws {
    var request = try PrintSample.request(people: 23)
    request.seats = try PrintSample.seats(people: 23)
    let plan = try #require(try pack(request).tablePlan?.plans.first)
    #expect(plan.seats.map(\.badge) == Array(1...23))
    #expect(plan.tables.flatMap { $0.duos.flatMap { $0 } }.sorted() == Array(1...23))
    for seat in plan.seats {
      #expect(plan.tables.first { $0.number == seat.table }?.duos.joined().contains(seat.badge) == true)
    }
    #expect(plan.stacks.map(\.badges.count).reduce(0, +) == 23)
    #expect(plan.stacks.first?.group == "Ouder of grootouder")
  }

  @Test("Tables made from who checked in name nobody's group on paper")
  func checkedIn() throws {
    var request = try PrintSample.request(people: 23)
    request.seats = try PrintSample.seats(people: 23, isFromCounts: false)
    #expect(try pack(request).tablePlan?.plans.first?.stacks == [])
  }

  @Test("While nobody was seated there is no table plan, and asking for it alone is refused in words")
  func unseated() throws {
    #expect(try pack(PrintSample.request(people: 3)).tablePlan == nil)
    let error = try #require(throws: DocumentError.self) {
      try Paper.renderer().render(PrintSample.request(people: 3, parts: [.tablePlan]))
    }
    #expect(error.cause == .nothingToPrint)
    #expect(error.message(try Catalogue.shipped()).hasPrefix("Daar is nog niets van."))
  }

  @Test("Without an address there is none to read, the code is, and no web address stands on the cards")
  func noAddress() throws {
    var request = try PrintSample.request(people: 1)
    request.join = .init(code: "K7WMQ4")
    let pack = try pack(request)
    #expect(pack.poster?.join == .init(address: nil, code: "K7W MQ4", modules: []))
    #expect(pack.withdrawalCards?.words["web"] == "")
  }

  @Test("An address on the internet is told as lasting, one in the hall as of today")
  func addresses() throws {
    var request = try PrintSample.request(people: 1)
    #expect(try pack(request).withdrawalCards?.words["web"]?.hasPrefix("Vandaag") == true)
    request.join.address = "https://werkdag.example"
    #expect(try pack(request).withdrawalCards?.words["web"] == "Zelf: ga naar https://werkdag.example/terugnemen")
  }

  @Test("The guide's minutes follow the timer of the run sheet")
  func minutes() throws {
    var request = try PrintSample.request(people: 1)
    #expect(try pack(request).guideAdults?.words["lead"]?.contains("2 × 25") == true)
    request.runSheets = []
    #expect(try pack(request).guideAdults?.words["lead"]?.contains("2 × 25") == true)
    request = try PrintSample.request(people: 1)
    for index in request.runSheets[0].items.indices { request.runSheets[0].items[index].timerMinutes = 40 }
    #expect(try pack(request).guideAdults?.words["lead"]?.contains("2 × 20") == true)
  }

  @Test("A hundred people need thirteen tables")
  func tables() {
    #expect([0, 1, 8, 9, 100, 500].map(PrintPackRequest.tables) == [1, 1, 1, 2, 13, 63])
  }

  @Test("A missing converter is told in words, with what installs it")
  func missing() throws {
    let words = try Catalogue.shipped()
    let renderer = DocumentRenderer(words: words, converters: Converters())
    let error = try #require(throws: DocumentError.self) { try renderer.render(PrintSample.request(people: 1)) }
    #expect(error.message(words).contains("Scripts/serve"))
    #expect(error.description.hasPrefix("print-pack.pdf"))
  }
}
