import Foundation
import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("What a report tells of Ontwerpen")
struct DesignChapterTests {
  private func texts(_ record: WorkdayRecord) throws -> [String] {
    try Paper.renderer().document(.report, record: record).texts
  }

  private func told(_ blocks: [Block]) -> [String] {
    Document(title: "", subtitle: "", language: "nl", house: "", date: "", blocks: blocks).texts
  }

  @Test("A group of four that refuses what everyone else loves is a tension, and named nowhere")
  func smallGroup() throws {
    var record = try SampleDay.record()
    let proposal = try #require(record.contributions.last { $0.kind == .proposal })
    func people(_ count: Int, _ position: StancePosition, _ group: String) -> [Stance] {
      Array(repeating: Stance(proposal: proposal.id, position: position, groups: [group]), count: count)
    }
    record.stances.removeAll { $0.proposal == proposal.id }
    record.stances += people(60, .yes, "ouder") + people(56, .yes, "partner") + people(4, .no, "kind")
    let document = try Paper.renderer().document(.report, record: record)
    let gallery = try #require(document.chapters.first { $0.title == "Wat vond de zaal ervan" })
    let own = told(gallery.blocks)
    #expect(
      own.contains {
        $0.contains("De meesten gaan mee, maar niet iedereen: 116 keer ‘ja’, 0 keer ‘ja, maar’, 4 keer ‘nee’.")
      })
    let group = try Paper.words().label("kind", .stakeholderGroups)
    #expect(!own.contains { $0 == group })
  }

  @Test("Signals stand by addressee, however it was written, and those without one last")
  func signals() throws {
    var record = try SampleDay.record()
    let places = record.contributions.indices.filter { record.contributions[$0].kind == .proposal }
    let told = [
      ("Te weinig woningen", "vlaamse overheid"), ("Geen bus na zes", ""), ("Wachtlijsten", "Vlaamse overheid"),
    ]
    for (place, signal) in zip(places, told) {
      record.contributions[place].body["signal"] = .text(signal.0)
      record.contributions[place].body["signalAddressee"] = .text(signal.1)
    }
    let texts = try texts(record)
    let order = try ["Aan vlaamse overheid", "Te weinig woningen (voorstel", "Wachtlijsten (voorstel", "Nog zonder"]
      .map { start in try #require(texts.firstIndex { $0.hasPrefix(start) }, "\(start)") }
    #expect(order == order.sorted())
    #expect(!texts.contains("Aan Vlaamse overheid"))
  }

  @Test("A proposal tells its levels, life domains and what was answered about in- and exclusion")
  func proposalFields() throws {
    var record = try SampleDay.record()
    let place = try #require(record.contributions.firstIndex { $0.kind == .proposal })
    record.contributions[place].body["level"] = .list(["groep", "wijk"])
    record.contributions[place].body["lifeDomains"] = .list(["wonen"])
    record.contributions[place].body["inclusion"] = .answers(["gaten": "Na zes uur is er niets."])
    let texts = try texts(record)
    #expect(texts.contains("Groep · Wijk"))
    #expect(texts.contains("Wonen"))
    #expect(texts.contains("Welke gaten heeft ons netwerk? Na zes uur is er niets."))
  }

  @Test("The scan tells counts from ten answers up, and has no chapter where there was none")
  func scan() throws {
    var record = try SampleDay.record()
    let title = "Wie trekt het netwerk?"
    func chapter() throws -> [Block]? {
      try Paper.renderer().document(.report, record: record).chapters.first { $0.title == title }?.blocks
    }
    #expect(try chapter() == nil)
    record.scan = CoordinationScan(answers: [.time: ["gedeeld": 5, "opgedragen": 4]], people: 9)
    #expect(try chapter()?.contains { if case .table = $0 { true } else { false } } == false)
    record.scan = CoordinationScan(
      answers: [.time: ["gedeeld": 5, "opgedragen": 5], .decision: ["samen": 9], .trust: ["gedeeld": 10]], people: 10)
    let blocks = try #require(try chapter())
    let texts = told(blocks)
    #expect(texts.contains("De partners hebben weinig tijd voor het netwerk"))
    #expect(!texts.contains("Partners en coördinator samen"))
    #expect(texts.contains { $0.contains("Hier kijken jullie anders naar.") })
    #expect(texts.contains { $0.contains("Hierover zijn jullie het bijna eens.") })
    #expect(texts.contains { $0.contains("Geen van de drie is beter.") })
  }
}
