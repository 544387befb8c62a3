extension SeatingRoom {
  /// What a duo or trio is worth: of two, the lower is better.
  private struct Strain: Comparable {
    /// How many need someone who shares their language and have nobody in it.
    var speechless = 0
    /// How many pairs in it share a group.
    var groups = 0
    /// How many pairs in it share an organisation.
    var organisations = 0

    static func < (left: Strain, right: Strain) -> Bool {
      (left.speechless, left.groups, left.organisations) < (right.speechless, right.groups, right.organisations)
    }

    static func + (left: Strain, right: Strain) -> Strain {
      Strain(
        speechless: left.speechless + right.speechless, groups: left.groups + right.groups,
        organisations: left.organisations + right.organisations)
    }
  }

  /// The people of a table in duos, and one trio where their number is odd: first with a shared language for who needs
  /// one, then across groups, then across organisations.
  ///
  /// All ways are tried: a table of 9 has 1,260.
  func duos(_ people: [Int]) -> [[Badge]] {
    var best: (duos: [[Int]], strain: Strain)?
    pair(people.sorted(), [], Strain(), &best)
    return (best?.duos ?? []).map { duo in duo.map { attendees[$0].badge }.sorted() }.sorted { $0[0] < $1[0] }
  }

  private func pair(
    _ left: [Int], _ duos: [[Int]], _ strain: Strain, _ best: inout (duos: [[Int]], strain: Strain)?
  ) {
    if let best, best.strain <= strain { return }
    guard left.count > 1, let first = left.first else {
      best = (left.isEmpty ? duos : duos + [left], strain)
      return
    }
    func go(on duo: [Int]) {
      pair(left.filter { !duo.contains($0) }, duos + [duo], strain + self.strain(of: duo), &best)
    }
    let others = left.dropFirst()
    // Where the number is odd the first is in the trio, or in a duo and the trio is among the rest.
    if left.count != 3 { for other in others { go(on: [first, other]) } }
    guard left.count % 2 == 1 else { return }
    for (offset, second) in others.enumerated() {
      for third in others.dropFirst(offset + 1) { go(on: [first, second, third]) }
    }
  }

  private func strain(of duo: [Int]) -> Strain {
    var strain = Strain()
    for (offset, one) in duo.enumerated() {
      strain.speechless += companions[one].count { companions in !duo.contains(where: companions.contains) }
      for other in duo[(offset + 1)...] {
        if sharesGroup(one, other) { strain.groups += 1 }
        if let organisation = organisations[one], organisation == organisations[other] { strain.organisations += 1 }
      }
    }
    return strain
  }

  /// Whether two people are in one group; who told none shares none.
  private func sharesGroup(_ one: Int, _ other: Int) -> Bool {
    !attendees[one].groups.isDisjoint(with: attendees[other].groups)
  }

  /// The duos of a table when someone joins: everybody keeps their partner.
  ///
  /// Who is alone gets a partner; the newcomer and the last of a trio become a duo; else a duo becomes a trio. Of several
  /// ways the best is taken.
  func joined(_ duos: [[Badge]], by newcomer: Badge) -> [[Badge]] {
    var ways: [(rank: Int, duos: [[Badge]])] = [(3, duos + [[newcomer]])]
    for (offset, duo) in duos.enumerated() {
      var next = duos
      if duo.count < 3 {
        next[offset] = duo + [newcomer]
        ways.append((duo.count == 1 ? 0 : 2, next))
      } else if let last = duo.last {
        next[offset] = Array(duo.dropLast())
        ways.append((1, next + [[last, newcomer]]))
      }
    }
    func strain(_ duos: [[Badge]]) -> Strain {
      duos.reduce(Strain()) { $0 + self.strain(of: $1.compactMap(index)) }
    }
    let best = ways.min { one, other in
      let (left, right) = (strain(one.duos), strain(other.duos))
      if left.speechless != right.speechless { return left.speechless < right.speechless }
      return one.rank != other.rank ? one.rank < other.rank : left < right
    }
    return best?.duos ?? duos
  }

  /// The duos of a table when someone leaves: who would be left alone joins the duo that suits best.
  func left(_ duos: [[Badge]], by leaver: Badge) -> [[Badge]] {
    guard let offset = duos.firstIndex(where: { $0.contains(leaver) }) else { return duos }
    var next = duos
    let rest = next.remove(at: offset).filter { $0 != leaver }
    if rest.count == 1, !next.isEmpty { return joined(next, by: rest[0]) }
    if !rest.isEmpty { next.insert(rest, at: offset) }
    return next
  }
}
