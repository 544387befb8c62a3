import HTTPServer
import WorkshopDocuments

/// Every route of the product, in one table: method, path, who may call it, what it takes, and what answers.
enum Routes {
  static func table(pages: Pages) -> [(HTTPMethod, String, Endpoint)] {
    people(pages) + table + screens + console + reading + entries + designing + destiny + chain + trajectories
      + preparation + team + recruitment + runSheets + seating + printing + moderation
  }

  /// What phones use.
  private static func people(_ pages: Pages) -> [(HTTPMethod, String, Endpoint)] {
    [
      (.get, "/", .inline(.everyone) { .response(pages.phone.response(to: $0.request.head)) }),
      (.get, "/healthz", .inline(.everyone) { _ in .response(.text("ok\n")) }),
      (.get, "/assets/{file}", .inline(.everyone, ShowAsset.answer)),
      (.get, "/assets/{folder}/{file}", .inline(.everyone, ShowAsset.answer)),
      (.get, "/assets/{folder}/{part}/{file}", .inline(.everyone, ShowAsset.answer)),
      (.post, "/api/join", .background(.everyone, .json, JoinRoom.answer)),
      (.get, "/api/me", .inline(.participant, ShowMe.answer)),
      (.put, "/api/me", .background(.participant, .json, CheckInGuest.answer)),
      (.get, "/api/step", .inline(.participant, ShowStep.answer)),
      (.get, "/api/events", .inline(.participant, FollowRoom.answer)),
      (.post, "/api/contributions", .inline(.participant, .photo, SubmitContribution.answer)),
      (.put, "/api/contributions/{id}", .inline(.participant, .photo, EditContribution.answer)),
      (.get, "/api/contributions/{id}/code.svg", .inline(.participant, ShowWithdrawalQR.answer)),
      (.post, "/api/withdrawals", .background(.everyone, .json, WithdrawContribution.answer)),
      (.put, "/api/dots", .inline(.participant, .json, GiveDots.answer)),
      (.put, "/api/stances/{proposal}", .inline(.participant, .json, TakeStance.answer)),
      (.get, "/api/photos/{id}", .background(.everyone, .none, ShowPhoto.answer)),
      (.get, "/terugnemen", .inline(.everyone, ShowWithdrawPage.answer)),
    ]
  }

  /// What a table's phone uses to find what made its stories work.
  private static let table: [(HTTPMethod, String, Endpoint)] = [
    (.get, "/api/table-stories", .background(.participant, .none, ShowTableStories.answer))
  ]

  /// What projectors use.
  private static let screens: [(HTTPMethod, String, Endpoint)] = [
    (.get, "/scherm/{traject}", .inline(.projection, ShowScreenPage.answer)),
    (.get, "/api/screen/{traject}", .background(.projection, .none, ShowScreen.answer)),
    (.get, "/api/screen/{traject}/events", .inline(.projection, FollowTrajectory.screen)),
  ]

  /// What a console uses for one traject.
  private static let console: [(HTTPMethod, String, Endpoint)] = [
    (.get, "/begeleider/{traject}", .inline(.moderation, ShowConsolePage.answer)),
    (.get, "/begeleider/{traject}/documenten/{name}", .drawing(.facilitator, ShowDocument.answer)),
    (.get, "/api/console/{traject}", .background(.moderation, .none, ShowConsole.answer)),
    (.get, "/api/console/{traject}/events", .inline(.moderation, FollowTrajectory.console)),
    (.get, "/api/console/{traject}/forms", .background(.moderation, .none, ShowForms.answer)),
    (.get, "/api/console/{traject}/audit", .background(.facilitator, .none, ShowAudit.answer)),
    (.get, "/api/console/{traject}/preflight", .background(.facilitator, .none, ShowPreflight.answer)),
    (.post, "/api/console/{traject}/keys", .background(.facilitator, .json, MakeKey.answer)),
    (.put, "/api/console/{traject}/address", .background(.facilitator, .json, ChooseAddress.answer)),
    (.post, "/api/console/{traject}/join-code/rotate", .background(.facilitator, .json, RunTheDay.rotateJoinCode)),
    (.post, "/api/console/{traject}/items/{item}/open", .background(.facilitator, .json, RunTheDay.openItem)),
    (.post, "/api/console/{traject}/items/{item}/close", .background(.facilitator, .json, RunTheDay.closeItem)),
    (.post, "/api/console/{traject}/steps/{step}/open", .background(.facilitator, .json, RunTheDay.openStep)),
    (.post, "/api/console/{traject}/steps/{step}/close", .background(.facilitator, .json, RunTheDay.closeStep)),
    (.put, "/api/console/{traject}/scene", .background(.facilitator, .json, RunTheDay.setScene)),
    (.put, "/api/console/{traject}/blank", .background(.facilitator, .json, RunTheDay.setBlank)),
    (.put, "/api/console/{traject}/reveal", .background(.facilitator, .json, RunTheDay.reveal)),
    (.post, "/api/console/{traject}/timer", .background(.facilitator, .json, SetTimer.handler)),
    (.post, "/api/console/{traject}/day/close", .background(.facilitator, .json, RunTheDay.closeDay)),
    (.post, "/api/console/{traject}/day/reopen", .background(.facilitator, .json, RunTheDay.reopenDay)),
    (.post, "/api/console/{traject}/contributions", .background(.moderation, .photo, EnterContribution.answer)),
    (.post, "/api/console/{traject}/themes", .background(.moderation, .json, ArrangeThemes.make)),
    (.patch, "/api/console/{traject}/themes/{theme}", .background(.moderation, .json, ArrangeThemes.change)),
    (.put, "/api/console/{traject}/themes/{theme}/members/{id}", .background(.moderation, .json, ArrangeThemes.put)),
    (
      .delete, "/api/console/{traject}/themes/{theme}/members/{id}", .background(.moderation, .json, ArrangeThemes.take)
    ),
    (.post, "/api/console/{traject}/themes/{theme}/members", .background(.moderation, .json, ArrangeThemes.putAll)),
    (.post, "/api/console/{traject}/themes/{theme}/take", .background(.moderation, .json, ArrangeThemes.takeAll)),
    (.post, "/api/console/{traject}/themes/{theme}/merge", .background(.moderation, .json, ArrangeThemes.merge)),
    (.post, "/api/console/{traject}/themes/{theme}/unmerge", .background(.moderation, .json, ArrangeThemes.unmerge)),
    (.get, "/api/console/{traject}/theme-suggestions", .background(.moderation, .none, SuggestThemes.answer)),
    (.post, "/api/console/{traject}/theme-history/undo", .background(.moderation, .json, ArrangeThemes.undo)),
    (.post, "/api/console/{traject}/theme-history/redo", .background(.moderation, .json, ArrangeThemes.redo)),
  ]

  /// Action teams, pledges that meet, and Doen that goes to the ontwerpteam.
  private static let destiny: [(HTTPMethod, String, Endpoint)] = {
    let base = "/api/console/{traject}"
    return [
      (.put, "/api/backing/{id}", .inline(.participant, .json, BackIt.answer)),
      (.put, "/api/contacts/{contact}", .background(.participant, .json, LeaveContact.put)),
      (.delete, "/api/contacts/{contact}", .background(.participant, .json, LeaveContact.erase)),
      (.get, base + "/actions/{id}/team", .background(.facilitator, .none, ShowTeam.answer)),
      (.delete, base + "/contacts/{contact}", .background(.facilitator, .json, RunDestiny.eraseContact)),
      (.put, base + "/requests/{id}/offers/{offer}", .background(.moderation, .json, RunDestiny.match)),
      (.delete, base + "/requests/{id}/offers/{offer}", .background(.moderation, .json, RunDestiny.unmatch)),
      (.post, base + "/hand-over", .background(.facilitator, .json, RunDestiny.handOver)),
      (.delete, base + "/hand-over", .background(.facilitator, .json, RunDestiny.takeBack)),
    ]
  }()

  /// From story to action and back.
  private static let chain: [(HTTPMethod, String, Endpoint)] = [
    (.get, "/api/console/{traject}/chain/{id}", .background(.moderation, .none, ShowChain.answer)),
    (.post, "/api/outcomes", .background(.everyone, .json, FollowContribution.answer)),
    (.get, "/volgen", .inline(.everyone, ShowWithdrawPage.answer)),
  ]

  /// Correcting what was entered for somebody else, and looking at photos of minors before anybody does.
  private static let entries: [(HTTPMethod, String, Endpoint)] = [
    (.put, "/api/console/{traject}/contributions/{id}", .background(.moderation, .photo, CorrectEntry.answer)),
    (
      .put, "/api/console/{traject}/contributions/{id}/photo-allowed",
      .background(.moderation, .json, Moderate.allowPhoto)
    ),
  ]

  /// Ontwerpen: choosing a building block, earlier versions, the scan.
  private static let designing: [(HTTPMethod, String, Endpoint)] = [
    (.put, "/api/design-choice", .inline(.participant, .json, ChooseBuildingBlock.answer)),
    (.put, "/api/scan", .inline(.participant, .json, AnswerScan.answer)),
    (.get, "/api/candidates", .background(.participant, .none, FindCandidates.answer)),
    (.get, "/api/contributions/{id}/versions", .background(.participant, .none, ShowVersions.own)),
    (
      .get, "/api/console/{traject}/contributions/{id}/versions",
      .background(.moderation, .none, ShowVersions.forConsole)
    ),
    (.put, "/api/console/{traject}/design-limit", .background(.facilitator, .json, ArrangeDesignGroups.limit)),
    (.put, "/api/console/{traject}/design-blocks/{block}", .background(.facilitator, .json, ArrangeDesignGroups.block)),
  ]

  /// Reading what comes in and deciding on it, and what is the facilitator's alone in that.
  private static let moderation: [(HTTPMethod, String, Endpoint)] = {
    let (base, one) = ("/api/console/{traject}", "/api/console/{traject}/contributions/{id}")
    return [
      (.post, one + "/release", .background(.moderation, .json, Moderate.release)),
      (.post, one + "/hold", .background(.moderation, .json, Moderate.hold)),
      (.post, one + "/wait", .background(.moderation, .json, Moderate.putBack)),
      (.post, one + "/guardian", .background(.moderation, .json, Moderate.guardian)),
      (.get, one + "/wording", .background(.moderation, .none, RewordContribution.show)),
      (.post, one + "/reword", .background(.moderation, .json, RewordContribution.reword)),
      (.post, one + "/as-told", .background(.moderation, .json, RewordContribution.putAsTold)),
      (.post, one + "/split", .background(.moderation, .json, RewordContribution.split)),
      (.post, one + "/merge", .background(.moderation, .json, RewordContribution.merge)),
      (.post, base + "/release-all", .background(.moderation, .json, ReleaseTogether.release)),
      (.get, base + "/moderation-log", .background(.moderation, .none, ShowModerationLog.answer)),
      (.put, base + "/steps/{step}/at-once", .background(.facilitator, .json, ReleaseAtOnce.handler)),
      (.get, "/begeleider/{traject}/documenten/moderatie.csv", .page(ShowModerationLog.file)),
      (.get, "/begeleider/{traject}/vertrouwenspersoon", .page(ShowConfidantPage.answer)),
      (.post, "/begeleider/{traject}/vertrouwenspersoon/{id}", .form(NoteForConfidant.answer)),
      (.post, "/begeleider/{traject}/vertrouwenspersoon/{id}/terug", .form(PutBackFromConfidant.answer)),
    ]
  }()

  /// What a console reads in parts, for a traject may hold more than a page can.
  private static let reading: [(HTTPMethod, String, Endpoint)] = [
    (.get, "/api/console/{traject}/contributions", .background(.moderation, .none, ShowQueue.answer)),
    (.get, "/api/console/{traject}/contributions/{id}", .background(.moderation, .none, ShowEntry.answer)),
    (.post, "/api/console/{traject}/put-back", .background(.moderation, .json, ReleaseTogether.putBack)),
    (.get, "/api/console/{traject}/cards", .background(.moderation, .none, ShowCards.answer)),
  ]

  /// Preparing a traject: its stages, intake, data, terms and gatherings.
  private static let preparation: [(HTTPMethod, String, Endpoint)] = [
    (.get, "/begeleider/{traject}/voorbereiding", .page(ShowStages.answer)),
    (.get, "/begeleider/{traject}/voorbereiding/intake", .page(ShowIntake.answer)),
    (.post, "/begeleider/{traject}/voorbereiding/intake", .form(EditIntake.answer)),
    (.get, "/begeleider/{traject}/voorbereiding/traject", .page(ShowTrajectory.answer)),
    (.post, "/begeleider/{traject}/voorbereiding/traject", .form(EditTrajectory.answer)),
    (.get, "/begeleider/{traject}/voorbereiding/kader", .page(ShowFramework.answer)),
    (.post, "/begeleider/{traject}/voorbereiding/kader", .form(EditFramework.answer)),
    (.get, "/begeleider/{traject}/voorbereiding/bijeenkomsten", .page(ShowGatherings.answer)),
    (.post, "/begeleider/{traject}/voorbereiding/bijeenkomsten", .form(AddGathering.answer)),
    (.get, "/begeleider/{traject}/voorbereiding/bijeenkomsten/{gathering}", .page(ShowGathering.answer)),
    (.post, "/begeleider/{traject}/voorbereiding/bijeenkomsten/{gathering}", .form(EditGathering.answer)),
    (.post, "/begeleider/{traject}/voorbereiding/bijeenkomsten/{gathering}/weg", .form(RemoveGathering.answer)),
  ]

  /// The ontwerpteam and its meetings.
  private static let team: [(HTTPMethod, String, Endpoint)] = {
    let base = "/begeleider/{traject}/voorbereiding"
    return [
      (.get, base + "/ontwerpteam", .page(ShowDesignTeam.answer)),
      (.post, base + "/ontwerpteam", .form(AddTeamMember.answer)),
      (.get, base + "/ontwerpteam.ics", .drawing(.facilitator, ShowTeamCalendar.answer)),
      (.get, base + "/ontwerpteam/{member}", .page(ShowTeamMember.answer)),
      (.post, base + "/ontwerpteam/{member}", .form(ChangeTeamMember.answer)),
      (.post, base + "/ontwerpteam/{member}/contact-wissen", .form(EraseContact.answer)),
      (.post, base + "/ontwerpteam/{member}/weghalen", .form(RemoveTeamMember.answer)),
      (.post, base + "/overleg", .form(AddTeamMeeting.answer)),
      (.get, base + "/overleg/{meeting}", .page(ShowTeamMeeting.answer)),
      (.post, base + "/overleg/{meeting}", .form(SaveTeamMeeting.answer)),
      (.post, base + "/overleg/{meeting}/weghalen", .form(RemoveTeamMeeting.answer)),
      (.get, base + "/overleg/{meeting}/{name}", .drawing(.facilitator, ShowMeetingDocument.answer)),
      (.get, base + "/taak/{task}", .page(ShowTask.answer)),
      (.post, base + "/taak/{task}", .form(ChangeTask.answer)),
      (.post, base + "/taak/{task}/stand", .form(SetTaskDone.answer)),
      (.post, base + "/taak/{task}/weghalen", .form(RemoveTask.answer)),
    ]
  }()

  /// Recruitment and practical help.
  private static let recruitment: [(HTTPMethod, String, Endpoint)] = [
    (.get, "/begeleider/{traject}/voorbereiding/werving", .page(ShowRecruitment.answer)),
    (.post, "/begeleider/{traject}/voorbereiding/werving/aantallen/{list}", .form(KeepCounts.answer)),
    (.post, "/begeleider/{traject}/voorbereiding/werving/inspanningen", .form(AddEffort.answer)),
    (.get, "/begeleider/{traject}/voorbereiding/werving/inspanningen/{effort}", .page(EditEffort.show)),
    (.post, "/begeleider/{traject}/voorbereiding/werving/inspanningen/{effort}", .form(EditEffort.change)),
    (.post, "/begeleider/{traject}/voorbereiding/werving/inspanningen/{effort}/verwijderen", .form(EditEffort.remove)),
    (.get, "/begeleider/{traject}/voorbereiding/praktisch", .page(ArrangeHelp.show)),
    (.post, "/begeleider/{traject}/voorbereiding/praktisch", .form(ArrangeHelp.add)),
    (.get, "/begeleider/{traject}/voorbereiding/praktisch/{help}", .page(EditPracticalHelp.show)),
    (.post, "/begeleider/{traject}/voorbereiding/praktisch/{help}", .form(EditPracticalHelp.change)),
    (.post, "/begeleider/{traject}/voorbereiding/praktisch/{help}/verwijderen", .form(EditPracticalHelp.remove)),
  ]

  /// The run sheets: their editor, and winning time back on the day.
  private static let runSheets: [(HTTPMethod, String, Endpoint)] = [
    (.get, "/api/console/{traject}/run-sheet", .background(.moderation, .none, ShowLiveRunSheet.answer)),
    (.get, "/api/console/{traject}/run-sheets", .background(.moderation, .none, ShowRunSheets.answer)),
    (.get, "/api/console/{traject}/run-sheets/{gathering}", .background(.moderation, .none, ShowRunSheet.answer)),
    (.post, "/api/console/{traject}/run-sheets/{gathering}/edits", .background(.facilitator, .json, EditRunSheet.edit)),
    (.post, "/api/console/{traject}/run-sheets/{gathering}/undo", .background(.facilitator, .json, EditRunSheet.undo)),
    (.post, "/api/console/{traject}/run-sheets/{gathering}/redo", .background(.facilitator, .json, EditRunSheet.redo)),
    (.post, "/api/console/{traject}/run-sheets/{gathering}/copy", .background(.facilitator, .json, EditRunSheet.copy)),
    (.get, "/api/console/{traject}/win-back", .background(.moderation, .none, ShowWinBack.answer)),
    (.post, "/api/console/{traject}/win-back", .background(.facilitator, .json, WinTimeBack.answer)),
    (.put, "/api/console/{traject}/gathering", .background(.facilitator, .json, ChooseGathering.handler)),
    (.get, "/begeleider/{traject}/voorbereiding/draaiboek/{gathering}", .page(ShowRunSheetPage.answer)),
  ]

  /// Tables and duos.
  private static let seating: [(HTTPMethod, String, Endpoint)] = [
    (.get, "/begeleider/{traject}/voorbereiding/tafels/{gathering}", .page(ShowSeatingPage.answer)),
    (.get, "/api/console/{traject}/seating/{gathering}", .page(ShowSeating.answer)),
    (
      .post, "/api/console/{traject}/seating/{gathering}/propose",
      .background(.facilitator, .json, ArrangeSeating.propose)
    ),
    (.post, "/api/console/{traject}/seating/{gathering}/place", .background(.facilitator, .json, ArrangeSeating.place)),
    (.post, "/api/console/{traject}/seating/{gathering}/move", .background(.facilitator, .json, ArrangeSeating.move)),
    (.post, "/api/console/{traject}/seating/{gathering}/swap", .background(.facilitator, .json, ArrangeSeating.swap)),
    (
      .post, "/api/console/{traject}/seating/{gathering}/remove",
      .background(.facilitator, .json, ArrangeSeating.remove)
    ),
    (
      .put, "/api/console/{traject}/seating/{gathering}/wishes",
      .background(.facilitator, .json, ArrangeSeating.wishes)
    ),
    (
      .put, "/api/console/{traject}/seating/{gathering}/publish",
      .background(.facilitator, .json, ArrangeSeating.publish)
    ),
  ]

  /// What is printed.
  private static let printing: [(HTTPMethod, String, Endpoint)] =
    [
      (.get, "/begeleider/{traject}/voorbereiding/afdrukken", .page(ShowPrintPage.answer)),
      (.post, "/begeleider/{traject}/voorbereiding/afdrukken", .form(ChoosePrintPack.answer)),
      (.get, "/begeleider/{traject}/documenten/print-pack.pdf", .drawing(.facilitator, ShowPrintPack.answer)),
    ]
    + DocumentKind.runSheet.formats.map { format in
      let path = "/begeleider/{traject}/documenten/runsheet.\(format.rawValue)"
      return (.get, path, .drawing(.facilitator, ShowRunSheetDocument.handler(format)))
    }

  /// What a facilitator uses across trajects.
  private static let trajectories: [(HTTPMethod, String, Endpoint)] = [
    (.get, "/begeleider", .background(.everyone, .none, ShowHome.answer)),
    (.post, "/begeleider", .form(CreateTrajectoryFromForm.answer)),
    (.post, "/api/trajects", .background(.facilitator, .json, CreateTrajectory.answer)),
    (.post, "/api/console-session", .background(.everyone, .json, OpenConsoleSession.answer)),
  ]
}

extension Endpoint {
  fileprivate static func drawing(_ audience: Audience, _ handler: @escaping Handler) -> Endpoint {
    Endpoint(audience: audience, body: .none, work: .drawing, handler: handler)
  }

  /// A page of the facilitator, or something to fetch from one.
  fileprivate static func page(_ handler: @escaping Handler) -> Endpoint { background(.facilitator, .none, handler) }

  /// A plain form of such a page; what comes to the handler had a token of ours.
  fileprivate static func form(_ handler: @escaping @Sendable (Call, FormPost) throws -> Answer) -> Endpoint {
    background(.facilitator, .form) { try handler($0, FormPost($0)) }
  }

  fileprivate static func inline(_ audience: Audience, _ handler: @escaping Handler) -> Endpoint {
    inline(audience, .none, handler)
  }

  fileprivate static func inline(
    _ audience: Audience, _ body: BodyPolicy, _ handler: @escaping Handler
  ) -> Endpoint {
    Endpoint(audience: audience, body: body, work: .inline, handler: handler)
  }

  fileprivate static func background(
    _ audience: Audience, _ body: BodyPolicy, _ handler: @escaping Handler
  ) -> Endpoint {
    Endpoint(audience: audience, body: body, work: .background, handler: handler)
  }
}
