import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/kader?lijst=NAME`: the terms of one list, the building blocks without a name.
struct ShowFramework {
  static func answer(_ call: Call) throws -> Answer {
    let list = try FrameworkPage.list(call.request.head.query.first("lijst"))
    let (framework, version) = try call.room().store.read { (try $0.framework(), try $0.frameworkVersion()) }
    return try FrameworkPage(call: call, list: list, version: version).answer(
      framework, FrameworkPage.drafts(of: framework, list, call.words))
  }
}

/// `POST` to the same with the fields `TERM.enabled`, `.label` and `.description`, those of a new term as `+`, and a button
/// `move` (`TERM:-1`) or `remove` (`TERM`): stores the list and leads back to it (303).
///
/// 422 with the form for what has to be corrected and for a term that stays because it was used or is ours, 409 where somebody else changed the terms meanwhile.
struct EditFramework {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let room = try call.room()
    let list = try FrameworkPage.list(post["list"])
    let page = FrameworkPage(call: call, list: list, version: Int64(post.version ?? 0))
    let (framework, version) = try room.store.read { (try $0.framework(), try $0.frameworkVersion()) }
    let typed = FrameworkPage.typed(post, framework, list)
    guard version == page.version else { return try page.conflict(framework, version, typed) }
    let edit = TermEdit(list: list, words: call.words, typed: typed)
    let (changed, faults) = edit.applied(to: framework)
    guard let changed, faults.isEmpty else { return try page.answer(framework, typed, faults, .unprocessableContent) }
    do {
      try room.store.write { [role = call.role, move = post["move"], remove = post["remove"], words = call.words] in
        let final = try Self.arranged(changed, list, move: move, remove: remove, words: words, $0.reader)
        try $0.set(final, version: version, by: role)
      }
    } catch let error as StoreError where error.cause == .conflict {
      let now = try room.store.read { (try $0.framework(), try $0.frameworkVersion()) }
      return try page.conflict(now.0, now.1, typed)
    } catch let error as StoreError where error.cause == .notEditable {
      return try page.answer(framework, typed, [error.subject: [.enabled: .stillUsed]], .unprocessableContent)
    }
    return .response(
      HTTPResponse(
        status: .seeOther,
        headers: [
          "Location": "\(PreparationPlace.framework.path(in: room.trajectory.id))?lijst=\(list.rawValue)&melding=saved"
        ]))
  }

  private static func arranged(
    _ framework: FrameworkContent, _ list: TermList, move: String, remove: String, words: Catalogue, _ reader: Reader
  ) throws -> FrameworkContent {
    var framework = framework
    let parts = move.split(separator: ":")
    if parts.count == 2, let places = Int(parts[1]) {
      framework.move(String(parts[0]), in: list, by: places.signum())
    }
    guard framework.knows(remove, in: list) else { return framework }
    let isShipped = FrameworkContent.isShipped(remove, in: list, words: words)
    guard try !isShipped && !reader.isUsed(remove) else { throw StoreError(remove, .notEditable) }
    framework.remove(remove, from: list, words: words)
    return framework
  }
}

/// What was typed into the rows of a list, made into terms.
private struct TermEdit {
  let list: TermList
  let words: Catalogue
  let typed: FrameworkPage.Drafts

  /// The framework with the typed terms, or nil and what has to be corrected.
  func applied(to framework: FrameworkContent) -> (FrameworkContent?, FrameworkPage.Faults) {
    var faults = typed.filter { $0.key != FrameworkPage.newRow }.mapValues { $0.faults() }.filter { !$0.value.isEmpty }
    var framework = framework
    framework.lists[list] = (framework.lists[list] ?? []).map { term in
      typed[term.id]?.term(term.id, in: list, words: words) ?? term
    }
    if let new = typed[FrameworkPage.newRow], !new[.label].isEmpty || !new[.description].isEmpty {
      faults[FrameworkPage.newRow] = new.faults()
      if new.faults().isEmpty, !framework.add(label: new[.label], description: new[.description], to: list) {
        faults[FrameworkPage.newRow] = [.label: .taken]
      }
      if faults[FrameworkPage.newRow]?.isEmpty == true { faults[FrameworkPage.newRow] = nil }
    }
    if framework.offered(list).isEmpty, let first = framework.lists[list]?.first {
      faults[first.id, default: [:]][.enabled] = .noneLeft
    }
    return (faults.isEmpty ? framework : nil, faults)
  }
}
