import Foundation
import FoundationNetworking
import Workshop

/// Plays a day over HTTP: every phone a browser of its own, and one more for the facilitator.
final class HTTPStage: DayStage {
  /// The traject that was made for the rehearsal.
  struct Room: Sendable, Decodable {
    let id: String
    let code: String
    let token: String
  }

  let opening = Opening()
  private let ledger: Ledger
  private let room: Room
  private let console: WebClient
  private let phones: [WebClient]
  private let pace: Pace
  private let say: @Sendable (_ key: String, _ values: [String: String]) -> Void

  init(
    room: Room, console: WebClient, phones: Int, ledger: Ledger, pace: Pace,
    say: @escaping @Sendable (_ key: String, _ values: [String: String]) -> Void
  ) {
    (self.room, self.console, self.ledger, self.pace, self.say) = (room, console, ledger, pace, say)
    self.phones = (0..<phones).map { _ in WebClient(console.base) }
  }

  func welcome(_ planned: [PlannedPhone]) async throws {
    let arrived = Opening()
    arrived.begins("", phones: planned.count)
    try await each(planned) { phone in
      let client = self.phones[phone.index]
      _ = try await self.expect(200, client, "GET", "/")
      try await self.join(client, byCode: phone.joinsByCode)
      try await self.checkIn(client, phone)
      let steps = StepFollower(client)
      client.follow("/api/events") { [opening = self.opening] name, data, moment in
        guard name == "room", let room = try? JSONDecoder().decode(RoomEvent.self, from: data) else { return }
        arrived.arrives("", at: phone.index, moment: moment)
        steps.hears(of: room.revision)
        if let item = room.item?.id { opening.arrives(item, at: phone.index, moment: moment) }
      }
    }
    let missing = await arrived.reached(within: .seconds(30))
    say("rehearsal.joined", ["count": String(planned.count - missing), "of": String(planned.count)])
  }

  func open(_ item: RunSheetItem) async throws {
    try await pace.begin(item)
    opening.begins(item.id, phones: phones.count)
    try await act("POST", "items/\(item.id)/open")
    let missing = await opening.reached(within: .seconds(10))
    say(
      "rehearsal.opened",
      ["item": item.title, "count": String(phones.count - missing), "of": String(phones.count)])
    guard item.step != nil else { return }
    // Every phone fetches its form the moment the step opens.
    try await each(phones) { _ = try await self.expect(200, $0, "GET", "/api/step") }
  }

  func submit(_ contributions: [PlannedContribution]) async throws {
    let byPhone = Dictionary(grouping: contributions, by: \.phone)
    try await each(byPhone.sorted { $0.key < $1.key }.map { $0 }) { phone, own in
      try await Task.sleep(for: self.pace.thinking(phone: phone))
      for contribution in own {
        try await self.send(contribution, self.phones[phone], to: "/api/contributions")
        // As the page does, to show what it sent among its own.
        _ = try await self.expect(200, self.phones[phone], "GET", "/api/me")
      }
    }
    if let kind = contributions.first?.kind {
      say("rehearsal.sent.\(kind.rawValue)", ["count": String(contributions.count)])
    }
  }

  func enter(_ contributions: [PlannedContribution]) async throws {
    for contribution in contributions { try await send(contribution, console, to: path("contributions")) }
  }

  func moderate(_ contributions: [PlannedContribution]) async throws {
    for contribution in contributions {
      let one = "contributions/\(contribution.id)"
      if let other = contribution.mergedInto {
        try await act("POST", one + "/merge", ["into": other.rawValue])
      } else if let reason = contribution.holdReason {
        try await act("POST", one + "/hold", ["reason": reason])
      } else {
        if !contribution.rewording.isEmpty { try await act("POST", one + "/reword", ["texts": contribution.rewording]) }
        try await act("POST", one + "/release")
      }
    }
  }

  func make(_ planned: PlannedTheme) async throws {
    let theme = planned.theme
    let made = ["id": theme.id.rawValue, "name": theme.name, "buildingBlock": theme.buildingBlock ?? ""]
    try await act("POST", "themes", made)
    for member in planned.members { try await act("PUT", "themes/\(theme.id)/members/\(member)") }
  }

  func merge(_ theme: ThemeID, into target: ThemeID) async throws {
    try await act("POST", "themes/\(theme)/merge", ["into": target.rawValue])
  }

  func unmerge(_ theme: ThemeID) async throws {
    try await act("POST", "themes/\(theme)/unmerge")
  }

  func markAsPositiveCore(_ theme: ThemeID) async throws {
    try await act("PATCH", "themes/\(theme)", ["positiveCore": true])
  }

  func give(_ dots: [PlannedDots]) async throws {
    struct Given: Encodable, Sendable {
      let person: Int
      let themes: [ThemeID]
    }
    try await each(Dictionary(grouping: dots, by: \.phone).map { $0 }) { phone, own in
      try await Task.sleep(for: self.pace.thinking(phone: phone))
      for dots in own {
        let given = try WebClient.Payload.json(Given(person: dots.person, themes: dots.themes))
        _ = try await self.expect(200, self.phones[phone], "PUT", "/api/dots", given)
      }
    }
    say("rehearsal.dots", ["count": String(dots.count)])
  }

  func take(_ stances: [PlannedStance]) async throws {
    struct Taken: Encodable, Sendable {
      let person: Int
      let groups: [String]
      let position: StancePosition
    }
    try await each(Dictionary(grouping: stances, by: \.phone).map { $0 }) { phone, own in
      try await Task.sleep(for: self.pace.thinking(phone: phone))
      for stance in own {
        let taken = Taken(person: stance.person, groups: stance.groups, position: stance.position)
        let path = "/api/stances/\(stance.proposal)"
        _ = try await self.expect(200, self.phones[phone], "PUT", path, .json(taken))
      }
    }
    say("rehearsal.stances", ["count": String(stances.count)])
  }

  func choose(_ choices: [PlannedChoice]) async throws {
    let blocks = choices.first.map { Set($0.buildingBlocks).count } ?? 0
    // Room for all, with two places to spare, so that some find theirs full.
    if blocks > 0 { try await act("PUT", "design-limit", ["limit": choices.count / blocks + 2]) }
    try await each(Dictionary(grouping: choices, by: \.phone).map { $0 }) { phone, own in
      for choice in own { try await self.choose(choice, on: self.phones[phone]) }
    }
    say("rehearsal.choices", ["count": String(choices.count)])
  }

  private func choose(_ choice: PlannedChoice, on phone: WebClient) async throws {
    struct Chosen: Encodable {
      let person: Int
      let buildingBlock: String
    }
    for block in choice.buildingBlocks {
      let chosen = try WebClient.Payload.json(Chosen(person: choice.person, buildingBlock: block))
      let (answer, _) = try await phone.sendPatiently("PUT", "/api/design-choice", chosen)
      if answer.status == 200 { return }
      guard answer.status == 409 else {
        throw RehearsalError.refused(what: "PUT /api/design-choice", why: answer.problem)
      }
    }
  }

  func answer(_ scan: [PlannedScan]) async throws {
    struct Answered: Encodable {
      let person: Int
      let answers: [ScanQuestion: String]
    }
    try await act("POST", "steps/rollenscan/open")
    try await each(Dictionary(grouping: scan, by: \.phone).map { $0 }) { phone, own in
      for answers in own {
        let answered = try WebClient.Payload.json(Answered(person: answers.person, answers: answers.answers))
        _ = try await self.expect(200, self.phones[phone], "PUT", "/api/scan", answered)
      }
    }
    say("rehearsal.scan", ["count": String(scan.count)])
  }

  func back(_ backings: [PlannedBacking]) async throws {
    struct Backed: Encodable {
      let person: Int
      let backs = true
    }
    try await each(Dictionary(grouping: backings, by: \.phone).map { $0 }) { phone, own in
      for backing in own {
        let backed = try WebClient.Payload.json(Backed(person: backing.person))
        _ = try await self.expect(200, self.phones[phone], "PUT", "/api/backing/\(backing.subject)", backed)
      }
    }
    say("rehearsal.backings", ["count": String(backings.count)])
  }

  func reveal(_ what: Revealed) async throws {
    try await act("PUT", "reveal", [what.rawValue: true])
  }

  func close() async throws {
    try await pace.end()
    try await act("POST", "day/close")
    say("rehearsal.closed", [:])
  }

  /// Ends every connection of the phones.
  func leave() {
    for phone in phones { phone.close() }
  }
}

extension HTTPStage {
  /// Asks by the code of each contribution what became of it, as its teller does at home; returns how many led on.
  func follow(_ codes: [String]) async throws -> Int {
    struct Outcome: Decodable {
      struct Step: Decodable {}
      let steps: [Step]
    }
    var ledOn = 0
    for code in codes {
      let outcome = try await expect(200, console, "POST", "/api/outcomes", .json(["code": code])).json(Outcome.self)
      ledOn += outcome.steps.isEmpty ? 0 : 1
    }
    say("rehearsal.followed", ["count": String(ledOn), "of": String(codes.count)])
    return ledOn
  }

  /// What is stored, as the server's own file says it.
  func storedIDs() async throws -> [String] {
    struct Audit: Decodable { let acknowledged: [String] }
    return try await expect(200, console, "GET", path("audit")).json(Audit.self).acknowledged
  }

  private func path(_ rest: String) -> String { "/api/console/\(room.id)/\(rest)" }

  private func join(_ client: WebClient, byCode: Bool) async throws {
    let key = byCode ? ["code": room.code] : ["token": room.token]
    _ = try await expect(200, client, "POST", "/api/join", .json(key))
  }

  private func checkIn(_ client: WebClient, _ phone: PlannedPhone) async throws {
    struct CheckIn: Encodable {
      let language: Language
      let groups: [String]
      let organisation: String
      let table: String
      let badge: String
    }
    let checkIn = CheckIn(
      language: phone.language, groups: phone.people.first ?? [], organisation: phone.organisation, table: phone.table,
      badge: phone.badge)
    _ = try await expect(200, client, "PUT", "/api/me", .json(checkIn))
  }

  /// Sends a contribution until it is acknowledged, and where planned once more, as if the answer had been lost.
  private func send(_ contribution: PlannedContribution, _ client: WebClient, to path: String) async throws {
    let json = try contribution.json()
    let payload = contribution.photo.map { WebClient.Payload.multipart(contribution: json, photo: $0) } ?? .json(json)
    ledger.submits(contribution.id)
    for _ in 0..<(contribution.isSentTwice ? 2 : 1) {
      let (answer, took) = try await client.sendPatiently("POST", path, payload)
      guard answer.status == 201 else {
        // The day goes on; what was not acknowledged shows in the summary.
        say("rehearsal.notTaken", ["id": contribution.id.rawValue, "why": answer.problem])
        return
      }
      ledger.acknowledges(contribution.id, try answer.json(Ledger.Receipt.self), took: took)
    }
  }

  private func act(_ method: String, _ rest: String) async throws {
    _ = try await expect(200, console, method, path(rest))
  }

  private func act(_ method: String, _ rest: String, _ value: some Encodable) async throws {
    _ = try await expect(200, console, method, path(rest), .json(value))
  }

  private func expect(
    _ status: Int, _ client: WebClient, _ method: String, _ path: String, _ payload: WebClient.Payload? = nil
  ) async throws -> WebAnswer {
    let (answer, _) = try await client.sendPatiently(method, path, payload)
    guard answer.status == status else {
      throw RehearsalError.refused(what: "\(method) \(path)", why: answer.problem)
    }
    return answer
  }

  /// Does something with all of them at the same time.
  private func each<Element: Sendable>(
    _ elements: [Element], _ work: @escaping @Sendable (Element) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for element in elements { group.addTask { try await work(element) } }
      try await group.waitForAll()
    }
  }
}

/// The part of the room's state that a phone measures by.
private struct RoomEvent: Decodable {
  struct Item: Decodable { let id: String }
  let item: Item?
  let revision: Int64
}
