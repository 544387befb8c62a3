import HTTPServer
import Workshop

/// What the handlers of the preparation's pages share: a page in its frame, a form, and the way back after a success.
extension Call {
  /// A page of the preparation, by its template; its words are those of `section`, and `SECTION.title` names it.
  ///
  /// `title` stands in for that where the page is about one thing of many, with the page it belongs to before it.
  func page(
    _ template: String, at place: PreparationPlace, section: String, title: String? = nil,
    _ values: [String: Any] = [:],
    status: HTTPStatus = .ok
  ) throws -> Answer {
    let frame = PreparationFrame(
      trajectory: try room().trajectory, place: place, title: title ?? words["\(section).title"],
      lead: words.text(for: "\(section).lead"), isPart: title != nil,
      notice: request.head.query.first("melding").flatMap(FormNotice.init), isConflict: status == .conflict)
    return .response(application.pages.preparation(template, frame, section: section, values, status: status))
  }

  /// A draft as the template `form-fields` takes it, to be put under a name of the page's own: `["form": call.form(…)]`.
  ///
  /// `newID` is the id of what the form adds, so that one sent twice adds it once.
  func form<Draft: FormDraft>(
    _ draft: Draft, faults: [Draft.Field: FieldFault] = [:], section: String, prefix: String = "", version: Int? = nil,
    newID: String? = nil, _ controls: [FormControl<Draft.Field>]
  ) -> [String: Any] {
    var view = FormView(draft: draft, faults: faults, section: section, words: words, prefix: prefix, version: version)
    view.newID = newID
    return view.context(controls, token: application.pages.formToken)
  }

  /// The head of a form whose fields stand in rows: its hidden values, and the list of what has to be corrected.
  func rows(_ fields: [[String: Any]], version: Int? = nil) -> [String: Any] {
    var hidden: [[String: Any]] = [["hiddenName": "csrf", "hiddenValue": application.pages.formToken.value]]
    if let version {
      hidden.append(["hiddenName": "version", "hiddenValue": String(version)])
      hidden += SeenValues.hidden(fields)
    }
    return [
      "hidden": hidden, "fields": fields, "hasErrors": fields.contains { $0["error"] is String },
      "errorsTitle": words["preparation.form.errors"],
    ]
  }

  /// Leads the browser back to a page after its form was stored.
  func back(to path: String, _ notice: FormNotice = .saved) -> Answer {
    .response(HTTPResponse(status: .seeOther, headers: ["Location": "\(path)?melding=\(notice.rawValue)"]))
  }

  /// The same for a page of the preparation, or for one below it.
  func back(to place: PreparationPlace, below rest: String = "", _ notice: FormNotice = .saved) throws -> Answer {
    back(to: place.path(in: try room().trajectory.id) + rest, notice)
  }
}
