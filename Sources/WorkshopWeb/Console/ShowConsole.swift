import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT`: the console's page.
struct ShowConsolePage {
  static func answer(_ call: Call) throws -> Answer {
    .response(call.application.pages.console(try call.room()))
  }
}

/// `GET /api/console/TRAJECT`: 200 with everything the console draws.
struct ShowConsole {
  private struct View: Encodable {
    let seq: Int64
    let role: String
    let traject: TrajectoryView
    let room: RoomView
    let join: JoinView
    let joinUrls: [AddressView]
    @OrNull var gathering: RunSheetView.Current?
    let gatherings: [RunSheetView.Choice]
    let runSheet: [RunSheetView.Item]
    let drift: Int
    let steps: [StepName]
    let scenes: [SceneName]
    /// The first of what waits; the rest comes in parts from `…/contributions`.
    let contributions: [EntryView]
    let counts: [ContributionKind: [String: Int]]
    let themes: [ThemeView]
    let themeHistory: ThemeHistoryView
    let spreads: [SpreadView]
    let scan: ScanView
    let buildingBlocks: [OptionView]
    let groups: [OptionView]
    let consents: [OptionView]
    let participation: ParticipationView
    let coverage: CoverageView
    let destiny: DestinyView
  }

  struct AddressView: Encodable {
    let url: String
    let interface: String
    let chosen: Bool
  }

  private struct StepName: Encodable {
    let id: StepID
    let name: String
    let phase: Phase
    let open: Bool
    /// Whether people write in it, so that it can be asked whether that is released at once.
    let takesText: Bool
  }

  private struct SceneName: Encodable {
    let id: Scene
    let name: String
  }

  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let role = call.role
    let everything = try room.store.read { try view(room, $0, for: role) }
    return .response(try ViewJSON.response(everything))
  }

  private static func view(
    _ room: LiveRoom, _ reader: Reader, for role: JournalEntry.Role
  ) throws -> View {
    let join = try JoinView(room, reader)
    let addresses = JoinAddress.all(room.hosts).map {
      AddressView(url: $0.url, interface: $0.name, chosen: $0.url == join.url)
    }
    let (views, words, openStep) = (try Views(room: room, reader: reader), room.words, try reader.room().step)
    let runSheet = try views.runSheet()
    return View(
      seq: try reader.lastSequence(), role: role.rawValue, traject: TrajectoryView(views.terms.trajectory),
      room: try room.view(reader),
      join: join, joinUrls: addresses, gathering: runSheet.gathering, gatherings: runSheet.gatherings,
      runSheet: runSheet.items, drift: runSheet.drift,
      steps: StepDefinition.shipped.map {
        StepName(
          id: $0.id, name: words["steps.\($0.id).name"], phase: $0.phase, open: $0.id == openStep,
          takesText: !$0.forms.isEmpty)
      },
      scenes: Scene.allCases.map { SceneName(id: $0, name: words["scenes.\($0.rawValue)"]) },
      contributions: try views.firstEntries(), counts: try room.counts(reader), themes: try views.themes(.console),
      themeHistory: try views.themeHistory(), spreads: try views.spreads(.console),
      scan: try views.scan(.console),
      buildingBlocks: views.terms.framework.options(.buildingBlocks, words: words),
      groups: views.terms.framework.options(.stakeholderGroups, words: words),
      consents: Consent.allCases.map { OptionView(id: $0.rawValue, label: words["consents.\($0.rawValue).label"]) },
      participation: ParticipationView(try reader.participation()), coverage: try views.coverage(),
      destiny: try DestinyView(views))
  }
}

/// `GET /api/console/TRAJECT/forms`: 200 with every step's forms, for entering what was told on paper or aloud; with
/// `?gathering=ID` those of the steps on its run sheet and of the open one, 404 where there is no such gathering.
struct ShowForms {
  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let gathering = call.request.head.query.first("gathering").map { GatheringID($0) }
    let steps = try room.store.read { reader in
      let asked = try gathering.map { try stepIDs(of: $0, reader) }
      return try StepDefinition.shipped.filter { !$0.forms.isEmpty && asked?.contains($0.id) ?? true }.map {
        try StepView($0, room: room, reader: reader, tiers: [.core, .more, .coding])
      }
    }
    return .response(try ViewJSON.response(steps))
  }

  private static func stepIDs(of gathering: GatheringID, _ reader: Reader) throws -> Set<StepID> {
    guard let sheet = try reader.runSheet(of: gathering) else { throw Problem.notFound }
    return Set(sheet.items.filter { !$0.isSkipped }.compactMap(\.step) + [try reader.room().step].compactMap(\.self))
  }
}

/// `GET /api/console/TRAJECT/audit`: 200 with the ids of everything that was ever acknowledged, as the file has them.
struct ShowAudit {
  static func answer(_ call: Call) throws -> Answer {
    let ids = try call.room().store.read { try $0.acknowledgedIDs() }
    return .response(try ViewJSON.response(["acknowledged": ids]))
  }
}
