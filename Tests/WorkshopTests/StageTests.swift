import Foundation
import Testing
import Workshop

@Suite("How far a traject is")
struct StageTests {
  @Test("At the beginning everything is open, and the intake comes first")
  func beginning() {
    let facts = StageFacts()
    #expect(facts.states().map(\.stage) == Stage.allCases)
    #expect(facts.states().allSatisfy { !$0.isDone })
    #expect(facts.current == .intake)
  }

  @Test("Every task belongs to exactly one stage")
  func tasks() {
    let tasks = Stage.allCases.flatMap(\.tasks)
    #expect(tasks.count == StageTask.allCases.count && Set(tasks) == Set(StageTask.allCases))
  }

  private var intakeDone: StageFacts {
    var facts = StageFacts()
    (facts.hasTrajectoryData, facts.hasConfidant) = (true, true)
    facts.agreedConditions = IntakeCondition.allCases.count
    return facts
  }

  @Test("A stage is done when nothing of it is open, and the next is where the traject is")
  func next() {
    #expect(intakeDone.states().first?.isDone == true)
    #expect(intakeDone.current == .team)
  }

  @Test("Three members are too few, five are enough and count as four", arguments: [(3, false), (4, true), (5, true)])
  func members(_ count: Int, _ isDone: Bool) {
    var facts = intakeDone
    facts.members = count
    let task = facts.states()[1].tasks.first { $0.task == .members }
    #expect(task?.done == min(count, 4) && task?.total == 4)
    #expect(task?.isDone == isDone)
  }

  @Test("What was never asked for keeps nobody waiting")
  func nothingAsked() {
    let recruitment = StageFacts().states()[2]
    #expect(recruitment.tasks.first { $0.task == .practicalHelp }?.isDone == true)
    #expect(recruitment.tasks.first { $0.task == .confirmations }?.isDone == false)
  }

  @Test("While the day runs that is where the traject is, and after it the follow-up")
  func afterTheDay() {
    var facts = StageFacts()
    (facts.workdays, facts.begunWorkdays) = (1, 1)
    #expect(facts.current == .workdays)
    facts.isClosed = true
    #expect(facts.current == .followUp)
    (facts.hasFollowUpDate, facts.actions, facts.isFollowUpPast) = (true, 3, true)
    #expect(facts.current == .sharing)
  }

  @Test("Every stage, task and plan has words")
  func words() throws {
    let words = try Catalogue.shipped()
    let keys =
      Stage.allCases.map { "preparation.stages.names.\($0.rawValue)" }
      + StageTask.allCases.map { "preparation.stages.tasks.\($0.rawValue)" }
      + IntakeCondition.allCases.map { "preparation.intake.conditions.\($0.rawValue).label" }
      + TermList.editable.map { "preparation.framework.lists.\($0.rawValue)" }
      + RunSheetTemplate.allCases.flatMap { plan in
        ["name", "length", "forWhom", "what"].map { "preparation.templates.\(plan.rawValue).\($0)" }
      }
    #expect(keys.filter { words.text(for: $0) == nil } == [])
  }
}

@Suite("What is typed to begin a traject")
struct TrajectoryDraftTests {
  private func draft(_ values: [TrajectoryDraft.Field: String]) -> TrajectoryDraft {
    let least: [TrajectoryDraft.Field: String] = [
      .house: "Huis", .date: "2026-12-31", .organisation: "Stad", .contact: "014",
    ]
    return TrajectoryDraft(Typed(least.merging(values) { $1 }))
  }

  @Test("Two days go over the end of a year")
  func newYear() {
    #expect(draft([.template: "two-day"]).dates?.map(\.description) == ["2026-12-31", "2027-01-01"])
    #expect(draft([.template: "two-day", .secondDate: "2027-01-01"]).faults().isEmpty)
    #expect(draft([.template: "two-day", .secondDate: "2026-12-30"]).faults() == [.secondDate: .notConsecutive])
    #expect(draft([.template: "two-day", .secondDate: "2026-12-31"]).faults() == [.secondDate: .notConsecutive])
    #expect(draft([.secondDate: "2027-01-01"]).faults() == [.secondDate: .onlyTwoDays])
  }

  @Test("What follows the workdays has to follow the last of them")
  func after() {
    let faults = draft([.template: "two-day", .followUpDate: "2027-01-01", .retention: "2027-01-01"]).faults()
    #expect(faults == [.followUpDate: .tooEarly, .retention: .tooEarly])
  }

  @Test("A traject turned into a form and back is the same")
  func roundTrip() throws {
    let trajectory = try #require(
      draft([.template: "two-day", .confidant: "Sofie", .municipalities: "Mol, Balen", .rehearsal: "true"])
        .trajectory(id: "huis", words: try .shipped(), now: .init(timeIntervalSince1970: 0)))
    let again = TrajectoryDraft(trajectory).trajectory(
      id: "huis", words: try .shipped(), now: .init(timeIntervalSince1970: 0))
    #expect(again == trajectory)
  }
}

@Suite("The terms of a traject")
struct FrameworkEditingTests {
  @Test("A term moves within its list and no further")
  func moving() {
    var framework = FrameworkContent.shipped
    framework.move("beide", in: .resources, by: -1)
    #expect(framework.lists[.resources]?.map(\.id) == ["materieel", "beide", "immaterieel"])
    framework.move("beide", in: .resources, by: -5)
    framework.move("geen", in: .resources, by: 1)
    #expect(framework.lists[.resources]?.map(\.id) == ["beide", "materieel", "immaterieel"])
  }

  @Test("A label without a letter, or one that is there, makes no term", arguments: ["!?", "Béide", "  "])
  func noTerm(_ label: String) {
    var framework = FrameworkContent.shipped
    let isAdded = framework.add(label: label, description: "", to: .resources)
    #expect(!isAdded)
    #expect(framework == .shipped)
  }

  @Test("A text that is the catalogue's own is not kept")
  func ownWords() throws {
    let words = try Catalogue.shipped()
    let framework = FrameworkContent.shipped
    let term = try #require(framework.lists[.buildingBlocks]?.first)
    let draft = TermDraft(term, in: .buildingBlocks, of: framework, words: words)
    #expect(draft.term(term.id, in: .buildingBlocks, words: words) == term)
  }
}
