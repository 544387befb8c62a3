import Workshop

/// Writes run sheets to print: for each gathering a page for the wall, then the full script.
struct RunSheetBuilder: Sendable {
  let request: RunSheetRequest
  let words: DocumentWords

  /// All gatherings, each on pages of its own.
  func document() -> Document {
    let frame = DocumentFrame(trajectory: request.trajectory, words: words)
    let sheets = request.runSheets.map { overview($0) + script($0) }
    var document = frame.document(
      title: words["runSheet.title"], facts: [], blocks: Array(sheets.joined(separator: [Block.pageBreak])))
    document.isBrief = true
    if request.runSheets.count == 1, let date = request.runSheets.first?.gathering.date {
      document.date = words.long(date)
    }
    return document
  }

  // MARK: The page for the wall

  private func overview(_ sheet: RunSheet) -> [Block] {
    let gathering = sheet.gathering
    let items = sheet.items.filter { !$0.isSkipped }
    let heading = Heading(level: 1, text: gathering.name(words.catalogue), phase: Phase.frame.rawValue)
    guard !items.isEmpty else {
      return [.heading(heading), .keyValues(facts(sheet)), .note(Note(.absence, .plain(words["runSheet.empty"])))]
    }
    var table = Table(
      header: ["time", "item", "grouping", "lead", "screens"].map { words["runSheet.columns.\($0)"] },
      rows: items.map(row), caption: words["runSheet.caption"], widths: [4, 13, 9, 8, 10])
    table.isForWall = true
    return [.heading(heading), .keyValues(facts(sheet)), .table(table)]
  }

  private func facts(_ sheet: RunSheet) -> [KeyValue] {
    let gathering = sheet.gathering
    let date = gathering.date.map(words.long) ?? words["runSheet.dateOpen"]
    let hours = words("runSheet.hours", ["start": time(gathering.start), "end": time(sheet.end)])
    let place = gathering.place.isEmpty ? request.trajectory.place : gathering.place
    var facts = [KeyValue(words["facts.date"], .plain("\(date), \(hours)"))]
    if !place.isEmpty { facts.append(KeyValue(words["facts.place"], .told(place))) }
    return facts
  }

  private func row(_ item: RunSheetItem) -> [Table.Cell] {
    var title: Text = [.strongTold(item.title)]
    let marks = marks(of: item)
    if !marks.isEmpty { title += [.lineEnd, .faint(marks.joined(separator: " · "))] }
    return [
      .init([.strong(time(item.start)), .lineEnd, .faint(words("runSheet.minutes", ["count": String(item.minutes)]))]),
      .init(title, tone: item.isProtected ? .filled : .plain), .init(.told(item.grouping)), .init(.told(item[.lead])),
      .init(Text(screens(of: item).joined(separator: [Inline.lineEnd]))),
    ]
  }

  /// Why an item keeps its time: what no one may shorten, and where it has to begin on the minute.
  private func marks(of item: RunSheetItem) -> [String] {
    var marks: [String] = []
    if item.anchor != nil {
      let reason = words.catalogue["runSheet.anchorReasons.\((item.anchorReason ?? .other).rawValue)"]
      marks.append(words("runSheet.anchored", ["reason": reason]))
    }
    if item.isProtected { marks.append(words["runSheet.protected"]) }
    return marks
  }

  private func screens(of item: RunSheetItem) -> [Text] {
    var screens: [Text] = []
    if let step = item.step {
      screens.append(.plain(words("runSheet.phone", ["step": words.catalogue["steps.\(step).name"]])))
    }
    screens.append(.plain(words("runSheet.screen", ["scene": words.catalogue["scenes.\(item.scene.rawValue)"]])))
    return screens
  }

  // MARK: The full script

  private func script(_ sheet: RunSheet) -> [Block] {
    guard !sheet.items.isEmpty else { return [] }
    return [.pageBreak, .heading(Heading(level: 2, text: words["runSheet.script"], phase: Phase.frame.rawValue))]
      + sheet.items.flatMap { item -> [Block] in
        let title = "\(time(item.start))–\(time(item.end))  \(item.title)"
        return [
          .heading(Heading(level: 3, text: title, phase: item.phase.rawValue)), .keyValues(details(of: item)),
        ]
      }
  }

  /// Only what was filled in, in the order in which it is needed.
  private func details(of item: RunSheetItem) -> [KeyValue] {
    if item.isSkipped { return [KeyValue(words["runSheet.fields.skipped"], .plain(words["runSheet.skipped"]))] }
    var details = [KeyValue(words["runSheet.fields.length"], .plain(length(of: item)))]
    func tell(_ fields: RunSheetItem.TextField...) {
      for field in fields where !item[field].isEmpty {
        details.append(KeyValue(words.catalogue["runSheet.fields.\(field.rawValue)"], .told(item[field])))
      }
    }
    tell(.goal, .method, .grouping, .lead, .helpers, .materials, .room)
    details.append(KeyValue(words["runSheet.fields.screens"], .joined(screens(of: item), by: " · ")))
    if let timer = timer(of: item) { details.append(KeyValue(words["runSheet.fields.timer"], .plain(timer))) }
    tell(.harvest, .planB, .notes)
    return details
  }

  private func length(of item: RunSheetItem) -> String {
    ([words("minutes", count: item.minutes)] + marks(of: item)).joined(separator: " · ")
  }

  private func timer(of item: RunSheetItem) -> String? {
    guard let minutes = item.timerMinutes else { return nil }
    let rounds = max(1, item.rounds)
    let each = words("minutes", count: minutes / rounds)
    let told = rounds == 1 ? each : words("runSheet.rounds", ["rounds": String(rounds), "each": each])
    return item.hasSwap ? words("runSheet.withSwap", ["timer": told]) : told
  }

  private func time(_ minutes: Int) -> String { ClockTime.text(minutes) }
}
