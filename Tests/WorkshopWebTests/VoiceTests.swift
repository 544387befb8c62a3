import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("What was told apart from the workday")
struct VoiceTests {
  let workday: Workday
  let room: LiveRoom
  let base: String

  init() throws {
    workday = try Workday()
    room = try workday.create()
    base = "/api/console/\(room.trajectory.id)"
    let words = room.words
    try room.store.write { change in
      try change.make(RunSheetTemplate.short.runSheet(id: "kinderen", date: nil, words: words), by: .facilitator)
      try change.make(RunSheetTemplate.beforehand.runSheet(id: "vooraf", date: nil, words: words), by: .facilitator)
    }
  }

  private func enter(_ sample: SubmissionSample, at gathering: String?) async throws -> Reply {
    var sent = try sample.sent()
    sent["route"] = "facilitator"
    sent["gathering"] = gathering
    return try await workday.console.post("\(base)/contributions", sent)
  }

  private func entry(_ id: ContributionID) async throws -> [String: Any] {
    let reply = try await workday.console.get("\(base)/contributions/\(id)")
    #expect(reply.status == 200)
    return reply.object
  }

  @Test("An entry names the gathering it was told at, and is marked with its voice in words")
  func entries() async throws {
    #expect(try await enter(SubmissionSample(.dream, 1), at: "kinderen").status == 201)
    #expect(try await enter(SubmissionSample(.story, 2), at: "vooraf").status == 201)
    #expect(try await enter(SubmissionSample(.story, 3), at: nil).status == 201)
    #expect(try await entry(.numbered(1))["voice"] as? String == "children")
    #expect(try await entry(.numbered(1))["voiceName"] as? String == "stem van kinderen")
    #expect(try await entry(.numbered(2))["voice"] as? String == "beforehand")
    #expect(try await entry(.numbered(3))["voice"] is NSNull)
    #expect(try await enter(SubmissionSample(.story, 4), at: "nergens").faults == ["gathering"])
  }

  @Test("The projector shows the mark with what is released, and nothing of who told it")
  func projector() async throws {
    #expect(try await enter(SubmissionSample(.dream, 1), at: "kinderen").status == 201)
    try room.store.write { change in
      try change.release(.numbered(1), by: .moderator)
      try change.recordGuardianConsent(true, for: .numbered(1), by: .moderator)
    }
    let view = try await workday.console.get("/api/screen/\(room.trajectory.id)").object
    let item = try #require((view["items"] as? [[String: Any]])?.first)
    #expect(item["voiceName"] as? String == "stem van kinderen")
    #expect(item["gathering"] == nil && item["groups"] == nil)
  }

  @Test("What a child told stays off the screen until a guardian's consent is recorded, and is said so on its card")
  func guardian() async throws {
    #expect(try await enter(SubmissionSample(.dream, 1), at: "kinderen").status == 201)
    #expect(try await entry(.numbered(1))["cautions"] as? [String] == ["guardian"])
    #expect(try await entry(.numbered(1))["needsGuardian"] as? Bool == true)
    try room.store.write { try $0.release(.numbered(1), by: .moderator) }
    func shown() async throws -> Int? {
      (try await workday.console.get("/api/screen/\(room.trajectory.id)").object["items"] as? [Any])?.count
    }
    #expect(try await shown() == 0)
    let path = "\(base)/contributions/\(ContributionID.numbered(1))/guardian"
    #expect(try await workday.console.post(path, ["given": true]).status == 200)
    #expect(try await entry(.numbered(1))["cautions"] as? [String] == [])
    #expect(try await shown() == 1)
    #expect(try await workday.console.post(path, ["given": false]).status == 200)
    #expect(try await shown() == 0)
    #expect(try await workday.console.post(path, ["given": "ja"]).status == 400)
    let nowhere = "\(base)/contributions/\(ContributionID.numbered(9))/guardian"
    #expect(try await workday.console.post(nowhere, ["given": true]).status == 404)
  }

  @Test("A child's story is asked by four questions, and the screen and the console show it under them")
  func childStory() async throws {
    var sent = try SubmissionSample(.story, 1).sent()
    (sent["route"], sent["gathering"], sent["step"]) = ("facilitator", "kinderen", "reporter")
    sent["body"] = ["title": "In de hut", "whatHappened": "Wij bouwden een kamp.", "whoWorkedTogether": "mijn oma"]
    #expect(try await workday.console.post("\(base)/contributions", sent).status == 201)
    let fields = try #require(try await entry(.numbered(1))["fields"] as? [[String: Any]])
    let labels = ["Waar ben jij graag?", "Wat was een super moment?", "Wie was erbij?"]
    #expect(fields.compactMap { $0["label"] as? String } == labels)
    #expect(try await entry(.numbered(1))["cautions"] as? [String] == ["guardian", "unchecked"])
    sent["id"] = ContributionID.numbered(2).rawValue
    sent["body"] = ["title": "Buiten", "whatHappened": "Spelen.", "buildingBlocks": ["ontmoeten"]]
    #expect(try await workday.console.post("\(base)/contributions", sent).faults == ["buildingBlocks"])
  }

  @Test("A phone tells for the moment that goes on, whatever it says itself")
  func phones() async throws {
    let phone = try await workday.phone(in: room)
    #expect(try await workday.console.put("\(base)/gathering", ["gathering": "kinderen"]).status == 200)
    let me = try #require(try await phone.get("/api/me").object["room"] as? [String: Any])
    #expect(me["asksGuardian"] as? Bool == true)
    #expect(try await workday.console.post("\(base)/items/kinderen.reporter/open", [:]).status == 200)
    var sent = try SubmissionSample(.story, 1).sent()
    (sent["gathering"], sent["step"]) = ("vooraf", "reporter")
    sent["body"] = ["title": "Thuis", "whatHappened": "Wij zongen samen."]
    sent["teller"] = ["groups": ["kind"], "consents": ["screen"], "hasGuardianConsent": true]
    #expect(try await phone.post("/api/contributions", sent).status == 201)
    #expect(try await entry(.numbered(1))["voice"] as? String == "children")
    #expect(try await entry(.numbered(1))["guardianConsent"] as? Bool == true)
    let stored = try room.store.read { try $0.contribution(.numbered(1)) }
    #expect(stored?.origin.gathering == "kinderen" && stored?.teller.hasGuardianConsent == true)
    #expect(try await workday.console.post("\(base)/items/welkom/open", [:]).status == 200)
    let after = try #require(try await phone.get("/api/me").object["room"] as? [String: Any])
    #expect(after["asksGuardian"] as? Bool == false)
  }

  @Test("A gathering's forms are those of the steps on its own run sheet")
  func forms() async throws {
    func steps(_ query: String) async throws -> [String] {
      let reply = try await workday.console.get("\(base)/forms\(query)")
      let list = try JSONSerialization.jsonObject(with: Data(reply.body)) as? [[String: Any]]
      return (list ?? []).compactMap { $0["id"] as? String }
    }
    #expect(try await steps("?gathering=vooraf") == ["verhaal"])
    #expect(try await steps("?gathering=kinderen") == ["reporter", "droom", "actie"])
    #expect(try await steps("").count == 8)
    #expect(try await workday.console.get("\(base)/forms?gathering=nergens").status == 404)
  }
}
