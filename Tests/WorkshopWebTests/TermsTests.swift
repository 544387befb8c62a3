import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("The traject and its terms, as they are at one moment")
struct TermsTests {
  let workday: Workday
  let room: LiveRoom

  init() throws {
    workday = try Workday()
    room = try workday.create()
  }

  @Test("A look at the file that begins right after a change tells the terms of that change")
  func within() throws {
    try room.rename("Huis A")
    #expect(try room.store.read { try room.terms($0).trajectory.house } == "Huis A")
    #expect(room.trajectory.house == "Huis A")
  }

  @Test("A look that began before a change neither hides it nor brings the old terms back")
  func earlierLook() throws {
    try room.rename("Huis A")
    try room.store.read { reader in
      // Fixes what this look sees.
      _ = try reader.lastSequence()
      try room.rename("Huis B")
      // What it sees itself, or what a later look has read in the meantime.
      #expect(try ["Huis A", "Huis B"].contains(room.terms(reader).trajectory.house))
    }
    #expect(room.trajectory.house == "Huis B")
  }

  @Test("Saving the traject while projector and phones read keeps the server up, and all end with the last name")
  func whileRead() async throws {
    try room.open("verhaal")
    let (projector, phone) = (try workday.staff(.projector, of: room), try await workday.phone(in: room))
    let (room, id) = (room, room.trajectory.id)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for number in 1...60 { try room.rename("Huis \(number)") } }
      for _ in 1...3 {
        group.addTask {
          for _ in 1...60 {
            let status = try await projector.get("/api/screen/\(id)").status
            #expect(status == 200)
          }
        }
        group.addTask {
          for _ in 1...60 {
            let statuses = [try await phone.get("/api/step").status, try await phone.get("/api/me").status]
            #expect(statuses == [200, 200])
          }
        }
      }
      try await group.waitForAll()
    }
    let view = try await projector.get("/api/screen/\(id)").object
    #expect((view["traject"] as? [String: Any])?["house"] as? String == "Huis 60")
  }
}
