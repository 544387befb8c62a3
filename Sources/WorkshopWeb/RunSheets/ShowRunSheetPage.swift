import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/draaiboek/GATHERING`: 200 with the editor of a run sheet; 404 for a gathering
/// that is not there.
///
/// The page holds words and choices only; its script asks `/api/console/TRAJECT/run-sheets/GATHERING` for the items.
struct ShowRunSheetPage {
  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let id = call.gatheringID
    let gatherings = try room.store.read { try $0.gatherings() }
    guard let gathering = gatherings.first(where: { $0.id == id }) else { throw Problem.notFound }
    let title = call.words("editor.titled", ["gathering": gathering.name(call.words)])
    return try call.page(
      "run-sheet", at: .gatherings, section: "editor", title: title,
      [
        "gathering": id.rawValue, "date": gathering.date.map { call.words.long($0) } ?? false,
        "days": gatherings.count > 1 ? gatherings.map { day($0, isShown: $0.id == id, call.words) } : [],
        "choices": choices(call.words), "labels": labels(call.words),
      ])
  }

  private static func day(_ gathering: Gathering, isShown: Bool, _ words: Catalogue) -> [String: Any] {
    [
      "day": gathering.id.rawValue, "name": gathering.name(words), "isShown": isShown,
      "on": gathering.date.map { words.short($0) } ?? false,
    ]
  }

  /// The lists an item chooses from, by the name of its field.
  private static func choices(_ words: Catalogue) -> [[String: Any]] {
    [
      choice("phase", Phase.allCases.map { ($0.rawValue, words["phases.\($0.rawValue)"]) }),
      choice("step", StepDefinition.shipped.map { ($0.id.rawValue, words["steps.\($0.id).name"]) }),
      choice("scene", Scene.allCases.map { ($0.rawValue, words["scenes.\($0.rawValue)"]) }),
      choice(
        "anchorReason",
        RunSheetItem.AnchorReason.allCases.map { ($0.rawValue, words["runSheet.anchorReasons.\($0.rawValue)"]) }),
    ]
  }

  /// What each field is called: the same here, in documents and in messages.
  private static func labels(_ words: Catalogue) -> [[String: Any]] {
    words.section("runSheet.fields").sorted { $0.key < $1.key }.map { ["field": $0.key, "label": $0.value] }
  }

  private static func choice(_ field: String, _ options: [(id: String, label: String)]) -> [String: Any] {
    ["field": field, "options": options.map { ["id": $0.id, "label": $0.label] }]
  }
}
