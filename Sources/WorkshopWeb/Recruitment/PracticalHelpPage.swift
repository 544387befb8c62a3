import HTTPServer
import Workshop
import WorkshopStore

/// The page of what is arranged so that people can come.
struct PracticalHelpPage {
  let call: Call
  let help: [PracticalHelp]
  let gatherings: [Gathering]

  init(_ call: Call) throws {
    self.call = call
    (help, gatherings) = try call.room().store.read { (try $0.practicalHelp(), try $0.gatherings()) }
  }

  func answer(
    _ draft: PracticalHelpDraft = PracticalHelpDraft(), faults: [PracticalHelpDraft.Field: FieldFault] = [:],
    newID: PracticalHelpID? = nil
  ) throws -> Answer {
    let missing = PracticalHelp.Kind.allCases.filter { kind in
      kind != .other && !help.contains { $0.kind == kind }
    }
    let summary = call.words(
      "recruitment.practical.summary",
      ["arranged": String(help.count { $0.isArranged }), "count": String(help.count)])
    let nothingFor = call.words(
      "recruitment.practical.nothingFor", ["kinds": missing.map { name($0) }.joined(separator: ", ")])
    return try call.page(
      "practical-help", at: .practical, section: "recruitment.practical",
      [
        "items": help.map(item), "hasItems": !help.isEmpty, "summary": summary,
        "nothingFor": help.isEmpty || missing.isEmpty ? false : nothingFor,
        "form": call.form(
          draft, faults: faults, section: "recruitment.practical.fields",
          newID: newID?.rawValue ?? call.environment.secrets.uuid(), controls),
      ],
      status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  /// How something to arrange is asked for.
  var controls: [FormControl<PracticalHelpDraft.Field>] {
    let kinds = PracticalHelp.Kind.allCases.map { FormOption(value: $0.rawValue, label: name($0)) }
    let options = gatherings.map { FormOption(value: $0.id.rawValue, label: label(of: $0)) }
    return [
      .select(.kind, kinds).required, .text(.language), .text(.what).wide, .select(.gathering, options).wide,
      .time(.start), .time(.end), .text(.arrangedBy).wide, .tick(.isArranged),
    ]
  }

  /// What it is in a few words: the kind, and the language where there is one.
  func title(of help: PracticalHelp) -> String {
    help.language.isEmpty ? name(help.kind) : "\(name(help.kind)): \(help.language)"
  }

  private func item(_ help: PracticalHelp) -> [String: Any] {
    let words = call.words
    return [
      "id": help.id.rawValue, "itemTitle": title(of: help), "what": help.what.isEmpty ? false : help.what,
      "facts": facts(of: help), "arranged": help.isArranged,
      "state": words["recruitment.practical.\(help.isArranged ? "arranged" : "open")"],
      "editLabel": words("recruitment.practical.editOne", ["what": title(of: help)]),
    ]
  }

  private func facts(of help: PracticalHelp) -> [String] {
    let words = call.words
    let gathering = help.gathering.flatMap { id in gatherings.first { $0.id == id } }
    let who =
      help.arrangedBy.isEmpty
      ? words["recruitment.practical.nobody"] : words("recruitment.practical.by", ["who": help.arrangedBy])
    return [gathering.map(label) ?? words["recruitment.practical.always"], hours(of: help), who].compactMap { $0 }
  }

  private func hours(of help: PracticalHelp) -> String? {
    let start = help.start.flatMap(TimeOfDay.init(minutes:))?.description
    let end = help.end.flatMap(TimeOfDay.init(minutes:))?.description
    let key = start != nil && end != nil ? "between" : start != nil ? "from" : end != nil ? "until" : nil
    return key.map { call.words("recruitment.practical.\($0)", ["start": start ?? "", "end": end ?? ""]) }
  }

  private func label(of gathering: Gathering) -> String {
    let name = gathering.name(call.words)
    guard let date = gathering.date else { return name }
    return call.words("recruitment.practical.gathering", ["name": name, "date": call.words.short(date)])
  }

  private func name(_ kind: PracticalHelp.Kind) -> String { call.words["recruitment.practical.kinds.\(kind.rawValue)"] }
}
