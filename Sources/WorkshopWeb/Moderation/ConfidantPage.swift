import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/vertrouwenspersoon`: what was set apart for the confidant, whole and to be printed.
///
/// For the facilitator alone: it is in no other list.
struct ShowConfidantPage {
  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let (apart, terms, gatherings) = try room.store.read {
      (try $0.setApart(), try room.terms($0), try $0.gatherings())
    }
    let stories = apart.map { ConfidantStory($0, gatherings, terms.framework, call).context }
    return try call.page(
      "confidant", at: .overview, section: "confidant", title: call.words["confidant.title"],
      [
        "stories": stories, "none": stories.isEmpty, "named": terms.trajectory.confidant ?? false,
        "path": "/begeleider/\(room.trajectory.id)/vertrouwenspersoon",
        "trajectPath": PreparationPlace.trajectory.path(in: room.trajectory.id),
        "consolePath": "/begeleider/\(room.trajectory.id)",
      ])
  }
}

/// `POST /begeleider/TRAJECT/vertrouwenspersoon/ID` with `note` and `seen`: keeps what was done, and leads back (303).
///
/// 404 where it is not set apart.
struct NoteForConfidant {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let (room, id): (LiveRoom, ContributionID) = (try call.room(), try call.id("id"))
    let (note, isSeen) = (post["note"].printable.trimmingSpaces(), post["seen"] == "true")
    try room.store.write { [role = call.role] in try $0.noteForConfidant(note, isSeen: isSeen, on: id, by: role) }
    return call.back(to: "/begeleider/\(room.trajectory.id)/vertrouwenspersoon")
  }
}

/// `POST /begeleider/TRAJECT/vertrouwenspersoon/ID/terug`: puts it back among what waits, and leads back (303).
struct PutBackFromConfidant {
  static func answer(_ call: Call, _: FormPost) throws -> Answer {
    let (room, id): (LiveRoom, ContributionID) = (try call.room(), try call.id("id"))
    try room.store.write { [role = call.role] change in
      guard try change.reader.contribution(id)?.isSetApart == true else { throw StoreError(id.rawValue, .unknown) }
      try change.putBack(id, by: role)
    }
    return call.back(to: "/begeleider/\(room.trajectory.id)/vertrouwenspersoon")
  }
}

/// One story on that page.
private struct ConfidantStory {
  private let apart: SetApart
  private let gatherings: [Gathering]
  private let framework: FrameworkContent
  private let call: Call

  init(_ apart: SetApart, _ gatherings: [Gathering], _ framework: FrameworkContent, _ call: Call) {
    (self.apart, self.gatherings, self.framework, self.call) = (apart, gatherings, framework, call)
  }

  var context: [String: Any] {
    let (contribution, words) = (apart.contribution, call.words)
    let (day, time) = Self.moment(contribution.createdAt, words)
    let groups = contribution.teller.groups.map { framework.label(of: $0, in: .stakeholderGroups, words: words) }
    let facts: [String?] = [
      words("confidant.told", ["date": day, "time": time]),
      contribution.origin.table.map { words("confidant.table", ["table": $0]) },
      gatherings.voice(of: contribution).map { $0.name(words) }, groups.isEmpty ? nil : groups.joined(separator: ", "),
    ]
    return [
      "id": contribution.id.rawValue, "csrf": call.application.pages.formToken.value,
      "name": words(
        "confidant.number",
        ["kind": words["kinds.\(contribution.kind.rawValue).one"], "number": String(contribution.number)]),
      "facts": facts.compactMap { $0 }.joined(separator: " · "),
      "reason": emptyAsFalse(apart.contribution.holdReason ?? ""),
      "answers": answers, "note": apart.note, "seen": apart.seenAt != nil,
      "seenOn": emptyAsFalse(seenOn),
      "photo": emptyAsFalse(contribution.hasPhoto ? "/api/photos/\(contribution.id)" : ""),
    ]
  }

  private var seenOn: String {
    guard let seen = apart.seenAt else { return "" }
    let (day, time) = Self.moment(seen, call.words)
    return call.words("confidant.seenOn", ["date": day, "time": time])
  }

  private func emptyAsFalse(_ text: String) -> Any { text.isEmpty ? false : text }

  private var answers: [[String: Any]] {
    let (contribution, words) = (apart.contribution, call.words)
    return contribution.form.fields.compactMap { field in
      guard let value = contribution.body[field.id] else { return nil }
      return [
        "label": words.label(of: field.id, in: contribution),
        "value": framework.text(of: value, in: field, words: words),
      ]
    }
  }

  private static func moment(_ moment: Date, _ words: Catalogue) -> (day: String, time: String) {
    (words.short(CalendarDate(moment)), ClockTime.text(moment.minuteOfDay(in: .brussels)))
  }
}
