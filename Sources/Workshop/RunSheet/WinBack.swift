public import Foundation

/// How time can be won back on a day that runs late.
public struct WinBack: Hashable, Sendable {
  /// An item that can be shortened, and by how much.
  public struct Proposal: Hashable, Sendable {
    /// The item as it is now.
    public let item: RunSheetItem
    /// The minutes it gives.
    public let minutes: Int
  }

  /// How many minutes the room comes too late at `until`; 0 where it is on time all day.
  public let late: Int
  /// The anchored item that would begin late; nil where it is the end of the day.
  public let until: RunSheetItem?
  /// When that begins, or when the day has to end, in minutes after midnight.
  public let deadline: Int
  /// What to shorten, in the order of the day.
  public let proposals: [Proposal]

  /// What they give together: never more than `late`.
  public var total: Int { proposals.reduce(0) { $0 + $1.minutes } }
}

extension RunSheet {
  /// Steps people can be told of: "five minutes shorter".
  private static let step = 5

  /// What to shorten to be on time at the next anchor the room would miss, or at the end of the day.
  ///
  /// Breaks, lunch, the gallery and anchored items are never shortened (DOMAIN, the workday), nor is anything below its
  /// shortest length. The open item gives of what is left of it, unless it has rounds: those are announced already. Time
  /// is taken where most is left, in steps of five minutes where it can; rounds stay equally long.
  public func winBack(openItem: RunSheetItemID?, now: Date, timeZone: TimeZone = .brussels) -> WinBack {
    let forecast = forecast(openItem: openItem, now: now, timeZone: timeZone)
    let target = firstMissed(forecast)
    let slacks = slacks(until: target.item, forecast, openItem: openItem, now: now, timeZone)
    let cuts = Self.spread(target.late, over: slacks)
    return WinBack(
      late: target.late, until: target.item, deadline: target.deadline,
      proposals: items.compactMap { item in cuts[item.id].map { WinBack.Proposal(item: item, minutes: $0) } })
  }

  private func firstMissed(
    _ forecast: RunSheetForecast
  ) -> (item: RunSheetItem?, deadline: Int, late: Int) {
    for item in items where !item.isSkipped {
      guard let anchor = item.anchor, let arrival = forecast.arrivals[item.id], arrival > anchor else { continue }
      return (item, anchor, arrival - anchor)
    }
    let deadline = gathering.end ?? end
    return (nil, deadline, max(0, forecast.end - deadline))
  }

  /// What each item before a target can give.
  ///
  /// What comes before an anchor the room makes in time gives nothing: it would only be waited for.
  private func slacks(
    until target: RunSheetItem?, _ forecast: RunSheetForecast, openItem: RunSheetItemID?, now: Date,
    _ timeZone: TimeZone
  ) -> [Slack] {
    var slacks: [Slack] = []
    for item in items {
      if item.id == target?.id { break }
      if item.id == openItem {
        slacks.append(Slack(item, minutes: item.openSlack(now: now, timeZone)))
      } else if forecast.starts[item.id] != nil {
        if item.anchor != nil, !item.isSkipped { slacks = [] }
        slacks.append(Slack(item, minutes: item.slack))
      }
    }
    return slacks.filter { $0.minutes > 0 }
  }

  private struct Slack {
    let id: RunSheetItemID
    /// What can be taken off is a multiple of this, so that rounds stay equally long.
    let unit: Int
    var minutes: Int

    init(_ item: RunSheetItem, minutes: Int) {
      (id, unit, self.minutes) = (item.id, item.timerMinutes == nil ? 1 : max(1, item.rounds), minutes)
    }

    /// What it gives at once of so many minutes that are needed.
    func step(_ needed: Int, inFives: Bool) -> Int {
      let whole = unit * RunSheet.step
      if inFives { return whole <= min(minutes, needed) ? whole : 0 }
      return min(minutes, needed) / unit * unit
    }
  }

  private static func spread(_ late: Int, over slacks: [Slack]) -> [RunSheetItemID: Int] {
    var (slacks, needed, cuts) = (slacks, late, [RunSheetItemID: Int]())
    while needed > 0 {
      guard let (index, minutes) = nextCut(needed, slacks) else { break }
      cuts[slacks[index].id, default: 0] += minutes
      slacks[index].minutes -= minutes
      needed -= minutes
    }
    return cuts
  }

  /// The item with most left that can give five minutes a round; where none can, the one that can give something at all.
  private static func nextCut(_ needed: Int, _ slacks: [Slack]) -> (index: Int, minutes: Int)? {
    for inFives in [true, false] {
      let able = slacks.indices.filter { slacks[$0].step(needed, inFives: inFives) > 0 }
      // Of two that have as much left the earlier one gives: what comes later may still be needed.
      if let most = able.max(by: { (slacks[$0].minutes, $1) < (slacks[$1].minutes, $0) }) {
        return (most, slacks[most].step(needed, inFives: inFives))
      }
    }
    return nil
  }
}

extension RunSheetItem {
  /// The shortest it may become, in minutes: what was set, or two thirds of its planned length.
  public var shortest: Int { min(minutes, minimumMinutes ?? (minutes * 2 + 2) / 3) }

  /// Whether the day may never shorten it.
  public var isNeverShortened: Bool { isProtected || anchor != nil || isSkipped }

  /// How many minutes can still be taken off before it begins.
  public var slack: Int {
    guard !isNeverShortened else { return 0 }
    // Each round keeps a minute at least.
    let rounds = timerLength.map { $0 - self.rounds } ?? length
    return max(0, min(length - shortest, rounds))
  }

  /// How many minutes can still be taken off while it runs; people need a few to round off.
  func openSlack(now: Date, _ timeZone: TimeZone) -> Int {
    guard rounds == 1, let began = actualStart else { return 0 }
    let elapsed = now.minuteOfDay(in: timeZone) - began.minuteOfDay(in: timeZone)
    return max(0, min(slack, length - elapsed - 5))
  }
}

extension WinBack.Proposal {
  /// The proposal in a sentence: "‘Dromen’: 10 minuten korter (40 in plaats van 50)".
  public func text(_ words: Catalogue) -> String {
    let title = item.title
    guard item.rounds > 1, let timer = item.timerLength else {
      return words(
        "runSheet.winBack.item", count: minutes,
        ["title": title, "to": String(item.length - minutes), "from": String(item.length)])
    }
    return words(
      "runSheet.winBack.rounds", count: minutes,
      [
        "title": title, "rounds": String(item.rounds), "to": Self.length((timer - minutes), item.rounds),
        "from": Self.length(timer, item.rounds),
      ])
  }

  /// The length of one round; with "½" where they do not come out whole.
  private static func length(_ minutes: Int, _ rounds: Int) -> String {
    let rest = minutes % rounds
    return rest * 2 == rounds ? "\(minutes / rounds)½" : "\(minutes / rounds)"
  }
}
