import Foundation
import HTTPServer
import Workshop
import WorkshopDocuments
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/afdrukken`: what can be printed, for how many.
struct ShowPrintPage {
  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    var draft = PrintPackDraft()
    draft[.people] = String(try people(expectedBy: room))
    draft[.address] = try PrintAddress.usual(room)
    return try page(call, draft, [:])
  }

  /// The page with a draft, and what has to be corrected in it.
  static func page(_ call: Call, _ draft: PrintPackDraft, _ faults: [PrintPackDraft.Field: FieldFault]) throws -> Answer
  {
    let room = try call.room()
    let sheets = try room.store.read { try $0.gatherings() }
    let missing = call.words("printPack.page.noConverter", ["command": Converter.typst.installCommand])
    let offered = try PrintOffer.parts(room)
    let form = call.form(draft, faults: faults, section: "printPack.fields", controls(offered, call.words, room))
    return try call.page(
      "print", at: .print, section: "printPack",
      [
        "form": form, "parts": parts(offered, call.words, room),
        "runSheets": sheets.map { runSheet($0, call.words, room) },
        "hasRunSheets": !sheets.isEmpty,
        "noConverter": call.environment.converters.typstCompile.isEmpty ? missing : false,
      ], status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  private static func controls(
    _ offered: [PrintPackPart], _ words: Catalogue, _ room: LiveRoom
  ) -> [FormControl<PrintPackDraft.Field>] {
    let addresses =
      PrintAddress.all(room).map { FormOption(value: $0, label: $0) }
      + [FormOption(value: PrintAddress.later, label: words["printPack.addressLater"])]
    let parts = offered.map {
      FormOption(value: $0.rawValue, label: $0.name(words), help: $0.help(words))
    }
    return [
      .number(.people, in: PrintPackDraft.people).required, .number(.tables, in: PrintPackDraft.tables),
      .number(.sheets, in: PrintPackDraft.sheets), .radios(.address, addresses), .choices(.parts, parts),
    ]
  }

  /// The parts that need no number, each with an address of its own.
  private static func parts(
    _ offered: [PrintPackPart], _ words: Catalogue, _ room: LiveRoom
  ) -> [[String: Any]] {
    let single: Set<PrintPackPart> = [.poster, .tablePlan, .guideAdults, .guideChildren, .checklist]
    return offered.filter(single.contains).map { part in
      let name = part.name(words)
      return [
        "part": name, "partHelp": part.help(words),
        "href": "/begeleider/\(room.trajectory.id)/documenten/print-pack.pdf?deel=\(part.rawValue)",
        "download": words("printPack.page.download", ["name": name, "format": words["printPack.page.pdf"]]),
      ]
    }
  }

  private static func runSheet(_ gathering: Gathering, _ words: Catalogue, _ room: LiveRoom) -> [String: Any] {
    let name = gathering.name(words)
    let formats: [(DocumentFormat, String)] = [(.html, "web"), (.pdf, "pdf"), (.docx, "docx"), (.ics, "ics")]
    let links = formats.filter { $0.0 != .ics || gathering.date != nil }.map { format, key in
      let label = words["printPack.page.\(key)"]
      let path = "/begeleider/\(room.trajectory.id)/documenten/runsheet.\(format.rawValue)"
      return [
        "href": "\(path)?bijeenkomst=\(gathering.id)", "format": label,
        "download": words("printPack.page.download", ["name": name, "format": label]),
      ]
    }
    return ["gathering": name, "day": gathering.date.map { words.long($0) } ?? false, "links": links]
  }

  /// Those who confirmed, where that was counted.
  private static func people(expectedBy room: LiveRoom) throws -> Int {
    let confirmed = try room.store.read { try $0.recruitment() }.counts[.stakeholderGroups] ?? []
    let expected = confirmed.reduce(0) { $0 + $1.confirmed }
    return expected == 0 ? PrintPackDraft.usualPeople : min(expected, PrintPackDraft.people.upperBound)
  }
}

/// `POST …/afdrukken` with the form: on to the PDF it asks for; the form again, with what was typed, for what has to be
/// corrected.
struct ChoosePrintPack {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let room = try call.room()
    let draft = post.draft(PrintPackDraft.self)
    var faults = try PrintOffer.faults(draft, room)
    if draft[.people].isEmpty { faults[.people] = .missing }
    guard faults.isEmpty else { return try ShowPrintPage.page(call, draft, faults) }
    var address = URLComponents()
    address.path = "/begeleider/\(room.trajectory.id)/documenten/print-pack.pdf"
    address.queryItems = PrintPackDraft.Field.allCases.flatMap { field in
      draft.typed[all: field].map { URLQueryItem(name: field.rawValue, value: $0) }
    }
    return .response(HTTPResponse(status: .seeOther, headers: ["Location": address.string ?? address.path]))
  }
}
