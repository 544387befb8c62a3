import Foundation
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("The record of a workday")
struct WorkdayRecordTests {
  @Test("An empty day is a valid record with nothing in it")
  func empty() throws {
    let fixture = try TrajectoryFixture()
    let record = try fixture.store.read { try $0.workdayRecord(madeAt: fixture.clock.now) }
    #expect(record.trajectory == .sample())
    #expect(record.runSheet.count == 13)
    #expect(record.contributions.isEmpty && record.links.isEmpty && record.themes.isEmpty && record.stances.isEmpty)
    #expect(record.dots.isEmpty && record.photos.isEmpty)
    #expect(record.participation == Participation())
    #expect(record.withdrawnCount == 0)
  }

  @Test("A full day holds the whole chain from story to pledge")
  func full() throws {
    let fixture = try TrajectoryFixture()
    try day(in: fixture)
    let record = try fixture.store.read { try $0.workdayRecord(madeAt: fixture.clock.now) }
    #expect(Set(record.contributions.map(\.kind)) == Set(ContributionKind.allCases))
    #expect(record.contributions.map(\.number) == record.contributions.map(\.number).sorted())
    #expect(record.contributions(.story, for: .screen).map(\.id) == [.numbered(1)])
    #expect(record.contributions(.story, for: .publication).isEmpty)
    #expect(record.targets(of: .numbered(4), .restsOn) == [1, 2, 3, 50].map { ContributionID.numbered($0).rawValue })
    #expect(record.targets(of: .numbered(7), .supports) == [ContributionID.numbered(6).rawValue])
    #expect(record.photos == [.numbered(3): .samplePhoto()])
    #expect(record.dots == [.numbered(50): 2])
    #expect(record.stances == [Stance(proposal: .numbered(4), position: .yesBut, groups: ["ouder"])])
    #expect(
      record.participation
        == Participation(devices: 2, byGroup: ["ouder": 2, "partner": 1], organisations: 1, tables: 1))
    let interview = try #require(record.runSheet.first { $0.id == "interview" })
    #expect(interview.actualStart == FrozenClock.start)
    #expect(interview.actualEnd == FrozenClock.start + 3600)
    #expect(record.runSheet.first { $0.id == "doen" }?.actualStart == nil)
  }

  private func day(in fixture: TrajectoryFixture) throws {
    let store = fixture.store
    for (number, groups) in [["ouder", "ouder"], ["ouder", "partner"], ["kind"]].enumerated() {
      let session = try store.write { try $0.join(hash: Session.hash(of: "toestel-\(number)")) }
      // The third device never checks in.
      guard number < 2 else { continue }
      let checkIn = CheckIn(groups: groups, organisation: number == 1 ? "CKG" : "", table: "4")
      _ = try store.write { try $0.checkIn(session, as: checkIn) }
    }
    try store.write { try $0.start("interview") }
    fixture.clock.advance(by: 3600)
    try store.write { try $0.end("interview") }
    try fixture.release(SubmissionSample(.story, 1))
    try fixture.submit(SubmissionSample(.successFactor, 2).pointing("restsOn", to: [.numbered(1)]))
    try store.write { try $0.make(Theme(id: .numbered(50), name: "Warmte"), by: .facilitator) }
    var dream = SubmissionSample(.dream, 3).pointing("answers", to: [.numbered(50)])
    dream.photo = .samplePhoto()
    try fixture.submit(dream)
    try fixture.release(SubmissionSample(.proposal, 4).pointing("restsOn", to: [1, 2, 3, 50].map { .numbered($0) }))
    try fixture.submit(SubmissionSample(.stanceReason, 5).pointing("reasonFor", to: [.numbered(4)]))
    try fixture.submit(SubmissionSample(.action, 6).pointing("followsFrom", to: [.numbered(4)]))
    try fixture.submit(SubmissionSample(.pledge, 7).pointing("supports", to: [.numbered(6)]))
    try fixture.submit(SubmissionSample(.evaluation, 8))
    let voter = try #require(Voter(owner: Session.owner(of: "toestel-1"), person: 0))
    let dots = try #require(Dots([.numbered(50), .numbered(50)]))
    try fixture.open("stippen")
    try store.write { try $0.give(dots, from: voter) }
    try fixture.open("galerij")
    let stance = Stance(proposal: .numbered(4), position: .yesBut, groups: ["ouder"])
    try store.write { try $0.take(stance, by: voter) }
  }
}
