import Foundation
import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("The ontwerpteam in the file")
struct DesignTeamTests {
  let fixture: TrajectoryFixture

  init() throws {
    fixture = try TrajectoryFixture()
  }

  private func write(_ change: @escaping @Sendable (Change) throws -> Void) throws {
    try fixture.store.write(change)
  }

  private func team() throws -> DesignTeam { try fixture.store.read { try $0.designTeam() } }

  private func member(_ number: Int = 1, name: String? = "An Peeters") -> TeamMember {
    TeamMember(
      id: .numbered(number), role: "coördinator", organisation: "Lokaal bestuur", lifeDomain: "lokaal-bestuur",
      contact: name.map {
        Contact(
          id: .numbered(500 + number), name: $0, email: "an@voorbeeld.be", phone: "015 00 00 00",
          consentedAt: FrozenClock.start)
      })
  }

  private func meeting(_ number: Int = 10, version: Int = 0, title: String = "Overleg") throws -> TeamMeeting {
    TeamMeeting(
      id: .numbered(number),
      moment: MeetingMoment(day: CalendarDate("2026-10-20"), start: 13 * 60, end: 15 * 60),
      content: .init(
        title: title, place: "De Linde", agenda: ["Eén", "Twee"], attendees: [.numbered(1)], minutes: "Verteld",
        decisions: ["Beslist"]),
      version: version)
  }

  private func task(_ number: Int = 20) -> FollowUpTask {
    FollowUpTask(
      id: .numbered(number), meeting: .numbered(10), what: "Bellen", owner: "de bib", due: CalendarDate("2026-11-01"))
  }

  private func rows(_ table: String) throws -> Int {
    try fixture.store.read { try Int.fetchOne($0.db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
  }

  @Test("Members come back as they were added, in order, once each")
  func members() throws {
    let (one, two) = (member(1), member(2, name: nil))
    try write { for member in [one, two, one] { try $0.add(member, by: .facilitator) } }
    #expect(try team().members == [one, two])
    #expect(try rows("contact") == 1)
  }

  @Test("A change counts the version up; the second of two editors is refused and nothing of theirs is kept")
  func conflict() throws {
    let one = member()
    try write { try $0.add(one, by: .facilitator) }
    var changed = one
    changed.role = "voorzitter"
    let first = changed
    try write { try $0.change(first, by: .facilitator) }
    var late = one
    late.role = "iets anders"
    late.contact?.name = "Iemand Anders"
    let second = late
    #expect(throws: StoreError(one.id.rawValue, .conflict)) { try write { try $0.change(second, by: .facilitator) } }
    let stored = try #require(try team().member(one.id))
    #expect(stored.role == "voorzitter" && stored.version == 2 && stored.contact?.name == "An Peeters")
  }

  @Test("Contact data go by themselves, for good, and leave the member")
  func contactGoes() throws {
    let one = member()
    try write { try $0.add(one, by: .facilitator) }
    try write { try $0.removeContact(of: one.id, by: .facilitator) }
    #expect(try team().member(one.id)?.contact == nil)
    #expect(try team().member(one.id)?.role == "coördinator")
    #expect(try rows("contact") == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    #expect(bytes.range(of: Data("an@voorbeeld.be".utf8)) == nil)
    // What was open elsewhere does not bring them back.
    #expect(throws: StoreError.self) { try write { try $0.change(one, by: .facilitator) } }
    #expect(try rows("contact") == 0)
  }

  @Test("Contact data go with an untick and with the member")
  func contactGoesWithMember() throws {
    let (one, two) = (member(1), member(2, name: "Bo"))
    try write { for member in [one, two] { try $0.add(member, by: .facilitator) } }
    var unticked = one
    unticked.contact = nil
    let without = unticked
    try write { try $0.change(without, by: .facilitator) }
    #expect(try rows("contact") == 1)
    try write { try $0.remove(two.id, by: .facilitator) }
    #expect(try rows("contact") == 0)
    #expect(try team().members.map(\.id) == [one.id])
  }

  @Test("A meeting is stored first at version 0, then over the version that was read")
  func meetings() throws {
    let first = try meeting()
    try write { try $0.save(first, by: .facilitator) }
    #expect(try team().meetings == [meeting(version: 1)])
    let edited = try meeting(version: 1, title: "Anders")
    try write { try $0.save(edited, by: .facilitator) }
    #expect(try team().meetings == [meeting(version: 2, title: "Anders")])
    for version in [0, 1] {
      let late = try meeting(version: version)
      #expect(throws: StoreError(late.id.rawValue, .conflict)) { try write { try $0.save(late, by: .facilitator) } }
    }
    let gone = try meeting(11, version: 1)
    #expect(throws: StoreError(gone.id.rawValue, .unknown)) { try write { try $0.save(gone, by: .facilitator) } }
  }

  @Test("An added meeting goes while it has no tasks; those of the traject stay")
  func removeMeeting() throws {
    let (extra, task) = (try meeting(), task())
    let ready = TeamMeeting(.acquaintance, words: try .shipped())
    try write { change in
      try change.save(ready, by: .facilitator)
      try change.add(task, at: extra, by: .facilitator)
    }
    #expect(throws: StoreError(extra.id.rawValue, .notEditable)) {
      try write { try $0.remove(extra.id, by: .facilitator) }
    }
    #expect(throws: StoreError(ready.id.rawValue, .notEditable)) {
      try write { try $0.remove(ready.id, by: .facilitator) }
    }
    try write { try $0.remove(task.id, by: .facilitator) }
    try write { try $0.remove(extra.id, by: .facilitator) }
    #expect(try team().meetings.map(\.id) == [ready.id])
  }

  @Test("A task stores the meeting it was taken on at, is ticked off once and opened again")
  func tasks() throws {
    let (meeting, task) = (try meeting(), task())
    try write { for _ in 1...2 { try $0.add(task, at: meeting, by: .facilitator) } }
    #expect(try team().tasks == [task])
    #expect(try team().meetings.map(\.version) == [1])
    for _ in 1...2 { try write { try $0.setDone(true, task.id, by: .facilitator) } }
    #expect(try team().task(task.id)?.doneAt == FrozenClock.start)
    #expect(try team().task(task.id)?.version == 2)
    try write { try $0.setDone(false, task.id, by: .facilitator) }
    #expect(try team().task(task.id)?.isOpen == true)
  }

  @Test("Of two who change a task, the second is refused")
  func taskConflict() throws {
    let (meeting, task) = (try meeting(), task())
    try write { try $0.add(task, at: meeting, by: .facilitator) }
    try write { try $0.change(task, by: .facilitator) }
    #expect(throws: StoreError(task.id.rawValue, .conflict)) { try write { try $0.change(task, by: .facilitator) } }
  }

  @Test("The journal tells ids and actions, never a word of what was written")
  func journal() throws {
    let (member, meeting, task) = (member(), try meeting(), task())
    try write { change in
      try change.add(member, by: .facilitator)
      try change.save(meeting, by: .facilitator)
      try change.add(task, at: meeting, by: .facilitator)
      try change.removeContact(of: member.id, by: .facilitator)
    }
    let facts = try fixture.store.read {
      try String.fetchAll($0.db, sql: "SELECT kind || subject || role || facts FROM journal").joined()
    }
    #expect(facts.contains("teamChanged") && facts.contains("meetingChanged") && facts.contains("taskChanged"))
    for text in ["An", "voorbeeld", "015", "coördinator", "Overleg", "Verteld", "Bellen", "bib"] {
      #expect(!facts.contains(text), "\(text)")
    }
  }
}

@Suite("The tables of the ontwerpteam")
struct DesignTeamSchemaTests {
  private static let rows: [String: [String: String]] = [
    "contact": [
      "id": "'00000000-0000-4000-8000-000000000001'", "name": "'An'", "email": "''", "phone": "''", "consented_at": "1",
    ],
    "team_member": [
      "id": "'00000000-0000-4000-8000-000000000001'", "position": "0", "organisation": "''", "role": "'ouder'",
      "life_domain": "''", "contact": "NULL",
    ],
    "team_meeting": [
      "id": "'00000000-0000-4000-8000-000000000002'", "position": "0", "day": "'2026-10-20'", "starts_at": "540",
      "ends_at": "600", "body": "'{}'",
    ],
    "follow_up_task": [
      "id": "'00000000-0000-4000-8000-000000000001'", "meeting": "'00000000-0000-4000-8000-000000000009'",
      "position": "0", "what": "'x'", "owner": "'x'", "due": "NULL", "done_at": "NULL",
    ],
  ]

  private func insert(_ table: String, _ changes: [String: String] = [:]) throws {
    let fixture = try TrajectoryFixture()
    let columns = (Self.rows[table] ?? [:]).merging(changes) { $1 }
    let meeting = TeamMeeting(id: .numbered(9), content: .init(title: "x"), version: 0)
    try fixture.store.write { change in
      try change.save(meeting, by: .facilitator)
      let names = columns.keys.sorted()
      let values = names.compactMap { columns[$0] }.joined(separator: ", ")
      try change.db.execute(sql: "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(values))")
    }
  }

  @Test("Take a row that is right", arguments: ["contact", "team_member", "team_meeting", "follow_up_task"])
  func taken(table: String) throws {
    try insert(table)
  }

  @Test(
    "Refuse a row with one wrong column",
    arguments: [
      ("contact", "id", "'x'"), ("contact", "name", "''"), ("contact", "consented_at", "NULL"),
      ("team_member", "id", "'x'"), ("team_member", "contact", "'00000000-0000-4000-8000-000000000099'"),
      ("team_meeting", "day", "'20-10-2026'"), ("team_meeting", "ends_at", "540"), ("team_meeting", "starts_at", "-1"),
      ("team_meeting", "ends_at", "1441"), ("team_meeting", "day", "NULL"), ("team_meeting", "body", "'x'"),
      ("follow_up_task", "owner", "''"), ("follow_up_task", "what", "''"), ("follow_up_task", "due", "'morgen'"),
      ("follow_up_task", "meeting", "'00000000-0000-4000-8000-000000000008'"), ("follow_up_task", "meeting", "NULL"),
    ])
  func refused(table: String, column: String, value: String) {
    #expect(throws: StoreError.self) { try insert(table, [column: value]) }
  }
}
