import HTTPServer
import Workshop

/// What stands around every page of the preparation: where one is, where one can go, and what was just stored.
struct PreparationFrame {
  let trajectory: Trajectory
  let place: PreparationPlace
  let title: String
  let lead: String?
  /// Whether the page is about one thing of its place, so that the place itself is a step on the way to it.
  let isPart: Bool
  let notice: FormNotice?
  /// Whether the page shows a form again because somebody else stored it meanwhile.
  var isConflict = false

  fileprivate func context(_ words: Catalogue) -> [String: Any] {
    [
      "traject": trajectory.id.rawValue, "house": trajectory.house, "rehearsal": trajectory.isRehearsal,
      "pageTitle": title, "pageLead": lead ?? false,
      "conflict": isConflict ? words["preparation.notices.conflict"] : false,
      "notice": notice.map { words["preparation.notices.\($0.rawValue)"] } ?? false,
      "crumbs": crumbs(words), "nav": nav(words), "word": words.section("preparation.frame"),
    ]
  }

  private func crumbs(_ words: Catalogue) -> [[String: Any]] {
    var crumbs: [[String: Any]] = [
      ["href": "/begeleider", "crumb": words["preparation.frame.home"]],
      ["href": "/begeleider/\(trajectory.id)", "crumb": trajectory.house],
    ]
    if place != .overview || isPart {
      crumbs.append(crumb(.overview, words["preparation.frame.preparation"]))
    }
    if isPart, place != .overview { crumbs.append(crumb(place, words["preparation.places.\(place.rawValue)"])) }
    return crumbs
  }

  private func crumb(_ place: PreparationPlace, _ text: String) -> [String: Any] {
    ["href": place.path(in: trajectory.id), "crumb": text]
  }

  private func nav(_ words: Catalogue) -> [[String: Any]] {
    PreparationPlace.allCases.map { place in
      [
        "href": place.path(in: trajectory.id), "navLabel": words["preparation.places.\(place.rawValue)"],
        "current": place == self.place, "currentPage": place == self.place && !isPart,
      ]
    }
  }
}

extension Pages {
  /// A page of the preparation in its frame.
  func preparation(
    _ template: String, _ frame: PreparationFrame, section: String, _ values: [String: Any], status: HTTPStatus
  ) -> HTTPResponse {
    var values = values
    values["frame"] = frame.context(words)
    return formPage(template, section: section, values, status: status)
  }

  /// A page with a plain form.
  func formPage(
    _ template: String, section: String, _ values: [String: Any], status: HTTPStatus
  ) -> HTTPResponse {
    var response = page(template, section: section, values)
    response.status = status
    // Under no-referrer a browser sends a plain form with the Origin "null", which no server can tell from a stranger's.
    response.headers["Referrer-Policy"] = "same-origin"
    return response
  }

  /// What was typed into a form of an earlier run of the server, to be sent once more with a token of this one.
  func again(_ form: StaleForm, to path: String) -> HTTPResponse {
    let pairs = form.pairs.filter { $0.name != "csrf" }
    let typed = pairs.map(\.value).filter { !$0.isEmpty }
    return formPage(
      "form-again", section: "preparation.again",
      [
        "path": path, "csrf": formToken.value, "typed": typed,
        "pairs": pairs.map { ["hiddenName": $0.name, "hiddenValue": $0.value] },
      ], status: .forbidden)
  }
}
