extension RunSheet {
  /// The longest people sit without a break, in minutes.
  private static let longestStretch = 120
  /// A gap of so many minutes before an anchor is a break too.
  private static let restfulGap = 10

  /// What deserves a second look, in the order of the day, the whole day last.
  ///
  /// `isLastWorkday` is false for the first of two days: Doen comes on the second.
  public func checks(isLastWorkday: Bool = true, words: Catalogue) -> [RunSheetCheck] {
    let going = items.filter { !$0.isSkipped }
    let aboutItems = overlaps(going) + stretches(going) + scenes(going, words) + midnight(going)
    let order = Dictionary(going.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return aboutItems.sorted { (order[$0.item ?? ""] ?? 0) < (order[$1.item ?? ""] ?? 0) }
      + wholeDay(going, isLastWorkday: isLastWorkday)
  }

  private func overlaps(_ going: [RunSheetItem]) -> [RunSheetCheck] {
    zip(going, going.dropFirst()).compactMap { item, next in
      guard item.end > next.start else { return nil }
      return RunSheetCheck(
        kind: .overlap, item: item.id,
        values: [
          "title": item.title, "end": ClockTime.text(item.end), "next": next.title, "start": ClockTime.text(next.start),
          "minutes": String(item.end - next.start),
        ])
    }
  }

  private func stretches(_ going: [RunSheetItem]) -> [RunSheetCheck] {
    var checks: [RunSheetCheck] = []
    var (begin, end, isTold) = (going.first?.start ?? 0, going.first?.start ?? 0, false)
    for item in going {
      if item.isBreak || item.start - end >= Self.restfulGap {
        (begin, isTold) = (item.isBreak ? item.end : item.start, false)
      }
      end = item.end
      guard !item.isBreak, !isTold, item.end - begin > Self.longestStretch else { continue }
      isTold = true
      checks.append(
        RunSheetCheck(
          kind: .noBreak, item: item.id,
          values: ["start": ClockTime.text(begin), "end": ClockTime.text(item.end), "title": item.title]))
    }
    return checks
  }

  private func scenes(_ going: [RunSheetItem], _ words: Catalogue) -> [RunSheetCheck] {
    going.compactMap { item in
      guard let step = item.step, let fitting = Scene.fitting(step), !fitting.contains(item.scene) else { return nil }
      return RunSheetCheck(
        kind: .noScene, item: item.id,
        values: [
          "title": item.title, "step": words["steps.\(step).name"], "scene": words["scenes.\(item.scene.rawValue)"],
          "better": words["scenes.\(fitting[0].rawValue)"],
        ])
    }
  }

  private func midnight(_ going: [RunSheetItem]) -> [RunSheetCheck] {
    guard let item = going.first(where: { $0.end > Self.midnight }) else { return [] }
    return [
      RunSheetCheck(
        kind: .pastMidnight, item: item.id, values: ["title": item.title, "end": ClockTime.text(item.end)])
    ]
  }

  private func wholeDay(_ going: [RunSheetItem], isLastWorkday: Bool) -> [RunSheetCheck] {
    var checks: [RunSheetCheck] = []
    if let agreed = gathering.end, let last = going.last, last.end > agreed {
      checks.append(
        RunSheetCheck(
          kind: .endsLate, item: nil,
          values: [
            "end": ClockTime.text(last.end), "agreed": ClockTime.text(agreed), "minutes": String(last.end - agreed),
          ]))
    }
    if gathering.kind == .workday, isLastWorkday, !going.contains(where: \.holdsDestiny) {
      checks.append(RunSheetCheck(kind: .noDestiny, item: nil, values: [:]))
    }
    return checks
  }
}

extension RunSheetItem {
  /// A break or lunch: nobody works in it, and it is never shortened.
  var isBreak: Bool { phase == .frame && isProtected && step == nil }

  /// Doen itself, or "Doen naar ontwerpteam": an item of that phase without a step on the phones.
  var holdsDestiny: Bool { step == "actie" || (phase == .destiny && step == nil) }
}

extension Scene {
  /// The scenes that belong to a step, the best one first; nil where any will do.
  public static func fitting(_ step: StepID) -> [Scene]? {
    switch step {
    case "verhaal", "reporter": [.interview, .timer, .question, .stories]
    case "succesfactor": [.stories, .factors, .timer, .themes, .question]
    case "stippen": [.themes]
    case "droom": [.dreams, .timer, .question]
    case "voorstel": [.choosing, .timer, .proposals, .themes, .question]
    case "galerij": [.proposals, .stances, .carried]
    case "rollenscan": [.scan, .question]
    case "actie": [.actions, .timer, .proposals]
    case "slot": [.thanks, .question, .actions]
    default: nil
    }
  }
}
