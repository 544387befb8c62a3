import Workshop

/// The counts of one list as one form in a table: what was typed, and at each field what has to be corrected.
struct CountsView {
  let draft: RecruitmentCountsDraft
  let faults: [RecruitmentCountsDraft.Cell: FieldFault]
  let list: RecruitmentList
  /// How many checked in by group, or nil where nobody did or it says nothing of this list.
  let checkedIn: [String: Int]?
  /// Whether who is present was just filled in from that, and is not kept yet.
  var isFilled = false
  /// The version of what is typed over, which comes back with the form.
  let version: Int64
  let framework: FrameworkContent
  let words: Catalogue

  func context(token: FormToken) -> [String: Any] {
    let rows = draft.terms.enumerated().map { row($1, at: $0) }
    let errors = rows.flatMap { $0["cells"] as? [[String: Any]] ?? [] }.filter { $0["error"] is String }
    return [
      "csrf": token.value, "version": String(version), "rows": rows, "errors": errors, "hasErrors": !errors.isEmpty,
      "errorsTitle": words["preparation.form.errors"], "filled": isFilled, "hasCheckIns": checkedIn != nil,
      "columns": RecruitmentCount.Column.allCases.map { words["recruitment.columns.\($0.rawValue)"] },
      "totals": RecruitmentCount.Column.allCases.map(total),
    ]
  }

  private func row(_ term: String, at place: Int) -> [String: Any] {
    let label = framework.label(of: term, in: list.terms, words: words)
    return [
      "rowLabel": label,
      "cells": RecruitmentCount.Column.allCases.map { cell(.init(term, $0), row: label, at: place) },
    ]
  }

  private func cell(_ cell: RecruitmentCountsDraft.Cell, row: String, at place: Int) -> [String: Any] {
    // By its place and not its term, which may hold what an id cannot.
    let id = "\(list.rawValue)-\(place)-\(cell.column.rawValue)"
    let column = words["recruitment.columns.\(cell.column.rawValue)"]
    let error = faults[cell]?.message(words)
    let seen = cell.column == .present ? checkedIn.map { $0[cell.term] ?? 0 } : nil
    let described = [seen.map { _ in "\(id)-seen" }, error.map { _ in "\(id)-error" }].compactMap { $0 }
    return [
      "id": id, "cellName": cell.name, "value": draft[cell], "column": column, "error": error ?? false,
      "summary": error.map {
        words("recruitment.counts.fieldFault", ["row": row, "column": column, "fault": $0])
      } ?? false,
      "seen": seen.map { words("recruitment.counts.checkedIn", ["count": String($0)]) } ?? false,
      "describedBy": described.isEmpty ? false : described.joined(separator: " "),
    ]
  }

  /// What the column adds up to, as far as it can be read.
  private func total(_ column: RecruitmentCount.Column) -> [String: Any] {
    let sum = draft.total(of: column)
    return ["column": words["recruitment.columns.\(column.rawValue)"], "sum": String(sum)]
  }
}
