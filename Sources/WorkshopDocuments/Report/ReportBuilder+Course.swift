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

  /// The day as planned and as it went, and what came in late.
  func courseOfTheDay() -> [Block] {
    guard !day.runSheet.isEmpty else {
      return [chapter("course"), .note(Note(.absence, .plain(words["course.none"])))]
    }
    let late = day.quotable.filter(\.origin.isLate)
    return [chapter("course"), sentence("course.intro"), .table(courseTable)]
      + (late.isEmpty
        ? [sentence("late.none")]
        : [.paragraph([.text(words("late.some", count: late.count) + " ")] + references(late) + [.text(".")])])
  }

  private var courseTable: Table {
    Table(
      header: [words["course.item"], words["course.planned"], words["course.actual"], words["course.difference"]],
      rows: day.runSheet.map { item in
        [
          .init(.told(item.title)),
          .init(.plain(span(DocumentWords.time(minutes: item.start), DocumentWords.time(minutes: item.end)))),
          .init(.plain(actual(item)), tone: item.actualStart == nil ? .empty : .plain), .init(.plain(difference(item))),
        ]
      }, caption: words["course.caption"], widths: [6, 3, 3, 4])
  }

  private func span(_ from: String, _ to: String) -> String { "\(from) – \(to)" }

  private func actual(_ item: RunSheetItem) -> String {
    guard let start = item.actualStart else { return words["course.notReached"] }
    return span(words.time(start), item.actualEnd.map { words.time($0) } ?? "…")
  }

  private func difference(_ item: RunSheetItem) -> String {
    guard let start = item.actualStart, let end = item.actualEnd else { return "" }
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
