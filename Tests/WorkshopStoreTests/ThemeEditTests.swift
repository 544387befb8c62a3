import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Arranging themes, and taking it back")
struct ThemeEditTests {
  let fixture: TrajectoryFixture
  private let deur = ThemeID.numbered(50)
  private let tafel = ThemeID.numbered(51)
  private let tijd = ThemeID.numbered(52)

  init() throws {
    fixture = try TrajectoryFixture()
    for number in 1...4 { try fixture.submit(SubmissionSample(.story, number)) }
    try edit { try $0.make(Theme(id: .numbered(50), name: "Deur"), by: .facilitator) }
    try edit { try $0.make(Theme(id: .numbered(51), name: "Tafel"), by: .moderator) }
  }

  private func edit(_ work: @escaping @Sendable (Change) throws -> Void) throws {
    try fixture.store.write { try work($0) }
  }

  private func read<Value>(_ work: (Reader) throws -> Value) throws -> Value {
    try fixture.store.read { try work($0) }
  }

  /// Who is in which theme, by name.
  private func arrangement() throws -> [String: [Int]] {
    try read { reader in
      let links = try reader.links().filter { $0.relation == .belongsTo }
      return try reader.themes().reduce(into: [:]) { names, theme in
        names[theme.name] = links.filter { $0.to == theme.id.rawValue }
          .compactMap { link in (1...4).first { ContributionID.numbered($0) == link.from } }.sorted()
      }
    }
  }

  @discardableResult
  private func undo() throws -> ThemeEdit {
    let edit = try #require(try read { try $0.themeHistory() }.undo)
    try self.edit { try $0.undoThemeEdit(edit.id, by: .facilitator) }
    return edit
  }

  @discardableResult
  private func redo() throws -> ThemeEdit {
    let edit = try #require(try read { try $0.themeHistory() }.redo)
    try self.edit { try $0.redoThemeEdit(edit.id, by: .facilitator) }
    return edit
  }

  @Test("Every kind of edit can be taken back, one after the other, and done again")
  func backAndForth() throws {
    let (made, renamed) = (Theme(id: tijd, name: "Tijd"), Theme(id: tijd, name: "Tijd en rust"))
    let steps: [@Sendable (Change) throws -> Void] = [
      { try $0.put([.numbered(1), .numbered(2), .numbered(3)], into: .numbered(50), by: .facilitator) },
      { try $0.make(made, with: [.numbered(2), .numbered(3)], splitFrom: .numbered(50), by: .facilitator) },
      { try $0.put([.numbered(2)], into: .numbered(51), from: .numbered(52), by: .moderator) },
      { try $0.take(.numbered(1), outOf: .numbered(50), by: .facilitator) },
      { try $0.merge(.numbered(52), into: .numbered(51), by: .facilitator) },
      { try $0.unmerge(.numbered(52), by: .facilitator) },
      { try $0.change(renamed, by: .facilitator) },
    ]
    var states = [try state()]
    for step in steps {
      try edit(step)
      states.append(try state())
    }
    let kinds = try read { try $0.themeHistory() }.edits.map(\.kind)
    #expect(kinds == [.rename, .unmerge, .merge, .empty, .move, .split, .fill, .make, .make])
    for number in steps.indices.reversed() {
      try undo()
      #expect(try state() == states[number])
    }
    for number in steps.indices {
      try redo()
      #expect(try state() == states[number + 1])
    }
    #expect(try read { try $0.themeHistory() }.redo == nil)
  }

  private struct State: Equatable {
    let themes: [Theme]
    let arrangement: [String: [Int]]
  }

  private func state() throws -> State { State(themes: try read { try $0.themes() }, arrangement: try arrangement()) }

  @Test("What is taken back was the last thing anybody did, and only if that is what was seen")
  func linear() throws {
    try edit { try $0.put(.numbered(1), into: .numbered(50), by: .facilitator) }
    let seen = try #require(try read { try $0.themeHistory() }.undo)
    try edit { try $0.put(.numbered(2), into: .numbered(51), by: .moderator) }
    #expect(throws: StoreError(String(seen.id), .superseded)) {
      try edit { try $0.undoThemeEdit(seen.id, by: .facilitator) }
    }
    #expect(try arrangement() == ["Deur": [1], "Tafel": [2]])
    #expect(try undo().role == .moderator)
    #expect(try arrangement() == ["Deur": [1], "Tafel": []])
  }

  @Test("After something new, what was taken back stays back and is still told")
  func branch() throws {
    try edit { try $0.put(.numbered(1), into: .numbered(50), by: .facilitator) }
    let undone = try undo()
    try edit { try $0.put(.numbered(2), into: .numbered(50), by: .facilitator) }
    let history = try read { try $0.themeHistory() }
    #expect(history.redo == nil)
    #expect(history.edits.first { $0.id == undone.id }?.isUndone == true)
    #expect(throws: StoreError(String(undone.id), .superseded)) {
      try edit { try $0.redoThemeEdit(undone.id, by: .facilitator) }
    }
  }

  @Test("What was taken back before something new stays back, also once that is taken back")
  func abandonedBranch() throws {
    for number in 1...3 { try edit { try $0.put(.numbered(number), into: .numbered(50), by: .facilitator) } }
    try undo()
    try undo()
    try edit { try $0.put(.numbered(3), into: .numbered(51), by: .facilitator) }
    let new = try undo()
    #expect(try read { try $0.themeHistory() }.redo?.id == new.id)
    try redo()
    #expect(try read { try $0.themeHistory() }.redo == nil)
    #expect(try arrangement() == ["Deur": [1], "Tafel": [3]])
  }

  @Test("A theme that is taken back is gone with its dots, which are free again, and comes back with them")
  func removedTheme() throws {
    let voter = try #require(Voter(owner: Session.owner(of: "toestel-1"), person: 0))
    let dots = try #require(Dots([tafel]))
    try edit { try $0.give(dots, from: voter) }
    try undo()
    #expect(try read { try $0.themes().map(\.name) } == ["Deur"])
    #expect(try read { try $0.dots() }.isEmpty)
    #expect(try read { try $0.dots(of: voter.owner) }.isEmpty)
    #expect(throws: StoreError(tafel.rawValue, .unknown)) {
      try edit { try $0.put(.numbered(1), into: .numbered(51), by: .facilitator) }
    }
    try redo()
    #expect(try read { try $0.dots() } == [tafel: 1])
  }

  @Test("What was withdrawn in between does not come back by undoing")
  func withdrawn() throws {
    let receipt = try fixture.submit(SubmissionSample(.story, 9), from: "toestel-9")
    try edit { try $0.put([.numbered(9), .numbered(1)], into: .numbered(50), by: .facilitator) }
    try edit { try $0.take([.numbered(9), .numbered(1)], outOf: .numbered(50), by: .facilitator) }
    let store = fixture.store
    let code = store.withdrawalCode(for: receipt.id)
    _ = try store.write { try $0.withdraw(code, in: store) }
    try undo()
    #expect(try arrangement()["Deur"] == [1])
    #expect(try read { try $0.links(from: .numbered(9)) }.isEmpty)
    #expect(throws: StoreError(ContributionID.numbered(9).rawValue, .unknown)) {
      try edit { try $0.put(.numbered(9), into: .numbered(50), by: .facilitator) }
    }
  }

  @Test("Two who rename one theme: the second is told, unless both wrote the same")
  func renaming() throws {
    var (mine, yours) = (Theme(id: deur, name: "Open deur"), Theme(id: deur, name: "Warme deur"))
    try edit { [mine] in try $0.change(mine, seenName: "Deur", by: .facilitator) }
    #expect(throws: StoreError(deur.rawValue, .superseded)) {
      try edit { [yours] in try $0.change(yours, seenName: "Deur", by: .moderator) }
    }
    #expect(try read { try $0.themes().first?.name } == "Open deur")
    mine.isPositiveCore = true
    try edit { [mine] in try $0.change(mine, seenName: "Deur", by: .moderator) }
    yours.isPositiveCore = true
    try edit { [yours] in try $0.change(yours, seenName: "Open deur", by: .moderator) }
    #expect(try read { try $0.themes().first?.name } == "Warme deur")
  }

  @Test("What came into a theme by merging can be taken out of it, and moved")
  func inherited() throws {
    try edit { try $0.put([.numbered(1), .numbered(2)], into: .numbered(50), by: .facilitator) }
    try edit { try $0.merge(.numbered(50), into: .numbered(51), by: .facilitator) }
    try edit { try $0.take(.numbered(1), outOf: .numbered(51), by: .facilitator) }
    #expect(try arrangement() == ["Deur": [2], "Tafel": []])
    try edit { try $0.make(Theme(id: .numbered(52), name: "Tijd"), by: .facilitator) }
    try edit { try $0.put([.numbered(2)], into: .numbered(52), from: .numbered(51), by: .facilitator) }
    #expect(try arrangement() == ["Deur": [], "Tafel": [], "Tijd": [2]])
  }

  @Test("What changes nothing is no edit")
  func nothing() throws {
    let before = try read { try $0.themeHistory() }.edits.count
    try edit { try $0.make(Theme(id: .numbered(50), name: "Nog eens"), by: .facilitator) }
    try edit { try $0.change(Theme(id: .numbered(50), name: "Deur"), by: .facilitator) }
    try edit { try $0.unmerge(.numbered(50), by: .facilitator) }
    try edit { try $0.take(.numbered(1), outOf: .numbered(50), by: .facilitator) }
    try edit { try $0.put([], into: .numbered(50), by: .facilitator) }
    #expect(try read { try $0.themeHistory() }.edits.count == before)
  }

  @Test("An edit that fails half-way changes nothing")
  func atomic() throws {
    try fixture.submit(SubmissionSample(.dream, 7))
    #expect(throws: StoreError.self) {
      try edit { try $0.put([.numbered(1), .numbered(7)], into: .numbered(50), by: .facilitator) }
    }
    #expect(try arrangement() == ["Deur": [], "Tafel": []])
    #expect(try read { try $0.themeHistory() }.undo?.kind == .make)
  }

  @Test("A file from before there was a history opens, with its themes as they were")
  func earlierFile() throws {
    let path = fixture.directory + "/vroeger.werkdag"
    let file = try DatabaseQueue(path: path, configuration: TrajectoryStore.configuration(readOnly: false))
    try Migrations.all.migrate(file, upTo: "2 preparation")
    try file.write { db in
      try db.execute(
        sql: "INSERT INTO theme (id, name) VALUES (?, 'Van toen')", arguments: [ThemeID.numbered(60).rawValue])
    }
    try Migrations.all.migrate(file)
    let (names, undo) = try file.read { db in
      (try Reader(db: db).themes().map(\.name), try Reader(db: db).themeHistory().undo)
    }
    #expect(names == ["Van toen"])
    #expect(undo == nil)
  }

  @Test("The journal tells who and what by ids alone")
  func journal() throws {
    try edit { try $0.put(.numbered(1), into: .numbered(50), by: .facilitator) }
    try undo()
    try undo()
    let lines = try read { try $0.journal(after: 0) }
    #expect(lines.suffix(3).map(\.kind) == [.themeFilled, .themeEmptied, .themeRemoved])
    #expect(lines.allSatisfy { line in !line.facts.values.contains { $0.contains("Tafel") || $0.contains("Deur") } })
  }
}
