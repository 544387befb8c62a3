import Testing
import Workshop

@testable import WorkshopRehearsal

@Suite("The plan of a day")
struct DayPlanTests {
  @Test("The same seed is the same day")
  func sameSeed() throws {
    let (one, other) = (try samplePlan(phones: 60, seed: 7), try samplePlan(phones: 60, seed: 7))
    #expect(one.phones == other.phones)
    #expect(one.contributions == other.contributions)
    #expect(one.themes == other.themes)
    #expect(one.dots == other.dots)
    #expect(one.stances == other.stances)
  }

  @Test("Another seed is another day")
  func otherSeed() throws {
    let (one, other) = (try samplePlan(phones: 60, seed: 7), try samplePlan(phones: 60, seed: 8))
    #expect(one.phones != other.phones)
    #expect(one.contributions != other.contributions)
  }

  @Test("Every UUID is well formed and its own")
  func identifiers() throws {
    let ids = try samplePlan(phones: 300).contributions.values.joined().map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { ContributionID(uuid: $0.rawValue) != nil })
  }

  @Test("Each phone tells a story, and every distinct one is told however few phones there are")
  func stories() throws {
    #expect(Set(try samplePlan(phones: 60).contributions(.story).map(\.phone)).count == 60)
    #expect(try samplePlan(phones: 3).contributions(.story).count == 24)
  }

  @Test("Some join by the code, and some answers are asked twice")
  func variety() throws {
    let plan = try samplePlan(phones: 60)
    #expect(plan.phones.contains { $0.joinsByCode })
    #expect(!plan.phones.allSatisfy { $0.joinsByCode })
    #expect(plan.contributions(.story).contains { $0.isSentTwice })
  }

  @Test("Young people say no to what the others want: the tension of the day")
  func tension() throws {
    let plan = try samplePlan(phones: 300)
    let proposal = try #require(
      plan.contributions(.proposal).first { $0.text("sentence").contains("twee gelijke deuren") })
    let stances = plan.stances.filter { $0.proposal == proposal.id }
    let (young, parents) = (stances.filter { $0.groups == ["jongere"] }, stances.filter { $0.groups == ["ouder"] })
    #expect(young.count >= 10)
    #expect(young.count { $0.position == .no } * 3 > young.count * 2)
    #expect(parents.count { $0.position == .yes } * 3 > parents.count * 2)
  }

  @Test("Dates count from the workday")
  func dates() throws {
    let action = try #require(try samplePlan(phones: 1).contributions(.action).first)
    #expect(action.body["firstStepDate"] == .text("2026-11-26"))
  }
}

extension PlannedContribution {
  fileprivate func text(_ field: FieldID) -> String {
    if case .text(let text)? = body[field] { text } else { "" }
  }
}
