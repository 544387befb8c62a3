import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("What the projector holds of a day that grows")
struct ShownContributionsTests {
  let workday: Workday
  let room: LiveRoom
  let path: String

  init() throws {
    workday = try Workday()
    room = try workday.create()
    path = "/api/screen/\(room.trajectory.id)"
    try room.open("verhaal")
  }

  private func story(_ number: Int, _ blocks: [String] = ["dienstverlening"]) -> SubmissionSample {
    SubmissionSample(.story, number).with("buildingBlocks", .list(blocks))
  }

  private func screen() async throws -> (numbers: [Int], stories: [String: Any]) {
    let view = try await workday.console.get(path).object
    let items = view["items"] as? [[String: Any]] ?? []
    let totals = view["totals"] as? [String: [String: Any]] ?? [:]
    return (items.compactMap { $0["number"] as? Int }, totals["story"] ?? [:])
  }

  /// What the one rule says of everything that is stored.
  private func allowed() throws -> [Int] {
    try room.store.read { try $0.contributions().filter { $0.may(.screen) }.map { Int($0.number) } }
  }

  @Test("It holds the newest of each building block, and says how many there are")
  func bounded() async throws {
    for number in 1...30 { try room.keep(story(number), released: true) }
    for number in 31...33 { try room.keep(story(number, ["visie", "dienstverlening"]), released: true) }
    for number in 34...35 { try room.keep(story(number, []), released: true) }
    let (numbers, totals) = try await screen()
    #expect(numbers == Array(10...35))
    #expect(totals["all"] as? Int == 35)
    #expect(totals["blocks"] as? [String: Int] == ["dienstverlening": 33, "visie": 3])
    #expect(totals["others"] as? Int == 2)
  }

  @Test("Whatever happens to a contribution, what is held agrees with the one rule")
  func agreement() async throws {
    for number in 1...8 {
      var sample = story(number)
      if number == 7 { sample.teller.consents = [.report] }
      if number == 8 { sample.teller.groups = ["kind"] }
      try room.keep(sample, released: number != 6)
    }
    var draw = SplitMix64(seed: 7)
    #expect(try await screen().numbers == allowed())
    for _ in 0..<60 {
      let (id, what) = (ContributionID.numbered(.random(in: 1...8, using: &draw)), Int.random(in: 0..<6, using: &draw))
      try? room.store.write { change in
        switch what {
        case 0: try change.release(id, by: .moderator)
        case 1: try change.hold(id, reason: "x", by: .moderator)
        case 2: try change.putBack(id, by: .moderator)
        case 3: try change.recordGuardianConsent(true, for: id, by: .moderator)
        case 4: try change.recordGuardianConsent(false, for: id, by: .moderator)
        default: try change.hold(id, ground: .confidant, reason: "x", by: .moderator)
        }
      }
      let (numbers, totals) = try await screen()
      #expect(try numbers == allowed())
      #expect(totals["all"] as? Int ?? 0 == numbers.count)
    }
    try room.store.write { [room] in _ = try $0.withdraw(room.store.withdrawalCode(for: .numbered(1)), in: room.store) }
    #expect(try await screen().numbers == allowed())
  }

  @Test("Totals come with each change, and hold nothing but numbers")
  func totalsOnTheStream() async throws {
    try room.keep(story(1), released: true)
    let before = try room.store.read { try $0.lastSequence() }
    try room.keep(story(2), released: true)
    let events = try await workday.console.get("\(path)/events?after=\(before + 1)").events ?? []
    let totals = try #require(events.last { $0.name == "totals" })
    #expect(
      String(decoding: totals.data, as: UTF8.self)
        == "{\"story\":{\"all\":2,\"blocks\":{\"dienstverlening\":2},\"others\":0}}")
  }

  @Test("A gathering that is one of minors now makes projector and console begin anew")
  func minors() async throws {
    let before = try room.store.read { try $0.lastSequence() }
    try room.store.write { change in
      var gathering = try #require(try change.reader.gatherings().first)
      gathering.audience = .children
      try change.change(gathering, by: .facilitator)
    }
    for address in [path, "/api/console/\(room.trajectory.id)"] {
      let events = try await workday.console.get("\(address)/events?after=\(before + 1)").events ?? []
      #expect(events.contains { $0.name == "anew" }, "\(address)")
    }
  }

  @Test("What lies in a theme does not reach the projector, and a story that is released redraws no themes there")
  func themes() async throws {
    let theme = Theme(id: .numbered(50), name: "Tijd maken")
    try room.keep(story(1), released: true)
    try room.store.write { change in
      try change.make(theme, by: .moderator)
      try change.put(.numbered(1), into: theme.id, by: .moderator)
    }
    let view = try #require(try await workday.console.get(path).object["themes"] as? [[String: Any]])
    #expect(view.first?["name"] as? String == "Tijd maken")
    #expect(view.first?["size"] == nil)
    let before = try room.store.read { try $0.lastSequence() }
    try room.keep(story(2), released: true)
    let events = try await workday.console.get("\(path)/events?after=\(before + 1)").events ?? []
    #expect(!events.contains { $0.name == "themes" || $0.name == "spreads" })
  }

  @Test("A stance sends the spread of its own proposal, and of no other")
  func spreads() async throws {
    for number in [60, 61] { try room.keep(SubmissionSample(.proposal, number), released: true) }
    try room.open("galerij")
    let phone = try await workday.phone(in: room)
    let before = try room.store.read { try $0.lastSequence() }
    let stance: [String: Any] = ["position": "ja", "groups": []]
    #expect(try await phone.put("/api/stances/\(ContributionID.numbered(61))", stance).status == 200)
    let events = try await workday.console.get("\(path)/events?after=\(before + 1)").events ?? []
    let spreads = events.filter { $0.name == "spread" || $0.name == "spreads" }
    #expect(spreads.map(\.name) == ["spread"])
    let text = spreads.map { String(decoding: $0.data, as: UTF8.self) }.joined()
    #expect(text.contains(ContributionID.numbered(61).rawValue))
  }
}
