import Foundation
import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("The schema itself")
struct SchemaTests {
  /// The columns of a row that is right, as SQL.
  private static let story: [String: String] = [
    "id": "'00000000-0000-4000-8000-000000000077'", "kind": "'story'", "step": "'verhaal'", "state": "'waiting'",
    "owner": "zeroblob(32)", "route": "'phone'", "table_label": "'4'", "language": "'nl'", "is_late": "0",
    "groups": "'[]'",
    "consents": "'[]'", "consent_version": "'1'", "has_guardian_consent": "0", "body": "'{}'", "has_photo": "0",
    "version": "1", "hold_reason": "NULL", "request_hash": "randomblob(32)", "edit_hash": "NULL",
    "edit_sequence": "NULL",
    "withdrawal_hash": "randomblob(32)", "sequence": "1", "created_at": "10", "updated_at": "10",
  ]

  private func insert(_ table: String, _ columns: [String: String]) throws {
    let fixture = try TrajectoryFixture()
    for (number, kind) in [(1, ContributionKind.story), (2, .proposal)] {
      try fixture.submit(SubmissionSample(kind, number))
    }
    try fixture.store.write { try $0.make(Theme(id: .numbered(50), name: "Warmte"), by: .facilitator) }
    try fixture.store.write { change in
      let names = columns.keys.sorted()
      let sql = """
        INSERT INTO \(table) (\(names.joined(separator: ", ")))
        VALUES (\(names.compactMap { columns[$0] }.joined(separator: ", ")))
        """
      try change.db.execute(sql: sql)
    }
  }

  @Test("A row that is right is taken")
  func taken() throws {
    try insert("contribution", Self.story)
    try insert("dot", Self.dot)
    try insert("stance", Self.stance)
    try insert("link", Self.link)
    try insert("photo", ["contribution": "'00000000-0000-4000-8000-000000000001'", "jpeg": "x'FFD8FFE0'"])
    try insert("session", Self.session)
  }

  @Test(
    "A contribution with one wrong column is refused",
    arguments: [
      ("id", "'x'"), ("id", "NULL"), ("id", "'00000000-0000-4000-8000-000000000001'"), ("kind", "'poem'"),
      ("step", "''"),
      ("state", "'lost'"), ("owner", "x'00'"), ("owner", "'text'"), ("route", "'dove'"), ("table_label", "''"),
      ("language", "'xx'"),
      ("is_late", "2"), ("groups", "'{}'"), ("groups", "'x'"), ("consents", "''"), ("has_guardian_consent", "-1"),
      ("body", "'[]'"), ("body", "'hello'"), ("body", "NULL"), ("has_photo", "2"), ("version", "0"),
      ("hold_reason", "'x'"),
      ("state", "'held'"), ("request_hash", "x'00'"), ("edit_hash", "randomblob(32)"), ("edit_sequence", "3"),
      ("withdrawal_hash", "x''"), ("updated_at", "9"), ("created_at", "'now'"), ("state", "'withdrawn'"),
    ])
  func contribution(column: String, value: String) {
    #expect(throws: StoreError.self) { try insert("contribution", Self.story.merging([column: value]) { $1 }) }
  }

  private static let dot = [
    "voter": "zeroblob(32)", "person": "0", "slot": "1", "theme": "'00000000-0000-4000-8000-000000000050'",
  ]

  @Test(
    "A dot with one wrong column is refused",
    arguments: [
      ("voter", "x'00'"), ("person", "12"), ("person", "-1"), ("slot", "0"), ("slot", "4"), ("theme", "'nothing'"),
    ])
  func dot(column: String, value: String) {
    #expect(throws: StoreError.self) { try insert("dot", Self.dot.merging([column: value]) { $1 }) }
  }

  private static let stance = [
    "voter": "zeroblob(32)", "person": "0", "proposal": "'00000000-0000-4000-8000-000000000002'", "position": "'ja'",
    "groups": "'[]'",
  ]

  @Test(
    "A stance with one wrong column is refused",
    arguments: [
      ("position", "'misschien'"), ("proposal", "'00000000-0000-4000-8000-000000000001'"), ("proposal", "'x'"),
      ("proposal_kind", "'story'"), ("groups", "'ouder'"), ("person", "12"), ("voter", "NULL"),
    ])
  func stance(column: String, value: String) {
    #expect(throws: StoreError.self) { try insert("stance", Self.stance.merging([column: value]) { $1 }) }
  }

  private static let link = [
    "from_id": "'00000000-0000-4000-8000-000000000002'", "from_kind": "'proposal'", "relation": "'restsOn'",
    "to_contribution": "'00000000-0000-4000-8000-000000000001'", "to_kind": "'story'",
  ]

  @Test(
    "A link that the chain does not know is refused",
    arguments: [
      ("relation", "'supports'"), ("relation", "'likes'"), ("from_kind", "'action'"), ("to_kind", "'dream'"),
      ("to_contribution", "'00000000-0000-4000-8000-000000000099'"), ("to_contribution", "NULL"),
      ("to_theme", "'00000000-0000-4000-8000-000000000050'"), ("to_kind", "'theme'"),
    ])
  func link(column: String, value: String) {
    #expect(throws: StoreError.self) { try insert("link", Self.link.merging([column: value]) { $1 }) }
  }

  @Test("What is no JPEG, or belongs to nothing, is no photo")
  func photo() {
    #expect(throws: StoreError.self) {
      try insert("photo", ["contribution": "'00000000-0000-4000-8000-000000000001'", "jpeg": "x'89504E47'"])
    }
    #expect(throws: StoreError.self) { try insert("photo", ["contribution": "'x'", "jpeg": "x'FFD8FFE0'"]) }
  }

  private static let session = [
    "hash": "randomblob(32)", "language": "'nl'", "groups": "'[]'", "organisation": "''", "table_label": "''",
    "badge": "''",
    "is_checked_in": "0", "created_at": "1",
  ]

  @Test(
    "A session with one wrong column is refused",
    arguments: [
      ("hash", "x'00'"), ("language", "'xx'"), ("groups", "'{}'"), ("is_checked_in", "2"), ("organisation", "NULL"),
    ])
  func session(column: String, value: String) {
    #expect(throws: StoreError.self) { try insert("session", Self.session.merging([column: value]) { $1 }) }
  }

  @Test(
    "Where a contribution went, and whose words it has, is refused where it cannot be so",
    arguments: [
      ("merged_into", "'00000000-0000-4000-8000-000000000001'"),
      ("merged_into", "'00000000-0000-4000-8000-000000000077'"),
      ("split_from", "'00000000-0000-4000-8000-000000000077'"), ("split_from", "'nothing'"), ("told_version", "1"),
      ("state", "'merged'"),
    ])
  func traces(column: String, value: String) {
    #expect(throws: StoreError.self) { try insert("contribution", Self.story.merging([column: value]) { $1 }) }
  }

  @Test("A contribution that another carries on says which")
  func merged() throws {
    try insert(
      "contribution",
      Self.story.merging(["state": "'merged'", "merged_into": "'00000000-0000-4000-8000-000000000001'"]) { $1 })
  }

  @Test("What a person chooses, joins or answers is taken once, and only of what is there")
  func choices() throws {
    let person = ["voter": "zeroblob(32)", "person": "0"]
    try insert("design_choice", person.merging(["building_block": "'visie'"]) { $1 })
    try insert("scan_answer", person.merging(["question": "'tijd'", "answer": "'ja'"]) { $1 })
    for (subject, kind) in [("1", "'story'"), ("1", "'action'"), ("9", "'action'")] {
      let backing = ["subject": "'00000000-0000-4000-8000-00000000000\(subject)'", "subject_kind": kind]
      #expect(throws: StoreError.self) { try insert("backing", person.merging(backing) { $1 }) }
    }
    #expect(throws: StoreError.self) {
      try insert("action_contact", ["contact": "'x'", "action": "'00000000-0000-4000-8000-000000000001'"])
    }
  }

  @Test("There is one traject, one theme of an id, and a journal of known roles")
  func others() {
    #expect(throws: StoreError.self) {
      try insert("theme", ["id": "'00000000-0000-4000-8000-000000000050'", "name": "'x'"])
    }
    #expect(throws: StoreError.self) {
      try insert("theme", ["id": "'00000000-0000-4000-8000-000000000051'", "name": "''"])
    }
    #expect(throws: StoreError.self) {
      try insert("journal", ["at": "1", "kind": "'x'", "subject": "''", "role": "'hacker'", "facts": "'{}'"])
    }
    #expect(throws: StoreError.self) {
      try insert("run_sheet_item", ["id": "'x'", "position": "99", "body": "'{}'", "actual_end": "1"])
    }
    #expect(throws: StoreError.self) {
      try insert(
        "trajectory",
        [
          "only": "2", "body": "'{}'", "framework": "'{}'", "room": "'{}'", "join_code": "'ABCDEF'",
          "join_token": "'ABCDEFGHABCDEFGHABCDEFGHABCDEFGH'", "secret": "zeroblob(32)",
        ])
    }
  }

  @Test(
    "What a screen asks at every change costs what it shows, and not what is stored",
    arguments: [
      Reader.numbers(ContributionFilter(states: [.waiting]), .oldestFirst),
      Reader.numbers(ContributionFilter(), .newestFirst), Reader.numbers(.cards, .newestFirst),
      Reader.confidantCounts, Reader.confidantMembers, Reader.memberNumbers, Reader.themesOfMany,
      "SELECT * FROM link WHERE to_contribution = 'x' AND relation = 'reasonFor'",
    ])
  func hotPlans(sql: String) throws {
    let plan = try plan(of: sql)
    // Read whole is what was handed over, the parts that are put together, and the few that the confidant has.
    let small = ["json_each", "(subquery", "contribution_confidant"]
    let whole = plan.filter { step in step.hasPrefix("SCAN") && !small.contains { step.contains($0) } }
    #expect(whole == [], "\(plan)")
  }

  @Test("What is counted is counted from an index alone")
  func countingPlans() throws {
    for sql in [Reader.allCounts, Reader.themeSizes] {
      let plan = try plan(of: sql)
      #expect(plan.allSatisfy { $0.contains("COVERING INDEX") }, "\(plan)")
    }
  }

  @Test("What the journal is asked about one contribution is found without reading the journal")
  func journalPlans() throws {
    for (sql, index) in [(Reader.wasReleased, "journal_released"), (Reader.setApart, "journal_held")] {
      let plan = try plan(of: sql)
      #expect(plan.contains { $0.contains("journal") && $0.contains("INDEX \(index) (subject=?)") }, "\(plan)")
      #expect(!plan.contains { $0.hasPrefix("SCAN journal") }, "\(plan)")
    }
  }

  @Test("A search goes from the index of words to the row, newest first, and sorts nothing")
  func searchPlan() throws {
    let plan = try plan(of: Reader.search(.cards))
    #expect(plan.first?.hasPrefix("SCAN search VIRTUAL TABLE") == true, "\(plan)")
    #expect(plan.dropFirst().allSatisfy { $0.hasPrefix("SEARCH contribution USING INTEGER PRIMARY KEY") }, "\(plan)")
  }

  @Test(
    "What is asked often is found by an index",
    arguments: [
      "SELECT * FROM contribution WHERE id = 'x' ORDER BY number",
      "SELECT * FROM contribution WHERE owner = x'00' ORDER BY number",
      "SELECT * FROM contribution WHERE kind = 'story' AND state = 'released' ORDER BY number",
      "SELECT id FROM contribution WHERE withdrawal_hash = x'00'", "SELECT 1 FROM tombstone WHERE id = 'x'",
      "SELECT * FROM link WHERE from_id = 'x'", "SELECT * FROM link WHERE to_contribution = 'x'",
      "SELECT * FROM link WHERE to_theme = 'x'", "SELECT * FROM journal WHERE sequence > 5 ORDER BY sequence LIMIT 9",
      "SELECT * FROM stance WHERE voter = x'00' ORDER BY person, proposal", "SELECT * FROM stance WHERE proposal = 'x'",
      "SELECT * FROM dot WHERE voter = x'00' AND person = 0", "SELECT * FROM session WHERE hash = x'00'",
      "SELECT jpeg FROM photo WHERE contribution = 'x'", "SELECT 1 FROM theme WHERE id = 'x'",
      "SELECT id FROM contribution WHERE merged_into = 'x'", "SELECT id FROM contribution WHERE split_from = 'x'",
      "SELECT count(*) FROM backing WHERE subject = 'x'", "SELECT contact FROM action_contact WHERE action = 'x'",
      "SELECT count(*) FROM design_choice WHERE building_block = 'x'", Reader.wasReleased,
    ])
  func plans(sql: String) throws {
    let plan = try plan(of: sql)
    #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") }, "\(plan)")
  }

  private func plan(of sql: String) throws -> [String] {
    let fixture = try TrajectoryFixture()
    return try fixture.store.read { reader in
      let statement = try reader.db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
      // A plan is the same whatever its parameters are.
      statement.setUncheckedArguments(StatementArguments())
      return try Row.fetchAll(statement).map { $0["detail"] as String }
    }
  }
}
