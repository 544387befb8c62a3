import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/ontwerpteam`: the members, the meetings and the open tasks.
struct ShowDesignTeam {
  static func answer(_ call: Call) throws -> Answer {
    try DesignTeamPage(call: call, team: try call.designTeam()).answer()
  }
}

/// `POST /begeleider/TRAJECT/voorbereiding/ontwerpteam`: adds a member.
///
/// Fields: `id`, a UUID of the page's, so that a form sent twice adds one member; those of `TeamMemberDraft`. 303 back to
/// the page; 422 with the page again for what has to be corrected.
struct AddTeamMember {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let (room, team) = (try call.room(), try call.designTeam())
    let framework = try room.store.read { try $0.framework() }
    let draft = post.draft(TeamMemberDraft.self)
    let faults = draft.faults(framework: framework)
    let secrets = call.environment.secrets
    let id = TeamMemberID(uuid: post["id"]) ?? TeamMemberID(secrets.uuid())
    let member = draft.member(id: id, newContact: ContactID(secrets.uuid()), now: call.environment.clock.now)
    guard faults.isEmpty, let member else {
      return try DesignTeamPage(call: call, team: team, draft: draft, faults: faults, newID: id).answer()
    }
    try room.store.write { try $0.add(member, by: .facilitator) }
    return try call.back(to: .team, .added)
  }
}

/// `POST /begeleider/TRAJECT/voorbereiding/overleg`: adds a meeting to those every traject has, and leads to its page.
struct AddTeamMeeting {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let id = TeamMeetingID(uuid: post["id"]) ?? TeamMeetingID(call.environment.secrets.uuid())
    let words = call.words
    let meeting = TeamMeeting(
      id: id,
      content: .init(title: words["team.extra.title"], agenda: words["team.extra.agenda"].trimmedLines()), version: 0)
    if try call.designTeam().meeting(id) == nil {
      try call.room().store.write { try $0.save(meeting, by: .facilitator) }
    }
    return call.back(to: try call.teamPath("overleg/\(id)"), .added)
  }
}

/// The page of the ontwerpteam.
struct DesignTeamPage {
  let call: Call
  let team: DesignTeam
  var draft = TeamMemberDraft()
  var faults: [TeamMemberDraft.Field: FieldFault] = [:]
  /// The id the form had, so that one sent again is still the same member.
  var newID: TeamMemberID?

  private var words: Catalogue { call.words }

  func answer() throws -> Answer {
    let framework = try call.room().store.read { try $0.framework() }
    let missing = team.missingMembers
    let done = team.tasks.filter { !$0.isOpen }
    var values: [String: Any] = [
      "base": PreparationPlace.overview.path(in: try call.room().trajectory.id),
      "csrf": call.application.pages.formToken.value,
      "missing": missing == 0 ? false : words("team.missing", count: missing, ["members": String(team.members.count)]),
      "members": team.members.map { member($0, framework) }, "hasMembers": !team.members.isEmpty,
      "newMemberID": (newID ?? TeamMemberID(call.environment.secrets.uuid())).rawValue,
      "newMeetingID": call.environment.secrets.uuid(), "hasContactFaults": hasContactFaults,
    ]
    values.merge(addForm(framework)) { $1 }
    values.merge(try meetings()) { $1 }
    values["openTasks"] = team.openTasks.map { TaskView(call: call, team: team, task: $0).context() }
    values["hasOpenTasks"] = !team.openTasks.isEmpty
    values["doneTasks"] = done.map { TaskView(call: call, team: team, task: $0).context() }
    values["doneTitle"] = done.isEmpty ? false : words("team.doneTasks", count: done.count)
    return try call.page(
      "team", at: .team, section: "team", values, status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  /// One form with one list of what has to be corrected; the contact data stand apart in it.
  private func addForm(_ framework: FrameworkContent) -> [String: Any] {
    let roles = Self.roleControls(framework, words)
    let form = call.form(draft, faults: faults, section: "team.fields.member", roles + Self.contactControls)
    let fields = form["fields"] as? [[String: Any]] ?? []
    return [
      "form": form, "roleFields": Array(fields.prefix(roles.count)),
      "contactFields": Array(fields.dropFirst(roles.count)),
    ]
  }

  private var hasContactFaults: Bool {
    [.name, .email, .telephone, .consent].contains { faults[$0] != nil || !draft[$0].isEmpty }
  }

  private func member(_ member: TeamMember, _ framework: FrameworkContent) -> [String: Any] {
    let lifeDomain = member.lifeDomain.map { framework.label(of: $0, in: .lifeDomains, words: words) }
    return [
      "id": member.id.rawValue, "memberName": member.contact?.name ?? member.role,
      "role": member.contact == nil ? false : member.role,
      "organisation": member.organisation.isEmpty ? false : member.organisation, "lifeDomain": lifeDomain ?? false,
      "email": shown(member.contact?.email), "phone": shown(member.contact?.phone),
    ]
  }

  private func shown(_ text: String?) -> Any { text.map { $0.isEmpty ? false : $0 as Any } ?? false }

  private var hasDates: Bool {
    team.meetings.contains { $0.moment.day != nil } || team.openTasks.contains { $0.due != nil }
  }

  private func meetings() throws -> [String: Any] {
    let today = call.environment.clock.today
    let cards = team.meetings.map { MeetingCard(meeting: $0, team: team, words: words, today: today).context() }
    return ["meetings": cards, "hasDates": hasDates]
  }

  static func roleControls(
    _ framework: FrameworkContent, _ words: Catalogue
  ) -> [FormControl<TeamMemberDraft.Field>] {
    let domains = framework.offered(.lifeDomains).map {
      FormOption(value: $0.id, label: framework.label(of: $0.id, in: .lifeDomains, words: words))
    }
    return [.text(.role).required, .text(.organisation), .select(.lifeDomain, domains)]
  }

  static let contactControls: [FormControl<TeamMemberDraft.Field>] = [
    .text(.name), .email(.email), .telephone(.telephone), .tick(.consent),
  ]
}
