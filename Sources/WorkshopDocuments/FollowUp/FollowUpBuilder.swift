import Workshop

/// Writes the follow-up run sheet (opvolgingsdraaiboek): what the ontwerpteam needs from the workday to the opvolgmoment.
struct FollowUpBuilder: Sendable {
  let day: QuotableDay
  let words: DocumentWords

  init(record: WorkdayRecord, words: DocumentWords) {
    day = QuotableDay(record)
    self.words = words
  }

  /// The whole follow-up run sheet.
  func document() -> Document {
    let frame = DocumentFrame(trajectory: day.trajectory, words: words)
    return frame.document(
      title: words["followUp.title"], facts: frame.facts + [KeyValue(words["followUp.meeting"], .plain(meeting))],
      blocks: actions() + pledges() + agreements() + calendar() + meetingRunSheet() + signals())
  }

  private var meeting: String {
    let plan = day.trajectory.followUpMeeting
    guard let date = plan.date else { return words["followUp.meetingNotAgreed"] }
    return plan.place.isEmpty ? words.long(date) : "\(words.long(date)), \(plan.place)"
  }

  private func chapter(_ key: String, _ phase: Phase = .destiny) -> Block {
    .heading(Heading(level: 1, text: words["followUp.chapters.\(key)"], phase: phase.rawValue))
  }

  private func sentence(_ key: String) -> Block { .paragraph(.plain(words["followUp.\(key)"])) }

  // MARK: Actions

  private func actions() -> [Block] {
    let actions = day.quotable(.action).sorted(by: earlier)
    let silent = day.told(.action) - day.quotable(.action).count
    var blocks = [chapter("actions")] + handOver()
    if actions.isEmpty {
      let key =
        day.isHandedOver
        ? "followUp.actionsHandedOver" : day.reached("actie") ? "followUp.noActions" : "followUp.actionsNotReached"
      blocks.append(.note(Note(.absence, .plain(words[key]))))
    } else {
      blocks += [
        sentence("actionsIntro"), .table(overview(actions)),
        .heading(Heading(level: 2, text: words["followUp.each"], phase: Phase.destiny.rawValue)),
      ]
      blocks += actions.map { .entry(entry($0)) }
    }
    if silent > 0 {
      blocks.append(
        .note(
          Note(.information, .plain(words("countedOnly", count: silent, ["counted": words.counted(.action, silent)])))))
    }
    return blocks
  }

  /// What the ontwerpteam has on its agenda because the room left Doen to it.
  private func handOver() -> [Block] {
    guard day.isHandedOver else { return [] }
    let carried = day.proposalsToCarryOn
    let list = carried.map { [.told($0.headline), .text(" ("), words.reference($0), .text(")")] as Text }
    return [.note(Note(.attention, .plain(words["handOver.followUp"])))]
      + (carried.isEmpty ? [] : [.paragraph(.plain(words["handOver.agenda"])), .list(List(items: list))])
  }

  /// Actions with a date for their first step come first, in order of it.
  private func earlier(_ left: Contribution, _ right: Contribution) -> Bool {
    (sortDate(left), left.number) < (sortDate(right), right.number)
  }

  private func sortDate(_ action: Contribution) -> String {
    CalendarDate(action.text("firstStepDate"))?.description ?? "9999"
  }

  private func overview(_ actions: [Contribution]) -> Table {
    Table(
      header: ["firstStepDate", "what", "lead", "endDate"].map { words["followUp.columns.\($0)"] },
      rows: actions.map { action in
        [
          .init(.plain(date(action, "firstStepDate"))),
          .init([.told(action.headline), .text(" ("), words.reference(action), .text(")")]),
          .init(.told(action.text("lead"))), .init(.plain(date(action, "endDate"))),
        ]
      }, caption: words["followUp.actionsCaption"], widths: [3, 6, 3, 3])
  }

  private func date(_ action: Contribution, _ field: FieldID) -> String {
    CalendarDate(action.text(field)).map(words.short) ?? words["followUp.dateOpen"]
  }

  private func entry(_ action: Contribution) -> Entry {
    let fields: [FieldID] = [
      "lead", "firstStep", "firstStepDate", "helpers", "newPartners", "endDate", "needed", "familiesDecide",
      "followsFrom",
    ]
    let answers = AnswerText(words: words, day: day)
    var pairs = fields.map { field -> KeyValue in
      let value = answers.text(of: field, in: action)
      return KeyValue(words.label(field, of: .action), value.isEmpty ? [.faint(words["followUp.toFillIn"])] : value)
    }
    if let day = day.trajectory.dates.last, FirstStep.isLate(action, from: day) {
      pairs.append(KeyValue(words["followUp.lateTitle"], .plain(words["followUp.late"])))
    }
    if let count = day.backing[action.id] {
      pairs.append(KeyValue(words["followUp.team"], .plain(words("actions.joined", count: count))))
    }
    let pledges = PledgeMatching(day: day).pledges(for: action)
    if !pledges.isEmpty {
      let texts = pledges.map { PledgeText(words: words, day: day).text(of: $0) }
      pairs.append(KeyValue(words["followUp.matched"], Text.joined(texts, by: "; ")))
    }
    return Entry(
      number: action.number, label: words.reference(action).plain, title: .told(action.headline), meta: [],
      fields: pairs)
  }

  // MARK: Pledges

  private func pledges() -> [Block] {
    let matching = PledgeMatching(day: day)
    let text = PledgeText(words: words, day: day)
    let loose = matching.unattached.filter { $0.pledgeKind != PledgeKind.request }
    let open = matching.openRequests
    var blocks = [chapter("pledges")]
    if day.quotable(.pledge).isEmpty { return blocks + [.note(Note(.absence, .plain(words["followUp.noPledges"])))] }
    blocks.append(sentence("pledgesIntro"))
    if !loose.isEmpty { blocks += [sentence("loose"), .list(List(items: loose.map(text.text)))] }
    if !matching.matches.isEmpty {
      blocks += [
        sentence("met"),
        .list(
          List(
            items: matching.matches.map { request, offers in
              text.text(of: request) + [.text(" ← ")] + Text.joined(offers.map(text.text), by: "; ")
            })),
      ]
    }
    blocks += open.isEmpty ? [sentence("noneOpen")] : [sentence("open"), .list(List(items: open.map(text.text)))]
    return blocks
  }

  // MARK: Agreements and calendar

  /// Lines to fill in by hand or in Word; the first ones ask what every traject has to agree on.
  private func agreements() -> [Block] {
    let empty = Table.Cell(.plain("\u{00A0}"), tone: .blank)
    let asked = ["feedback", "owner", "families", "calendar", "withdrawal"]
    let rows = asked.map { [Table.Cell(.plain(words["followUp.agreements.\($0)"])), empty, empty, empty] }
    let table = Table(
      header: ["agreement", "who", "when", "done"].map { words["followUp.columns.\($0)"] },
      rows: rows + (0..<5).map { _ in [empty, empty, empty, empty] },
      caption: words["followUp.agreementsCaption"], widths: [6, 3, 3, 2])
    return [chapter("agreements"), sentence("agreementsIntro"), .table(table)]
  }

  private func calendar() -> [Block] {
    let dates = FollowUpCalendar(day: day, words: words).dates
    let rows = dates.map { date -> [Table.Cell] in
      var what: Text = [.strong(date.kind), .text(" "), .told(date.subject)]
      if let source = date.source { what += [.text(" ("), words.reference(source), .text(")")] }
      return [.init(.plain(words.long(date.day))), .init(what), .init(.told(date.who))]
    }
    var blocks = [
      chapter("calendar"), sentence("calendarIntro"),
      .table(
        Table(
          header: ["date", "what", "who"].map { words["followUp.columns.\($0)"] }, rows: rows,
          caption: words["followUp.calendarCaption"], widths: [4, 7, 3])),
    ]
    if day.trajectory.followUpMeeting.date == nil {
      blocks.append(.note(Note(.attention, .plain(words["followUp.meetingOpen"]))))
    }
    return blocks
  }

  // MARK: The opvolgmoment

  private func meetingRunSheet() -> [Block] {
    let slots = FollowUpMeetingPlan.draft
    var start = FollowUpMeetingPlan.draftStart
    let rows = slots.map { slot -> [Table.Cell] in
      defer { start += slot.minutes }
      let key = "followUp.meetingItems.\(slot.id)"
      return [
        .init(.plain(ClockTime.text(start))), .init([.strong(words["\(key).title"])]),
        .init(.plain(words["\(key).goal"])),
        .init(.plain(words("minutes", count: slot.minutes))),
      ]
    }
    return [
      chapter("meeting"), .paragraph(.plain(words("followUp.meetingIntro", ["when": meeting]))),
      .table(
        Table(
          header: ["time", "item", "goal", "length"].map { words["followUp.columns.\($0)"] }, rows: rows,
          caption: words["followUp.meetingCaption"], widths: [2, 4, 7, 2])),
    ]
  }

  private func signals() -> [Block] {
    let lists = SignalList(words: words).byAddressee(day.quotable(.proposal))
    return [chapter("signals")]
      + (lists.isEmpty
        ? [.note(Note(.absence, .plain(words["signals.none"])))] : [sentence("signalsIntro")] + lists)
  }
}

extension FollowUpMeetingPlan {
  /// One part of the opvolgmoment's draft.
  struct Slot: Sendable {
    let id: String
    let minutes: Int
  }

  /// When the draft begins, in minutes after midnight; the ontwerpteam moves it.
  static let draftStart = 13 * 60

  /// Half a day: what was done, what worked, new stories, what we learned, next steps (DOMAIN's opvolgmoment).
  static let draft: [Slot] = [
    Slot(id: "welcome", minutes: 15), Slot(id: "done", minutes: 35), Slot(id: "worked", minutes: 30),
    Slot(id: "stories", minutes: 40), Slot(id: "break", minutes: 15), Slot(id: "learned", minutes: 30),
    Slot(id: "next", minutes: 35), Slot(id: "close", minutes: 10),
  ]
}
