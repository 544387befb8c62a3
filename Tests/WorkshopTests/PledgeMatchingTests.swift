import Testing
import Workshop
import WorkshopTestSupport

@Suite("Requests and what meets them")
struct PledgeMatchingTests {
  private func pledge(_ number: Int, _ kind: PledgeKind) -> Contribution {
    Contribution(
      id: .numbered(number), number: Int64(number), kind: .pledge, step: "actie", state: .released,
      body: ["pledgeKind": .text(kind.rawValue)], createdAt: FrozenClock.start, updatedAt: FrozenClock.start)
  }

  private func open(_ links: [(Int, LinkRelation, Int)]) -> [Int64] {
    [pledge(1, .request), pledge(2, .request), pledge(3, .offer), pledge(4, .commitment)].openRequests(
      links.map { Link(from: .numbered($0), relation: $1, to: ContributionID.numbered($2).rawValue) }
    ).map(\.number)
  }

  @Test("A request is open until an offer is matched to it, or supports its action and is matched to nothing else")
  func rule() {
    #expect(open([]) == [1, 2])
    #expect(open([(3, .meets, 1)]) == [2])
    #expect(open([(1, .supports, 9), (3, .supports, 9)]) == [2])
    #expect(open([(1, .supports, 9), (3, .supports, 9), (3, .meets, 2)]) == [1])
    #expect(open([(1, .supports, 9), (4, .supports, 9)]) == [1, 2], "doing something else is no offer")
    #expect(open([(3, .meets, 77)]) == [1, 2], "what is not shown meets nothing")
  }

  @Test("Only an offer answers a request, and an action does not end before it begins")
  func forms() throws {
    let request = ContributionID.numbered(9).rawValue
    func faults(_ kind: ContributionKind, _ changes: Body) -> [FieldID] {
      let body = SubmissionSample(kind).body.merging(changes) { $1 }
      return FormDefinition.of(kind).faults(in: body, hasPhoto: false, framework: .shipped).keys.map(\.self)
    }
    #expect(faults(.pledge, ["meets": .list([request])]) == [])
    #expect(faults(.pledge, ["meets": .list([request]), "pledgeKind": .text("vraag")]) == ["meets"])
    #expect(faults(.action, ["endDate": .text("2026-11-30")]) == ["endDate"])
    #expect(faults(.action, ["endDate": .text("2026-12-02")]) == [])
  }

  @Test("A first step later than two weeks is noticed, and one on the last day is not")
  func firstStep() {
    func action(_ date: String) -> Contribution {
      Contribution(
        id: .numbered(1), number: 1, kind: .action, step: "actie", body: ["firstStepDate": .text(date)],
        createdAt: FrozenClock.start, updatedAt: FrozenClock.start)
    }
    #expect(!FirstStep.isLate(action("2026-12-04"), from: .sampleWorkday))
    #expect(FirstStep.isLate(action("2026-12-05"), from: .sampleWorkday))
    #expect(!FirstStep.isLate(action(""), from: .sampleWorkday))
  }
}
