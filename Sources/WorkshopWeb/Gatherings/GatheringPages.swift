import HTTPServer
import Workshop
import WorkshopStore

/// The list of gatherings, and the form to add one.
struct GatheringsPage {
  let call: Call
  /// The id the form had, so that one sent again is still the same gathering.
  var newID: GatheringID?

  func answer(_ draft: GatheringDraft, _ faults: [GatheringDraft.Field: FieldFault] = [:]) throws -> Answer {
    let gatherings = try call.room().store.read { try $0.gatherings() }
    let form = call.form(
      draft, faults: faults, section: "gatherings.fields", newID: newID?.rawValue ?? call.environment.secrets.uuid(),
      [.select(.template, plans).required, .text(.title), .date(.date), .text(.place)])
    return try call.page(
      "gatherings", at: .gatherings, section: "gatherings.page",
      ["gatherings": try gatherings.map(view), "form": form],
      status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  private var plans: [FormOption] {
    GatheringDraft.templates.map { plan in
      FormOption(value: plan.rawValue, label: call.words["preparation.templates.\(plan.rawValue).name"])
    }
  }

  private func view(_ gathering: Gathering) throws -> [String: Any] {
    let (words, id) = (call.words, try call.room().trajectory.id)
    let base = PreparationPlace.overview.path(in: id)
    return [
      "name": gathering.name(words), "kind": words["gatherings.kinds.\(gathering.kind.rawValue)"],
      "date": gathering.date.map { words.long($0) } ?? words["gatherings.page.noDate"], "hours": gathering.hours,
      "place": gathering.place.isEmpty ? false : gathering.place,
      "audience": words["gatherings.audiences.\(gathering.audience.rawValue)"],
      "edit": PreparationPlace.gatherings.path(in: id) + "/\(gathering.id)",
      "runSheet": "\(base)/draaiboek/\(gathering.id)", "seating": "\(base)/tafels/\(gathering.id)",
    ]
  }
}

/// One gathering, to be changed.
struct GatheringPage {
  let call: Call
  let gathering: Gathering
  var version: Int

  init(call: Call, gathering: Gathering) {
    (self.call, self.gathering, version) = (call, gathering, gathering.version)
  }

  func answer(
    _ draft: GatheringDraft, _ faults: [GatheringDraft.Field: FieldFault] = [:], _ status: HTTPStatus = .ok
  ) throws -> Answer {
    let form = call.form(draft, faults: faults, section: "gatherings.fields", version: version, controls)
    let isHeld = try call.room().store.read { try $0.isHeld(gathering.id) }
    return try call.page(
      "gathering", at: .gatherings, section: "gatherings.one", title: gathering.name(call.words),
      [
        "form": form, "isWorkday": gathering.kind == .workday, "canRemove": gathering.kind != .workday && !isHeld,
        "gatheringID": gathering.id.rawValue, "csrf": call.application.pages.formToken.value,
        "date": gathering.date.map { call.words.long($0) } ?? call.words["gatherings.page.noDate"],
        "path": PreparationPlace.gatherings.path(in: try call.room().trajectory.id),
        "base": PreparationPlace.overview.path(in: try call.room().trajectory.id),
      ], status: status)
  }

  private var controls: [FormControl<GatheringDraft.Field>] {
    let date: [FormControl<GatheringDraft.Field>] = gathering.kind == .workday ? [] : [.date(.date)]
    let audiences = GatheringAudience.allCases.map {
      FormOption(value: $0.rawValue, label: call.words["gatherings.audiences.\($0.rawValue)"])
    }
    return [.text(.title).wide] + date
      + [.time(.start).required, .time(.end), .text(.place).wide, .radios(.audience, audiences)]
  }
}

extension Gathering {
  /// "09:00–16:30", or the start alone while no end is agreed.
  var hours: String {
    let times = [start, end].compactMap { $0.flatMap { TimeOfDay(minutes: $0) }?.description }
    return times.joined(separator: "–")
  }
}
