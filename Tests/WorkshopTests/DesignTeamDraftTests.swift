import Foundation
import Testing
import Workshop
import WorkshopTestSupport

@Suite("What is filled in of a team member")
struct TeamMemberDraftTests {
  private static let right: [TeamMemberDraft.Field: String] = [
    .role: "coördinator", .organisation: "Lokaal bestuur", .lifeDomain: "lokaal-bestuur", .name: "An Peeters",
    .email: "an@voorbeeld.be", .telephone: "+32 (0)15 00 00 00", .consent: "true",
  ]

  private func faults(_ changes: [TeamMemberDraft.Field: String]) -> [TeamMemberDraft.Field: FieldFault] {
    TeamMemberDraft(Typed(Self.right.merging(changes) { $1 })).faults(framework: .shipped)
  }

  private func made(_ draft: TeamMemberDraft, contact: Contact? = nil) -> TeamMember? {
    draft.member(
      id: .numbered(1), replacing: contact, newContact: .numbered(2), now: FrozenClock.start)
  }

  @Test("A member with everything becomes one with contact data and the moment of the consent")
  func whole() throws {
    let member = try #require(made(TeamMemberDraft(Typed(Self.right))))
    #expect(member.role == "coördinator" && member.lifeDomain == "lokaal-bestuur")
    let contact = try #require(member.contact)
    #expect(contact.name == "An Peeters" && contact.consentedAt == FrozenClock.start)
  }

  @Test("A role is enough; nobody has to give a name")
  func roleOnly() throws {
    let member = try #require(made(TeamMemberDraft(Typed([.role: "ouder"]))))
    #expect(member.contact == nil && member.lifeDomain == nil && member.organisation.isEmpty)
  }

  @Test("Each wrong field is told at that field")
  func refused() {
    #expect(faults([.role: "  "]) == [.role: .missing])
    #expect(faults([.lifeDomain: "ruimtevaart"]) == [.lifeDomain: .unknownChoice])
    #expect(faults([.name: ""]) == [.name: .missing])
    #expect(faults([.consent: ""]) == [.consent: .needsConsent])
    #expect(
      faults([.organisation: String(repeating: "x", count: 161)]) == [.organisation: .tooLong(limit: 160, actual: 161)])
  }

  @Test(
    "An address that cannot be one is refused",
    arguments: ["an", "an@", "@be", "an@be", "a@b@c.be", "an @x.be", "an@.be"])
  func email(text: String) {
    #expect(faults([.email: text]) == [.email: .notAnEmail])
  }

  @Test(
    "A number that cannot be one is refused", arguments: ["bel me", "015", "015 00 00 00 x", "015 00 00 00 (bel maar)"])
  func phone(text: String) {
    #expect(faults([.telephone: text]) == [.telephone: .notATelephone])
  }

  @Test("Contact data without the tick makes no member at all")
  func noConsent() {
    #expect(made(TeamMemberDraft(Typed(Self.right.merging([.consent: ""]) { $1 }))) == nil)
    #expect(faults([.name: "", .email: "", .telephone: "", .consent: ""]).isEmpty)
  }

  @Test("An edit keeps the date of the first consent")
  func keepsDate() throws {
    let first = Contact(id: .numbered(7), name: "An", consentedAt: Date(timeIntervalSince1970: 1))
    let member = try #require(made(TeamMemberDraft(Typed(Self.right)), contact: first))
    #expect(member.contact?.consentedAt == first.consentedAt && member.contact?.id == first.id)
  }

  @Test("A member to be changed shows what is there")
  func roundTrip() throws {
    let member = try #require(made(TeamMemberDraft(Typed(Self.right))))
    #expect(made(TeamMemberDraft(member), contact: member.contact) == member)
  }
}

@Suite("What is filled in of a meeting")
struct TeamMeetingDraftTests {
  private static let right: [TeamMeetingDraft.Field: String] = [
    .title: "Overleg", .day: "2026-10-20", .start: "13:30", .end: "15:30", .place: "Zaal De Linde",
    .agenda: "Eén\n\n Twee ", .minutes: "We zagen\r\nveel.", .decisions: "We doen het",
  ]

  private func team() throws -> DesignTeam {
    let other = TeamMeeting(
      id: .prepared(.acquaintance), moment: .init(day: CalendarDate("2026-10-20"), start: 15 * 60, end: 16 * 60),
      content: .init(title: "Kennismaking"))
    return DesignTeam(members: [TeamMember(id: .numbered(1), role: "ouder")], meetings: [other])
  }

  private func faults(
    _ changes: [TeamMeetingDraft.Field: String], in team: DesignTeam = DesignTeam()
  ) -> [TeamMeetingDraft.Field: FieldFault] {
    TeamMeetingDraft(Typed(Self.right.merging(changes) { $1 })).faults(meeting: .prepared(.recruitment), in: team)
  }

  @Test("Agenda and decisions are lines; ticks for who left the team are dropped")
  func whole() throws {
    var draft = TeamMeetingDraft(Typed(Self.right.merging([.start: "13u", .end: "14.30"]) { $1 }))
    draft.typed[all: .attendees] = [1, 2].map { TeamMemberID.numbered($0).rawValue }
    let meeting = try #require(draft.meeting(id: .prepared(.recruitment), version: 3, in: team()))
    #expect(meeting.content.agenda == ["Eén", "Twee"])
    #expect(meeting.content.minutes == "We zagen\nveel.")
    #expect(meeting.content.attendees == [.numbered(1)])
    #expect(meeting.moment == MeetingMoment(day: CalendarDate("2026-10-20"), start: 780, end: 870))
    #expect(meeting.version == 3)
  }

  @Test("A title is enough: the rest can be agreed later")
  func titleOnly() {
    #expect(
      TeamMeetingDraft(Typed([.title: "Extra"])).faults(meeting: .prepared(.recruitment), in: DesignTeam()).isEmpty)
  }

  @Test("Each wrong field is told at that field")
  func refused() {
    #expect(faults([.title: ""]) == [.title: .missing])
    #expect(faults([.day: "2026-02-30"]) == [.day: .notADate])
    #expect(faults([.start: "25:00"]) == [.start: .notATime])
    #expect(faults([.end: "13:30"]) == [.end: .endBeforeStart])
    #expect(faults([.end: "12:00"]) == [.end: .endBeforeStart])
    #expect(faults([.day: ""]) == [.day: .missing])
    #expect(faults([.start: ""]) == [.start: .missing])
    #expect(faults([.title: String(repeating: "x", count: 161)]) == [.title: .tooLong(limit: 160, actual: 161)])
  }

  @Test("A meeting at the time of another is told which one, and an edit does not meet itself")
  func overlap() throws {
    #expect(faults([:], in: try team()) == [.start: .overlaps("Kennismaking")])
    #expect(faults([.end: "15:00"], in: try team()).isEmpty)
    let same = TeamMeetingDraft(Typed(Self.right)).faults(meeting: .prepared(.acquaintance), in: try team())
    #expect(same.isEmpty)
  }

  @Test("A meeting to be changed shows what is there")
  func roundTrip() throws {
    var draft = TeamMeetingDraft(Typed(Self.right))
    draft.typed[all: .attendees] = [TeamMemberID.numbered(1).rawValue]
    let team = DesignTeam(members: try team().members)
    let meeting = try #require(draft.meeting(id: .prepared(.recruitment), version: 1, in: team))
    #expect(TeamMeetingDraft(meeting).meeting(id: .prepared(.recruitment), version: 1, in: team) == meeting)
  }
}

@Suite("What is filled in of a task")
struct FollowUpTaskDraftTests {
  private func faults(_ values: [FollowUpTaskDraft.Field: String]) -> [FollowUpTaskDraft.Field: FieldFault] {
    FollowUpTaskDraft(Typed(values)).faults()
  }

  @Test("Each wrong field is told at that field")
  func refused() {
    #expect(faults([.owner: "An"]) == [.what: .missing])
    #expect(faults([.what: "Bellen", .owner: " "]) == [.owner: .missing])
    #expect(faults([.what: "Bellen", .owner: "An", .due: "morgen"]) == [.due: .notADate])
    #expect(
      faults([.what: String(repeating: "x", count: 601), .owner: "An"]) == [.what: .tooLong(limit: 600, actual: 601)])
    #expect(
      faults([.what: "Bellen", .owner: String(repeating: "x", count: 161)]) == [
        .owner: .tooLong(limit: 160, actual: 161)
      ])
  }

  @Test("A task without an owner is no task")
  func noOwner() {
    #expect(FollowUpTaskDraft(Typed([.what: "Bellen"])).task(id: .numbered(1), meeting: .prepared(.recruitment)) == nil)
  }

  @Test("A task to be changed shows what is there")
  func roundTrip() throws {
    let draft = FollowUpTaskDraft(Typed([.what: "Bellen", .owner: "An", .due: "2026-10-20"]))
    let task = try #require(draft.task(id: .numbered(1), meeting: .prepared(.recruitment)))
    #expect(FollowUpTaskDraft(task).task(id: .numbered(1), meeting: .prepared(.recruitment)) == task)
  }
}
