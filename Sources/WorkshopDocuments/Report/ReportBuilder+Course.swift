import Foundation
import Workshop

extension ReportBuilder {
  /// What was not taken up, and why: counted, never told.
  func notTakenUp() -> [Block] {
    var items: [Text] = []
    let held = day.count(in: .held)
    if held > 0 {
      items.append(.plain(words("notTakenUp.held", count: held)))
      items += day.holdGrounds.map { ground, count in
        .plain(words("notTakenUp.reason", count: count) + " " + words.catalogue["holdGrounds.\(ground.rawValue)"])
      }
    }
    let waiting = day.count(in: .waiting)
    if waiting > 0 { items.append(.plain(words("notTakenUp.waiting", count: waiting))) }
    let merged = day.count(in: .merged)
    if merged > 0 { items.append(.plain(words("notTakenUp.merged", count: merged))) }
    if day.countedOnly > 0 { items.append(.plain(words("notTakenUp.countedOnly", count: day.countedOnly))) }
    if day.withdrawnCount > 0 { items.append(.plain(words("notTakenUp.withdrawn", count: day.withdrawnCount))) }
    let left = withoutAction()
    let blocks: [Block] = items.isEmpty ? [sentence("notTakenUp.nothing")] : [.list(List(items: items))]
    return [chapter("notTakenUp")] + blocks + left
  }

  /// Proposals that no action follows from, once there were actions at all.
  private func withoutAction() -> [Block] {
    let proposals = day.quotable(.proposal).filter { day.sourceCount(of: $0.id.rawValue, .followsFrom, .action) == 0 }
    guard !proposals.isEmpty else { return [] }
    let key = day.told(.action) > 0 ? "notTakenUp.withoutAction" : "notTakenUp.noActionsYet"
    return [sentence(key), .list(List(items: proposals.map { .told($0.headline) + source($0) }))]
  }

  /// Each workday as planned and as it went, and what came in late.
  func courseOfTheDay() -> [Block] {
    guard !day.workdays.isEmpty else {
      return [chapter("course"), .note(Note(.absence, .plain(words["course.none"])))]
    }
    return [chapter("course"), sentence(day.workdays.count > 1 ? "course.introBoth" : "course.intro")]
      + day.workdays.flatMap(course) + wonBack() + late()
  }

  private func course(_ sheet: RunSheet) -> [Block] {
    day.workdays.count > 1
      ? [part(sheet.gathering.name(words.catalogue)), .table(table(sheet))] : [.table(table(sheet))]
  }

  private func wonBack() -> [Block] {
    let minutes = day.workdays.flatMap(\.items).reduce(0) { $0 + max(0, $1.minutes - $1.ranMinutes) }
    return minutes > 0 ? [.paragraph(.plain(words("course.wonBack", count: minutes)))] : []
  }

  private func late() -> [Block] {
    let late = day.quotable.filter(\.origin.isLate)
    if late.isEmpty { return [sentence("late.none")] }
    return [.paragraph([.text(words("late.some", count: late.count) + " ")] + references(late) + [.text(".")])]
  }

  private func table(_ sheet: RunSheet) -> Table {
    Table(
      header: [words["course.item"], words["course.planned"], words["course.actual"], words["course.difference"]],
      rows: sheet.items.map { item in
        [
          .init(.told(item.title)),
          .init(.plain(span(ClockTime.text(item.start), ClockTime.text(item.end)))),
          .init(.plain(actual(item)), tone: item.actualStart == nil ? .empty : .plain), .init(.plain(difference(item))),
        ]
      }, caption: words["course.caption"], widths: [6, 3, 3, 4])
  }

  private func span(_ from: String, _ to: String) -> String { "\(from) – \(to)" }

  private func actual(_ item: RunSheetItem) -> String {
    guard let start = item.actualStart else { return words[item.isSkipped ? "course.skipped" : "course.notReached"] }
    return span(words.time(start), item.actualEnd.map { words.time($0) } ?? "…")
  }

  private func difference(_ item: RunSheetItem) -> String {
    let adjusted = item.adjustedMinutes.map { words("course.adjusted", count: $0) }
    return [lived(item), adjusted].compactMap(\.self).joined(separator: "; ")
  }

  /// How much longer or shorter an item took than planned; nil where that is not known.
  private func lived(_ item: RunSheetItem) -> String? {
    guard let start = item.actualStart, let end = item.actualEnd else { return nil }
    let minutes = Int((end.timeIntervalSince(start) / 60).rounded()) - item.minutes
    if minutes == 0 { return words["course.asPlanned"] }
    return words(minutes > 0 ? "course.longer" : "course.shorter", count: abs(minutes))
  }

  /// How people went home, what they take along, and what could be better.
  func evaluation() -> [Block] {
    let looks = day.quotable(.evaluation)
    guard !looks.isEmpty else { return [chapter("evaluation", .destiny), absence(of: "slot")] }
    return [chapter("evaluation", .destiny), .chart(moods(looks))] + told("takesAlong", looks)
      + told("couldBeBetter", looks)
      + countedOnly(.evaluation)
  }

  private func moods(_ looks: [Contribution]) -> BarChart {
    let bars = (day.framework.lists[.moods] ?? []).map { mood in
      BarChart.Bar(label: .plain(words.label(mood.id, .moods)), values: [looks.count { $0.text("mood") == mood.id }])
    }
    let inWords = bars.map { bar in
      "\(bar.label.map(\.plain).joined()): \(words.number(bar.total)) (\(words.percentage(bar.total, of: looks.count)))"
    }
    return BarChart(
      series: [words["evaluation.count"]], bars: bars, phase: Phase.destiny.rawValue,
      caption: words("evaluation.caption", count: looks.count), alternative: inWords.joined(separator: "; "),
      labelHeader: words["evaluation.mood"])
  }

  private func told(_ field: FieldID, _ looks: [Contribution]) -> [Block] {
    let answers = looks.filter { !$0.text(field).isEmpty }
    guard !answers.isEmpty else { return [] }
    return [
      part(words.label(field, of: .evaluation), .destiny),
      .list(List(items: answers.map { .told($0.text(field)) + source($0) })),
    ]
  }
}

extension RunSheetItem {
  /// The length it was given on the day, where it ran; else the planned one, since nothing was won by it.
  fileprivate var ranMinutes: Int { actualStart == nil ? minutes : adjustedMinutes ?? minutes }
}
