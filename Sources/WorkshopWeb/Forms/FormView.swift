import Workshop

/// A draft as the template `form-fields` draws it: what was typed, and at each field what has to be corrected.
///
/// Everything a field may lack is there as false: a template looks further out for a name it does not find, and would
/// draw another field's.
struct FormView<Draft: FormDraft> {
  let draft: Draft
  let faults: [Draft.Field: FieldFault]
  /// The section of the catalogue with the fields' words: `SECTION.FIELD.label`, and `.help` where it has one.
  let section: String
  let words: Catalogue
  /// Tells two forms of one page apart.
  var prefix = ""
  /// The thing that a row of a longer form is about, and its name: both stand before those of its fields.
  var row: (id: String, name: String)?
  /// The version of what is edited, which comes back with the form.
  var version: Int?
  /// The id of what the form adds, so that one sent twice adds it once.
  var newID: String?

  func context(_ controls: [FormControl<Draft.Field>], token: FormToken) -> [String: Any] {
    var hidden: [[String: Any]] = [["hiddenName": "csrf", "hiddenValue": token.value]]
    if let version { hidden.append(["hiddenName": "version", "hiddenValue": String(version)]) }
    if let newID { hidden.append(["hiddenName": "id", "hiddenValue": newID]) }
    for control in controls where control.isHidden {
      hidden.append(["hiddenName": control.field.rawValue, "hiddenValue": draft[control.field]])
    }
    let fields = fields(controls)
    if version != nil { hidden += SeenValues.hidden(fields) }
    return [
      "hidden": hidden, "fields": fields, "hasErrors": fields.contains { $0["error"] is String },
      "errorsTitle": words["preparation.form.errors"],
    ]
  }

  /// The fields alone, for a row of a longer form.
  func fields(_ controls: [FormControl<Draft.Field>]) -> [[String: Any]] {
    controls.filter { !$0.isHidden }.map(field)
  }

  private func field(_ control: FormControl<Draft.Field>) -> [String: Any] {
    let key = control.field.rawValue
    let name = row.map { "\($0.id).\(key)" } ?? key
    let id = [prefix, row?.id ?? "", key].filter { !$0.isEmpty }.joined(separator: "-")
    let label = control.label ?? words["\(section).\(key).label"]
    let help = control.help ?? words.text(for: "\(section).\(key).help")
    let error = faults[control.field]?.message(words)
    let described = [help.map { _ in "help-\(id)" }, error.map { _ in "error-\(id)" }].compactMap { $0 }
    var values: [String: Any] = [
      "name": name, "id": "field-\(id)", "helpID": "help-\(id)", "errorID": "error-\(id)",
      "label": label, "summaryLabel": row.map { "\($0.name), \(label.lowercased())" } ?? label, "key": key,
      "value": draft[control.field], "typed": draft.typed[all: control.field],
      "requiredMark": words["preparation.form.required"],
      "choose": words["preparation.form.choose"],
      "help": help ?? false, "error": error ?? false, "required": control.isRequired, "wide": control.isWide,
      "describedBy": described.isEmpty ? false : described.joined(separator: " "),
      "input": false, "area": false, "select": false, "group": false, "tick": false, "badInput": false,
    ]
    values.merge(shape(control, id: id)) { $1 }
    return values
  }

  /// What the kind of control adds.
  private func shape(_ control: FormControl<Draft.Field>, id: String) -> [String: Any] {
    let value = draft[control.field]
    switch control.kind {
    case .text: return ["input": input("text")]
    case .email: return ["input": input("email")]
    case .telephone: return ["input": input("tel")]
    // A browser shows nothing where a date is none: what was typed has to stay in sight.
    case .date:
      let isShown = value.isEmpty || CalendarDate(value) != nil
      return ["input": input(isShown ? "date" : "text"), "badInput": words["preparation.form.badInput.date"]]
    case .time:
      let time = TimeOfDay(value)
      let isShown = value.isEmpty || time != nil
      return [
        "input": input(isShown ? "time" : "text"), "value": time?.description ?? value,
        "badInput": words["preparation.form.badInput.time"],
      ]
    case .number(let bounds):
      let isShown = value.isEmpty || Int(value) != nil
      return [
        "input": input(isShown ? "number" : "text", least: bounds.lowerBound, most: bounds.upperBound),
        "badInput": words["preparation.form.badInput.number"],
      ]
    case .longText(let rows): return ["area": ["rows": rows]]
    case .select(let options): return ["select": ["options": listed(options, control.field, id: id)]]
    case .radios(let options):
      return ["group": ["groupType": "radio", "options": listed(options, control.field, id: id)]]
    case .choices(let options):
      return ["group": ["groupType": "checkbox", "options": listed(options, control.field, id: id)]]
    case .tick: return ["tick": ["ticked": draft.typed.isTicked(control.field)]]
    case .hidden: return [:]
    }
  }

  private func input(_ type: String, least: Int? = nil, most: Int? = nil) -> [String: Any] {
    ["type": type, "bounded": least != nil && type == "number", "least": least ?? 0, "most": most ?? 0]
  }

  private func listed(_ options: [FormOption], _ field: Draft.Field, id: String) -> [[String: Any]] {
    let chosen = Set(draft.typed[all: field])
    return options.enumerated().map { place, option in
      [
        // The first keeps the field's own id, so that the list of errors leads to it.
        "optionID": place == 0 ? "field-\(id)" : "field-\(id)-\(place)", "optionValue": option.value,
        "optionLabel": option.label, "optionHelp": option.help ?? false, "chosen": chosen.contains(option.value),
      ]
    }
  }
}

extension FormControl {
  fileprivate var isHidden: Bool {
    if case .hidden = kind { true } else { false }
  }
}
