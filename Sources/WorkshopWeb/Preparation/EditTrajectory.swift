import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/traject`: the data of the traject itself.
struct ShowTrajectory {
  static func answer(_ call: Call) throws -> Answer {
    let (trajectory, version) = try call.room().store.read { (try $0.trajectory(), try $0.trajectoryVersion()) }
    return try TrajectoryPage(call: call, version: version).answer(TrajectoryDraft(trajectory))
  }
}

/// `POST` to the same, the fields of `TrajectoryDraft.Field`: stores them, moves the workdays to their dates, and leads
/// back (303); the form again for what has to be corrected (422), or where somebody else changed it meanwhile (409).
struct EditTrajectory {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let room = try call.room()
    let stored = room.trajectory
    var draft = post.draft(TrajectoryDraft.self)
    draft[.template] = template(of: stored, with: draft).rawValue
    draft[.rehearsal] = stored.isRehearsal ? "true" : ""
    let page = TrajectoryPage(call: call, version: Int64(post.version ?? 0))
    guard let changed = draft.trajectory(id: stored.id, words: call.words, now: stored.createdAt) else {
      return try page.answer(draft, draft.faults(), .unprocessableContent)
    }
    let secondDay = RunSheetTemplate.twoDay.runSheet(
      id: Gathering.workdayID(2), day: 2, date: changed.dates.last, words: call.words)
    do {
      try room.store.write { [role = call.role, drops = draft.typed.isTicked(.dropSecondDay)] change in
        try change.set(changed, version: page.version, secondDay: secondDay, dropsArranged: drops, by: role)
      }
    } catch let error as StoreError where error.cause == .notEditable {
      let isHeld = try room.store.read { try $0.isHeld(Gathering.workdayID(2)) }
      let fault: [TrajectoryDraft.Field: FieldFault] =
        isHeld ? [.secondDate: .alreadyHeld] : [.dropSecondDay: .dropsArranged]
      return try page.answer(draft, fault, .unprocessableContent)
    } catch let error as StoreError where error.cause == .conflict {
      let (now, version) = try room.store.read { (try $0.trajectory(), try $0.trajectoryVersion()) }
      var (merged, meanwhile) = draft.merged(with: TrajectoryDraft(now), seen: post.seen())
      // Nobody stores that tick.
      meanwhile[.dropSecondDay] = nil
      return try TrajectoryPage(call: call, version: version).answer(merged, meanwhile, .conflict)
    }
    return try call.back(to: .trajectory)
  }

  /// A second day makes it a traject of two; without one it is of one day again.
  private static func template(of stored: Trajectory, with draft: TrajectoryDraft) -> RunSheetTemplate {
    guard stored.template.kind == .workday else { return stored.template }
    return draft[.secondDate].isEmpty ? .oneDay : .twoDay
  }
}

private struct TrajectoryPage {
  let call: Call
  let version: Int64

  func answer(
    _ draft: TrajectoryDraft, _ faults: [TrajectoryDraft.Field: FieldFault] = [:], _ status: HTTPStatus = .ok
  ) throws -> Answer {
    try call.page(
      "edit-trajectory", at: .trajectory, section: "preparation.trajectory",
      [
        "form": call.form(
          draft, faults: faults, section: "home.fields", version: Int(version),
          try controls(hasSecondDay: call.room().trajectory.dates.count > 1))
      ],
      status: status)
  }

  private func controls(hasSecondDay: Bool) -> [FormControl<TrajectoryDraft.Field>] {
    let days: [FormControl<TrajectoryDraft.Field>] = [
      .text(.house).required.wide, .text(.municipalities).wide, .longText(.topic, rows: 2), .date(.date).required,
      .date(.secondDate).helped(call.words["preparation.trajectory.secondDate"]),
    ]
    return days + (hasSecondDay ? [.tick(.dropSecondDay)] : []) + [
      .text(.place).wide,
      .text(.organisation).required, .text(.contact).required, .text(.legalBasis), .text(.confidant),
      .longText(.houseRules, rows: 4),
      .date(.followUpDate), .text(.followUpPlace), .date(.retention),
    ]
  }
}
