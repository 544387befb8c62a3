import HTTPServer
import Workshop
import WorkshopStore

/// The terms of one list, each in a row, and one row for a term of the traject's own.
struct FrameworkPage {
  typealias Drafts = [String: TermDraft]
  typealias Faults = [String: [TermDraft.Field: FieldFault]]

  /// The row of a new term; no term can have this id.
  static let newRow = "+"

  let call: Call
  let list: TermList
  let version: Int64

  /// The list a name stands for; the first without a name, `.notFound` for one that cannot be edited.
  static func list(_ name: String?) throws -> TermList {
    guard let list = name.map(TermList.init(rawValue:)) ?? .buildingBlocks, TermList.editable.contains(list) else {
      throw Problem.notFound
    }
    return list
  }

  static func drafts(of framework: FrameworkContent, _ list: TermList, _ words: Catalogue) -> Drafts {
    (framework.lists[list] ?? []).reduce(into: [:]) { drafts, term in
      drafts[term.id] = TermDraft(term, in: list, of: framework, words: words)
    }
  }

  static func typed(_ post: FormPost, _ framework: FrameworkContent, _ list: TermList) -> Drafts {
    // A term that somebody else added meanwhile has no row in this form, and keeps what it has.
    let rows = (framework.lists[list] ?? []).map(\.id).filter { post.has("\($0).label") } + [newRow]
    return rows.reduce(into: [:]) { drafts, row in drafts[row] = post.draft(row: row) }
  }

  func answer(
    _ framework: FrameworkContent, _ drafts: Drafts, _ faults: Faults = [:], _ status: HTTPStatus = .ok
  ) throws -> Answer {
    let terms = framework.lists[list] ?? []
    let stored = Self.drafts(of: framework, list, call.words)
    let own = terms.map(\.id).filter { !FrameworkContent.isShipped($0, in: list, words: call.words) }
    let removable = try Set(own).subtracting(call.room().store.read { try $0.used(of: own) })
    let rows = terms.enumerated().map { place, term in
      let draft = drafts[term.id] ?? stored[term.id] ?? TermDraft()
      var values = row(
        term.id, name: framework.label(of: term.id, in: list, words: call.words), draft, faults[term.id] ?? [:])
      values["isFirst"] = place == 0
      values["isLast"] = place == terms.count - 1
      values["canRemove"] = removable.contains(term.id)
      return values
    }
    let new = newRow(drafts[Self.newRow] ?? TermDraft(), faults[Self.newRow] ?? [:])
    let fields = (rows + [new]).flatMap { $0["fields"] as? [[String: Any]] ?? [] }
    return try call.page(
      "framework", at: .framework, section: "preparation.framework",
      [
        "form": call.rows(fields, version: Int(version)), "rows": rows, "new": new, "list": list.rawValue,
        "listName": listName(list), "lists": lists,
      ], status: status)
  }

  /// The form again for the second of two editors, with what the first made of it.
  func conflict(_ now: FrameworkContent, _ version: Int64, _ typed: Drafts) throws -> Answer {
    let stored = Self.drafts(of: now, list, call.words)
    let meanwhile = typed.reduce(into: Faults()) { faults, row in
      faults[row.key] = stored[row.key].map { now in
        row.value.changedMeanwhile(to: now) {
          $0 == .enabled ? call.words["preparation.framework.isOn"] : $1
        }
      }
    }
    return try FrameworkPage(call: call, list: list, version: version).answer(now, typed, meanwhile, .conflict)
  }

  private func row(
    _ id: String, name: String, _ draft: TermDraft, _ faults: [TermDraft.Field: FieldFault]
  ) -> [String: Any] {
    let view = FormView(
      draft: draft, faults: faults, section: "preparation.framework.fields", words: call.words, row: (id, name))
    return [
      "rowID": id, "rowName": name, "isOn": draft.typed.isTicked(.enabled),
      "fields": view.fields([.tick(.enabled), .text(.label).wide, .longText(.description, rows: 2)]),
    ]
  }

  private func newRow(_ draft: TermDraft, _ faults: [TermDraft.Field: FieldFault]) -> [String: Any] {
    let view = FormView(
      draft: draft, faults: faults, section: "preparation.framework.fields", words: call.words, prefix: "new",
      row: (Self.newRow, call.words["preparation.framework.new"]))
    return ["fields": view.fields([.text(.label).wide, .longText(.description, rows: 2)])]
  }

  private var lists: [[String: Any]] {
    TermList.editable.map { ["listID": $0.rawValue, "listLabel": listName($0), "isHere": $0 == list] }
  }

  private func listName(_ list: TermList) -> String { call.words["preparation.framework.lists.\(list.rawValue)"] }
}
