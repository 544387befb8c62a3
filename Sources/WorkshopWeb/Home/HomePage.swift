import HTTPServer
import Workshop
import WorkshopStore

/// The trajects of this server, those to come before those that are over, and the plans to begin another with.
struct HomePage {
  let call: Call

  func answer() -> Answer {
    let today = call.environment.clock.today
    let entries = call.application.library.entries()
    let whole = entries.compactMap { entry in entry.glance.map { Entry(id: entry.id, glance: $0) } }
    let coming = whole.filter { $0.lastDay >= today }.sorted { ($0.firstDay, $0.id) < ($1.firstDay, $1.id) }
    let past = whole.filter { $0.lastDay < today }.sorted { ($0.firstDay, $0.id) > ($1.firstDay, $1.id) }
    let damaged = entries.filter { $0.glance == nil }.map { ["damagedID": $0.id.rawValue] }
    let values: [String: Any] = [
      "locked": false, "isEmpty": entries.isEmpty, "coming": coming.map(view), "past": past.map(view),
      "hasPast": !past.isEmpty, "pastCount": past.count, "damaged": damaged, "plans": plans,
      "notice": notice ?? false,
    ]
    return .response(call.application.pages.formPage("home", section: "home", values, status: .ok))
  }

  /// A traject as the list sorts it.
  private struct Entry {
    let id: TrajectoryID
    let glance: TrajectoryGlance

    var firstDay: CalendarDate { glance.trajectory.dates.first ?? glance.trajectory.retentionDate }
    var lastDay: CalendarDate { glance.trajectory.dates.last ?? glance.trajectory.retentionDate }
  }

  private func view(_ entry: Entry) -> [String: Any] {
    let (words, trajectory) = (call.words, entry.glance.trajectory)
    let stage = entry.glance.stageFacts.map { words["preparation.stages.names.\($0.current.rawValue)"] }
    return [
      "id": entry.id.rawValue, "house": trajectory.house, "date": words.long(trajectory.dates),
      "place": trajectory.place.isEmpty ? false : trajectory.place, "rehearsal": trajectory.isRehearsal,
      "stage": stage ?? false, "preparation": PreparationPlace.overview.path(in: entry.id),
    ]
  }

  private var plans: [[String: Any]] {
    RunSheetTemplate.allCases.map { plan in
      let key = "preparation.templates.\(plan.rawValue)"
      return [
        "plan": plan.rawValue, "planName": call.words["\(key).name"], "planLength": call.words["\(key).length"],
        "planFor": call.words["\(key).forWhom"], "planWhat": call.words["\(key).what"],
      ]
    }
  }

  private var notice: String? {
    call.request.head.query.first("melding").flatMap(FormNotice.init).map {
      call.words["preparation.notices.\($0.rawValue)"]
    }
  }
}

extension Catalogue {
  /// "vrijdag 20 november 2026", or both days of two.
  func long(_ dates: [CalendarDate]) -> String {
    guard let first = dates.first else { return "" }
    guard let last = dates.last, last != first else { return long(first) }
    return self("dates.two", ["first": long(first), "last": long(last)])
  }
}
