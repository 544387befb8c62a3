import Workshop

/// Fills the print pack: the request in, plain values out.
struct PrintPackBuilder: Sendable {
  let request: PrintPackRequest
  let words: DocumentWords

  /// The pack with the parts that were asked for.
  func pack() -> PrintPack {
    let trajectory = request.trajectory
    return PrintPack(
      language: words.catalogue.language.rawValue, title: text("title"), house: trajectory.house,
      date: words.enumeration(trajectory.dates.map(words.long)), place: trajectory.place,
      notice: trajectory.isRehearsal ? words["rehearsal.notice"] : nil, words: section("shared"),
      runSheets: part(.runSheets, runSheets), poster: part(.poster, poster),
      tableCards: part(.tableCards, tableCards),
      tablePlan: part(.tablePlan, tablePlan), guideAdults: part(.guideAdults, guide),
      guideChildren: part(.guideChildren, childrenGuide), storyForms: part(.storyForms, storyForms),
      badges: part(.badges, badges), withdrawalCards: part(.withdrawalCards, withdrawalCards),
      checklist: part(.checklist, checklist))
  }

  private func runSheets() -> Document {
    let wanted = RunSheetRequest(
      trajectory: request.trajectory, runSheets: request.runSheets, madeAt: request.madeAt)
    return RunSheetBuilder(request: wanted, words: words).document()
  }

  private func part<Part>(_ part: PrintPackPart, _ make: () -> Part) -> Part? {
    request.printable.contains(part) ? make() : nil
  }

  // MARK: Words

  /// A text of the section `printPack`.
  func text(_ key: String, _ values: [String: String] = [:]) -> String { words.catalogue("printPack.\(key)", values) }

  /// The texts of a part, by the rest of their key.
  func section(_ part: String, _ values: [String: String] = [:]) -> [String: String] {
    words.catalogue.section("printPack.\(part)").reduce(into: [:]) { $0[$1.key] = text("\(part).\($1.key)", values) }
  }

  /// The texts that are numbered from 1.
  func list(_ key: String, _ values: [String: String] = [:]) -> [String] {
    var texts: [String] = []
    while words.catalogue.text(for: "printPack.\(key).\(texts.count + 1)") != nil {
      texts.append(text("\(key).\(texts.count + 1)", values))
    }
    return texts
  }

  // MARK: The way in

  private var join: PrintPack.Join {
    let letters = Array(request.join.code)
    let code = letters.count == 6 ? "\(String(letters[..<3])) \(String(letters[3...]))" : request.join.code
    return PrintPack.Join(
      address: request.join.address.map(Self.typed), code: code,
      modules: request.join.modules.map { row in String(row.map { $0 ? "1" : "0" }) })
  }

  /// What has to be typed of an address: browsers add `http://` themselves, and `https://` only where it is known.
  static func typed(_ address: String) -> String {
    address.hasPrefix("http://") ? String(address.dropFirst("http://".count)) : address
  }

  private func poster() -> PrintPack.Poster { PrintPack.Poster(words: section("poster"), join: join) }

  private func tableCards() -> PrintPack.TableCards {
    PrintPack.TableCards(
      words: section("tableCard"), rules: list("tableCard.rules"), join: join,
      cards: request.tables.map { table in
        let badges = words.enumeration(table.badges.map(String.init))
        return .init(
          number: table.number, badges: badges.isEmpty ? "" : text("tableCard.badges", ["numbers": badges]))
      })
  }

  private func badges() -> PrintPack.Badges {
    let tables = request.tables.flatMap { table in table.badges.map { ($0, table.number) } }
    let byBadge = Dictionary(tables) { first, _ in first }
    return PrintPack.Badges(
      words: section("badge"),
      badges: request.people > 0 ? (1...request.people).map { .init(number: $0, table: byBadge[$0]) } : [])
  }

  private func withdrawalCards() -> PrintPack.WithdrawalCards {
    let controller = request.trajectory.controller
    var texts = section(
      "withdrawal",
      [
        "organisation": controller.organisation, "contact": controller.contact,
        "until": words.short(request.trajectory.retentionDate),
        "address": request.join.address.map { "\(Self.typed($0))/terugnemen" } ?? "",
      ])
    // An address in the hall is gone with the laptop; only one on the internet still answers later.
    let isLasting = request.join.address?.hasPrefix("https://") == true
    texts["web"] = request.join.address == nil ? "" : texts[isLasting ? "webAlways" : "webToday"]
    return PrintPack.WithdrawalCards(
      words: texts, cards: request.sheets.map { .init(sheet: $0.code, code: $0.withdrawalCode) })
  }

  private func checklist() -> PrintPack.Checklist {
    let values = ["retention": words.long(request.trajectory.retentionDate)]
    return PrintPack.Checklist(
      words: section("checklist"),
      moments: ["evening", "hour", "during", "after"].map {
        .init(title: text("checklist.\($0).title"), items: list("checklist.\($0).items", values))
      })
  }
}
