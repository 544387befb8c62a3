import Workshop

/// Writes the agenda of a meeting of the ontwerpteam, and its minutes once there are any.
struct MeetingBuilder: Sendable {
  let record: DesignTeamRecord
  let meeting: MeetingRecord
  let words: DocumentWords

  /// The whole document: one or two pages, so without a page for the title and without contents.
  func document() -> Document {
    let trajectory = record.trajectory
    return Document(
      title: words("meeting.title.\(content.hasMinutes ? "minutes" : "agenda")", ["title": content.title]),
      subtitle: trajectory.house, language: words.catalogue.language.rawValue, house: trajectory.house,
      date: when, notice: trajectory.isRehearsal ? words["rehearsal.notice"] : nil, facts: facts,
      labels: words.catalogue.section("documents.labels"), isBrief: true,
      blocks: agenda() + carried() + minutes() + decisions() + tasks() + next())
  }

  private var content: TeamMeeting.Content { meeting.meeting.content }

  private func key(_ rest: String) -> String { words["meeting.\(rest)"] }

  private func chapter(_ name: String, _ phase: Phase = .frame) -> Block {
    .heading(Heading(level: 1, text: key("chapters.\(name)"), phase: phase.rawValue))
  }

  // MARK: When, where, who

  private var when: String { when(meeting.meeting.moment) }

  /// "dinsdag 20 oktober 2026, 13:30–15:30".
  private func when(_ moment: MeetingMoment) -> String {
    guard let day = moment.day else { return key("noDay") }
    guard let start = moment.start else { return words.long(day) }
    let times = [start, moment.end].compactMap { $0 }.map(ClockTime.text)
    return words(
      "meeting.when.\(times.count == 2 ? "span" : "start")",
      ["day": words.long(day), "start": times[0], "end": times.last ?? ""])
  }

  private var facts: [KeyValue] {
    var facts = [
      KeyValue(key("facts.number"), .plain(words("meeting.number", ["number": String(meeting.number)]))),
      KeyValue(key("facts.when"), .plain(when)),
    ]
    if !content.place.isEmpty { facts.append(KeyValue(key("facts.where"), .told(content.place))) }
    if !meeting.present.isEmpty {
      facts.append(KeyValue(key("facts.present"), .told(meeting.present.map(name).joined(separator: "\n"))))
    }
    return facts
  }

  /// "An Peeters, coördinator, Lokaal bestuur"; the name only where it may be told.
  private func name(_ person: DesignTeamRecord.Person) -> String {
    [person.name ?? "", person.role, person.organisation].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  // MARK: What about, and what came of it

  private func agenda() -> [Block] {
    guard !content.agenda.isEmpty else { return [] }
    return [chapter("agenda"), .list(List(isOrdered: true, items: content.agenda.map { .told($0) }))]
  }

  private func carried() -> [Block] {
    guard !meeting.carried.isEmpty else { return [] }
    return [chapter("carried", .destiny), .table(table(meeting.carried, caption: key("carriedCaption")))]
  }

  private func minutes() -> [Block] {
    guard !content.minutes.isEmpty else { return [] }
    return [chapter("minutes")] + content.minutes.paragraphs.map { .paragraph(.told($0)) }
  }

  private func decisions() -> [Block] {
    guard !content.decisions.isEmpty else { return [] }
    return [chapter("decisions"), .list(List(items: content.decisions.map { .told($0) }))]
  }

  private func tasks() -> [Block] {
    guard !meeting.tasks.isEmpty else { return [] }
    return [chapter("tasks", .destiny), .table(table(meeting.tasks, caption: key("tasksCaption")))]
  }

  private func next() -> [Block] {
    guard let next = meeting.next else { return [] }
    var text: Text = [.strongTold(next.content.title), .text(" · \(when(next.moment))")]
    if !next.content.place.isEmpty { text += [.text(" · "), .told(next.content.place)] }
    return [chapter("next"), .paragraph(text)]
  }

  private func table(_ tasks: [FollowUpTask], caption: String) -> Table {
    let rows = tasks.map { task -> [Table.Cell] in
      [
        .init(.told(task.what)), .init(.told(task.owner)),
        .init(.plain(task.due.map(words.short) ?? words["none"])), .init(.plain(state(of: task))),
      ]
    }
    return Table(
      header: ["what", "who", "due", "state"].map { key("columns.\($0)") }, rows: rows, caption: caption,
      widths: [6, 4, 3, 3])
  }

  private func state(of task: FollowUpTask) -> String {
    if let doneAt = task.doneAt {
      return words("meeting.states.done", ["date": words.short(words.clock.local(doneAt).day)])
    }
    let today = words.clock.local(record.madeAt).day
    return key(task.isOverdue(on: today) ? "states.overdue" : "states.open")
  }
}

extension String {
  /// The parts between empty lines; single line ends within them stay.
  fileprivate var paragraphs: [String] {
    split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0.allSatisfy(\.isWhitespace) }.map { $0.joined(separator: "\n") }
  }
}
