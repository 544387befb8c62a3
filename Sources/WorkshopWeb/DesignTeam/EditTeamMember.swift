import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/ontwerpteam/LID`: a member, to be changed or taken out.
///
/// 404 where there is none.
struct ShowTeamMember {
  static func answer(_ call: Call) throws -> Answer {
    let member = try call.member(of: try call.designTeam())
    return try TeamMemberPage(call: call, member: member, draft: TeamMemberDraft(member)).answer()
  }
}

/// `POST /begeleider/TRAJECT/voorbereiding/ontwerpteam/LID`: changes a member.
///
/// Fields: `version` and those of `TeamMemberDraft`. 303 to the team; 422 for what has to be corrected; 409 with both
/// texts where someone else changed it since; 404 where it is gone.
struct ChangeTeamMember {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let room = try call.room()
    let member = try call.member(of: try call.designTeam())
    let draft = post.draft(TeamMemberDraft.self)
    let faults = draft.faults(framework: try room.store.read { try $0.framework() })
    let changed = draft.member(
      id: member.id, version: post.version ?? 0, replacing: member.contact,
      newContact: ContactID(call.environment.secrets.uuid()), now: call.environment.clock.now)
    guard faults.isEmpty, let changed else {
      return try TeamMemberPage(call: call, member: member, draft: draft, faults: faults, version: post.version)
        .answer()
    }
    do {
      try room.store.write { try $0.change(changed, by: .facilitator) }
    } catch let error as StoreError where error.cause == .conflict {
      return try conflict(call, draft, seen: post.seen())
    }
    return try call.back(to: .team)
  }

  /// Both texts: what was typed in the fields, what the other made of it beside them.
  private static func conflict(
    _ call: Call, _ draft: TeamMemberDraft, seen: TeamMemberDraft?
  ) throws -> Answer {
    let member = try call.member(of: try call.designTeam())
    let (stored, framework) = (TeamMemberDraft(member), try call.room().store.read { try $0.framework() })
    let (merged, faults) = draft.merged(with: stored, seen: seen) { field, value in
      switch field {
      case .lifeDomain: framework.label(of: value, in: .lifeDomains, words: call.words)
      case .consent: call.words["team.ticked"]
      default: value
      }
    }
    return try TeamMemberPage(call: call, member: member, draft: merged, faults: faults, isConflict: true).answer()
  }
}

/// `POST /begeleider/TRAJECT/voorbereiding/ontwerpteam/LID/contact-wissen`: deletes the contact data and leaves the member.
struct EraseContact {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let id: TeamMemberID = try call.id("member")
    try call.room().store.write { try $0.removeContact(of: id, by: .facilitator) }
    return try call.back(to: .team, .removed)
  }
}

/// `POST /begeleider/TRAJECT/voorbereiding/ontwerpteam/LID/weghalen`: takes a member out of the team.
struct RemoveTeamMember {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let id: TeamMemberID = try call.id("member")
    try call.room().store.write { try $0.remove(id, by: .facilitator) }
    return try call.back(to: .team, .removed)
  }
}

/// The page of a member.
private struct TeamMemberPage {
  let call: Call
  let member: TeamMember
  let draft: TeamMemberDraft
  var faults: [TeamMemberDraft.Field: FieldFault] = [:]
  /// The version the form was drawn with; the stored one unless told otherwise.
  var version: Int?
  var isConflict = false

  func answer() throws -> Answer {
    let framework = try call.room().store.read { try $0.framework() }
    let consentedOn = member.contact.map { CalendarDate($0.consentedAt) }
    let controls = DesignTeamPage.roleControls(framework, call.words) + DesignTeamPage.contactControls
    let status: HTTPStatus = isConflict ? .conflict : faults.isEmpty ? .ok : .unprocessableContent
    return try call.page(
      "team-member", at: .team, section: "team", title: member.contact?.name ?? member.role,
      [
        "path": try call.teamPath("ontwerpteam/\(member.id)"), "csrf": call.application.pages.formToken.value,
        "isConflict": isConflict,
        "consentedOn": consentedOn.map { call.words("team.consentedOn", ["date": call.words.short($0)]) } ?? false,
        "form": call.form(
          draft, faults: faults, section: "team.fields.member", version: version ?? member.version, controls),
      ], status: status)
  }
}
