import Workshop

/// Says in words how tables are mixed, what is wished and why something cannot be: groups by their name, people by badge.
struct SeatingWords {
  let words: Catalogue
  let framework: FrameworkContent

  /// A group's name; of the empty one that nothing was told.
  func group(_ id: String) -> String {
    id.isEmpty ? words["seating.untold"] : framework.label(of: id, in: .stakeholderGroups, words: words)
  }

  /// "3 × ouder, 2 × partner", largest first.
  func mix(_ groups: [String: Int]) -> String {
    groups.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) × \(group($0.key))" }
      .joined(separator: ", ")
  }

  /// A wish as a sentence.
  func wish(_ wish: SeatingWish) -> String {
    let (first, others) = (wish.badges[0].description, Array(wish.badges.dropFirst()))
    switch wish.kind {
    case .together, .apart: return words("seating.wish.\(wish.kind.rawValue)", ["badges": list(wish.badges)])
    case .shareLanguage where others.isEmpty: return words("seating.wish.shareLanguage", ["badge": first])
    case .shareLanguage: return words("seating.wish.interpreted", ["badge": first, "others": list(others)])
    }
  }

  /// "12", "12 en 15", "12, 15 en 20".
  func list(_ badges: [Badge]) -> String {
    let texts = badges.map(\.description)
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return words("seating.and", ["first": texts.dropLast().joined(separator: ", "), "last": last])
  }

  /// Why a seating cannot be, one sentence a reason, with the wishes it is about.
  func complaint(_ complaint: SeatingComplaint) -> String {
    switch complaint {
    case .nobody: return words["seating.complaints.nobody"]
    case .unknown: return words["seating.complaints.unknown"]
    case .full: return words["seating.complaints.full"]
    case .tableCount(let counts):
      return words(
        "seating.complaints.tableCount", ["least": String(counts.lowerBound), "most": String(counts.upperBound)])
    case .contradicts(let wishes): return words("seating.complaints.contradicts", ["wishes": quoted(wishes)])
    case .conflicts(let conflicts):
      return conflicts.map { conflict in
        words("seating.complaints.\(conflict.reason.rawValue)", ["wishes": quoted(conflict.wishes)])
      }.joined(separator: " ")
    }
  }

  private func quoted(_ wishes: [SeatingWish]) -> String {
    wishes.map { "“\(wish($0))”" }.joined(separator: ", ")
  }

  /// How well the whole is mixed: a word, and what it means at a table beside drawing lots.
  func verdict(objective: Double, byLot: Double, people: Int, tables: Int) -> (level: String, text: String) {
    guard tables > 1, byLot > 0 else { return ("good", words["seating.verdict.one"]) }
    let level = objective <= byLot * 0.7 ? "good" : objective <= byLot * 0.95 ? "fair" : "poor"
    let perTable = Double(people) / Double(tables)
    return (
      level,
      words(
        "seating.verdict.\(level)",
        ["ours": Self.decimal(objective * perTable), "lot": Self.decimal(byLot * perTable)])
    )
  }

  /// What the phone of a badge says of its place.
  func place(_ table: Int, _ partners: [Badge]) -> String {
    let key = partners.isEmpty ? "alone" : partners.count == 1 ? "duo" : "trio"
    return words("seating.place.\(key)", ["table": String(table), "badges": list(partners)])
  }

  /// One decimal, with a comma.
  private static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10),\(tenths % 10)"
  }
}
