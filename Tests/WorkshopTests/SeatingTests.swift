import Testing

@testable import Workshop

@Suite("Tables and duos")
struct SeatingTests {
  /// A room drawn at random: groups of unlike sizes, some people in two, some organisations, some who told nothing.
  private func sample(_ people: Int, seed: UInt64) -> [Attendee] {
    var random = SplitMix64(seed: seed)
    let groups = ["ouder", "ouder", "ouder", "partner", "partner", "kind", "vrijwilliger", "beleid"]
    return (1...people).compactMap { number in
      guard let badge = Badge(number) else { return nil }
      var attendee = Attendee(badge, groups: [groups[random.below(groups.count)]])
      if random.below(6) == 0 { attendee.groups.insert(groups[random.below(groups.count)]) }
      if random.below(12) == 0 { attendee.groups = [] }
      if attendee.groups.contains("partner") { attendee.organisation = "Dienst \(random.below(5))" }
      if random.below(10) == 0 { attendee.languages = [.ukrainian] }
      return attendee
    }
  }

  private func badges(_ numbers: Int...) -> [Badge] { numbers.compactMap { Badge($0) } }

  private func wish(_ kind: SeatingWish.Kind, _ numbers: Int...) throws -> SeatingWish {
    try #require(SeatingWish(kind, numbers.compactMap { Badge($0) }))
  }

  private func random(_ room: SeatingRoom, seed: UInt64) throws -> Seating {
    var (random, left) = (SplitMix64(seed: seed), room.attendees.map(\.badge))
    random.shuffle(&left)
    let sizes = try #require(TableSizes.sizes(for: left.count))
    return Seating(
      tables: sizes.enumerated().map { offset, size in
        defer { left.removeFirst(size) }
        return Seating.Table(number: offset + 1, duos: [Array(left.prefix(size))])
      })
  }

  @Test("A badge is a plain number, however it is typed, and nothing else")
  func badge() {
    for typed in ["12", " 012 ", "#12"] { #expect(Badge(typed)?.number == 12) }
    for typed in ["", "0", "10000", "-3", "12a", "twaalf", "１２", "1 2", "<b>"] { #expect(Badge(typed) == nil) }
  }

  @Test("Everybody gets exactly one seat, whoever they are and however many", arguments: Array(1...45) + [60, 77, 101])
  func everybodySits(people: Int) throws {
    let room = SeatingRoom(sample(people, seed: UInt64(people)))
    let seating = try room.propose(tables: nil, seed: 3, steps: 300)
    #expect(seating.badges == room.attendees.map(\.badge))
    let sizes = seating.tables.map(\.size)
    #expect(sizes == TableSizes.sizes(for: people))
    #expect(seating.tables.map(\.number) == Array(1...seating.tables.count))
    for table in seating.tables {
      #expect(table.duos.count { $0.count == 3 } == (table.size > 1 ? table.size % 2 : 0))
      #expect(table.duos.allSatisfy { $0.count == 2 || $0.count == 3 || table.size == 1 })
    }
  }

  @Test("Tables have 6 to 8 seats where the number allows, and what is nearest where it does not")
  func sizes() {
    for people in 6...600 where ![9, 10, 11, 17].contains(people) {
      let sizes = TableSizes.sizes(for: people) ?? []
      #expect(sizes.allSatisfy(TableSizes.wanted.contains) && sizes.reduce(0, +) == people)
      #expect(sizes.count { $0 % 2 == 1 } == people % 2)
    }
    let odd = [1: [1], 2: [2], 3: [3], 4: [4], 5: [5], 9: [9], 10: [5, 5], 11: [6, 5], 17: [6, 6, 5]]
    for (people, sizes) in odd { #expect(TableSizes.sizes(for: people) == sizes) }
    #expect(TableSizes.sizes(for: 0) == [])
    #expect(TableSizes.sizes(for: 24) == [6, 6, 6, 6])
    #expect(TableSizes.sizes(for: 24, tables: 3) == [8, 8, 8])
    #expect(TableSizes.sizes(for: 24, tables: 2) == nil)
    for people in 1...300 {
      for tables in TableSizes.counts(for: people) {
        #expect(TableSizes.sizes(for: people, tables: tables)?.reduce(0, +) == people)
      }
    }
  }

  @Test("The same seed gives the same seating, another seed another")
  func seeds() throws {
    let room = SeatingRoom(sample(40, seed: 1))
    let first = try room.propose(tables: nil, seed: 5, steps: 2_000)
    #expect(try room.propose(tables: nil, seed: 5, steps: 2_000) == first)
    #expect(try room.propose(tables: nil, seed: 6, steps: 2_000) != first)
  }

  @Test("The objective is half the sum of what a table's shares differ from the room's, averaged over the tables")
  func objective() throws {
    let people = (1...12).compactMap { number in
      Badge(number).map { Attendee($0, groups: [number <= 6 ? "ouder" : "partner"]) }
    }
    let room = SeatingRoom(people)
    let apart = Seating(
      tables: [
        .init(number: 1, duos: [badges(1, 2, 3, 4, 5, 6)]), .init(number: 2, duos: [badges(7, 8, 9, 10, 11, 12)]),
        .init(number: 3, duos: []),
      ])
    #expect(room.measure(apart).objective == 0.5)
    #expect(room.measure(try room.swapping(badges(1)[0], badges(7)[0], in: apart)).objective == 1.0 / 3)
    #expect(room.measure(try room.propose()).objective == 0)
    #expect(room.measure(apart).tables[0].groups == ["ouder": 6])
    #expect(room.measure(Seating()).objective == 0)
  }

  @Test("Someone in several groups counts for a part in each, who told none is of a group of their own")
  func severalGroups() throws {
    var people = sample(3, seed: 1)
    people[0].groups = ["ouder", "partner", "vrijwilliger"]
    people[1].groups = ["ouder", "partner"]
    people[2].groups = []
    let room = SeatingRoom(people)
    #expect(room.unit == 6)
    #expect(room.groups == ["ouder", "partner", "vrijwilliger", ""])
    #expect(room.totals == [5, 5, 2, 6])
    #expect(room.mix[""] == 1)
  }

  @Test("What the search counts as it goes is what counting anew gives", arguments: [1, 2, 3, 4, 5] as [UInt64])
  func incremental(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let wishes = try [wish(.together, 3, 9, 12), wish(.apart, 1, 5), wish(.shareLanguage, 2), wish(.together, 20, 21)]
    let room = SeatingRoom(sample(31, seed: seed), wishes: wishes)
    let sizes = try #require(TableSizes.sizes(for: 31))
    var search = try #require(SeatingSearch.started(room, sizes: sizes, isTight: false, random: &random))
    _ = search.walk(steps: 500, memory: 20, random: &random)
    let anew = sizes.indices.reduce(SeatingCost()) { $0 + room.cost(Array(search.members(of: $1))) }
    #expect(search.total == anew)
    for block in room.blocks { #expect(Set(block.map { search.tables[$0] }).count == 1) }
  }

  @Test("The mix is better than chance by far, and never worse than where the search began")
  func betterThanChance() throws {
    for (people, seed) in [(20, 1), (48, 2), (100, 3)] as [(Int, UInt64)] {
      let room = SeatingRoom(sample(people, seed: seed))
      let ours = room.measure(try room.propose(tables: nil, seed: 1, steps: 4_000)).objective
      let chance = try (1...20).reduce(0.0) { $0 + room.measure(try random(room, seed: $1)).objective } / 20
      #expect(ours < chance * 0.65)
    }
  }

  @Test("Organisations are spread where it costs nothing of the mix")
  func organisations() throws {
    let people = (1...24).compactMap { number in
      Badge(number).map {
        Attendee(
          $0, groups: [number <= 12 ? "ouder" : "partner"], organisation: number > 12 ? "Dienst \(number % 3)" : "")
      }
    }
    let measure = SeatingRoom(people).measure(try SeatingRoom(people).propose(tables: 4, seed: 1, steps: 3_000))
    #expect(measure.objective == 0)
    #expect(measure.tables.map(\.sameOrganisation) == [0, 0, 0, 0])
  }

  @Test("One organisation is one, with capitals and dots or without")
  func organisationNames() {
    var people = sample(3, seed: 1)
    (people[0].organisation, people[1].organisation, people[2].organisation) = (
      "O.C.M.W. Duffel", "o c m w duffel", "OCMW"
    )
    #expect(SeatingRoom(people).organisationCount == 2)
  }

  @Test("Wishes that can be kept are kept", arguments: Array(1...25) as [UInt64])
  func wishesKept(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let people = 14 + random.below(40)
    var order = Array(1...people)
    random.shuffle(&order)
    var wishes = try [wish(.together, order[0], order[1]), wish(.together, order[1], order[2])]
    for offset in 0..<6 { wishes.append(try wish(.apart, order[offset], order[offset + 6])) }
    wishes.append(try wish(.shareLanguage, order[12], order[13]))
    let room = SeatingRoom(sample(people, seed: seed), wishes: wishes)
    let seating = try room.propose(tables: nil, seed: seed, steps: 2_000)
    #expect(room.broken(in: seating).isEmpty)
    let tables = seating.tableOfBadge
    for wish in wishes where wish.kind == .together {
      #expect(Set(wish.badges.map { tables[$0] }).count == 1)
    }
    for wish in wishes where wish.kind == .apart { #expect(Set(wish.badges.map { tables[$0] }).count == 2) }
  }

  @Test("Who needs an interpreter is in a duo with one, or with someone who speaks the language")
  func interpreter() throws {
    var people = sample(16, seed: 4)
    for index in people.indices { people[index].languages = [.dutch] }
    people[0].languages = [.ukrainian]
    people[1].languages = [.arabic]
    people[2].languages = [.arabic]
    let wishes = try [wish(.shareLanguage, 1, 9), wish(.shareLanguage, 2)]
    let room = SeatingRoom(people, wishes: wishes)
    let seating = try room.propose(tables: nil, seed: 1, steps: 1_000)
    #expect(seating.place(of: badges(1)[0])?.partners.contains(badges(9)[0]) == true)
    #expect(seating.place(of: badges(2)[0])?.partners.contains(badges(3)[0]) == true)
  }

  @Test("A wish that contradicts earlier ones is found before anybody is there")
  func contradictions() throws {
    let (pair, more, opposite) = (try wish(.together, 1, 2), try wish(.together, 2, 3), try wish(.apart, 1, 3))
    let other = try wish(.together, 4, 5)
    #expect(SeatingConflict.first(in: [pair, more, other]) == nil)
    #expect(SeatingConflict.first(in: [pair, opposite, other]) == nil)
    #expect(SeatingConflict.first(in: [pair, other, opposite, more])?.wishes == [pair, opposite, more])
    #expect(SeatingConflict.first(in: [other, pair, more, opposite])?.wishes == [pair, more, opposite])
  }

  @Test("Wishes that exclude each other are named, and nothing is proposed")
  func conflicts() throws {
    func reasons(_ wishes: [SeatingWish], people: Int = 16) -> [SeatingConflict] {
      do {
        _ = try SeatingRoom(sample(people, seed: 2), wishes: wishes).propose(tables: nil, seed: 1, steps: 200)
        return []
      } catch {
        guard case .conflicts(let conflicts) = error else { return [] }
        return conflicts
      }
    }
    let (chain, more) = (try wish(.together, 1, 2), try wish(.together, 2, 3))
    let opposite = try wish(.apart, 1, 3)
    #expect(
      reasons([chain, more, opposite])
        == [SeatingConflict(reason: .togetherAndApart, wishes: [chain, more, opposite])])
    let crowd = try #require(SeatingWish(.together, (1...9).compactMap { Badge($0) }))
    #expect(reasons([crowd]) == [SeatingConflict(reason: .tooManyTogether, wishes: [crowd])])
    let three = try wish(.apart, 4, 5, 6)
    #expect(reasons([three]) == [SeatingConflict(reason: .notFound, wishes: [three])])
    let absent = try wish(.apart, 4, 400)
    #expect(reasons([absent]).isEmpty)
    var alone = sample(8, seed: 2)
    for index in alone.indices { alone[index].languages = index == 0 ? [.turkish] : [.dutch] }
    let mute = try wish(.shareLanguage, 1)
    #expect(throws: SeatingComplaint.conflicts([SeatingConflict(reason: .nobodyShares, wishes: [mute])])) {
      try SeatingRoom(alone, wishes: [mute]).propose()
    }
  }

  @Test("Nobody at all, or a number of tables that does not work, is said")
  func refused() {
    #expect(throws: SeatingComplaint.nobody) { try SeatingRoom([]).propose() }
    #expect(throws: SeatingComplaint.tableCount(3...4)) { try SeatingRoom(sample(20, seed: 1)).propose(tables: 2) }
  }

  @Test("Duos go across groups and organisations wherever the table allows")
  func duos() throws {
    let people = (1...8).compactMap { number in
      Badge(number).map {
        Attendee($0, groups: [number <= 4 ? "ouder" : "partner"], organisation: number % 4 < 2 ? "OCMW" : "School")
      }
    }
    let seating = try SeatingRoom(people).propose()
    for duo in seating.tables[0].duos {
      let pair = duo.compactMap { badge in people.first { $0.badge == badge } }
      #expect(Set(pair.flatMap(\.groups)).count == 2)
      #expect(Set(pair.map(\.organisation)).count == 2)
    }
  }

  @Test("Who comes late gets a seat at the best table; nobody else moves, and duos stay")
  func late() throws {
    let everybody = sample(52, seed: 8)
    let wishes = try [wish(.apart, 50, 1), wish(.together, 51, 2), wish(.shareLanguage, 52, 3)]
    let present = SeatingRoom(Array(everybody.prefix(49)), wishes: wishes)
    var seating = try present.propose(tables: nil, seed: 1, steps: 2_000)
    for number in 50...52 {
      let room = SeatingRoom(Array(everybody.prefix(number)), wishes: wishes, seating: seating)
      let badge = badges(number)[0]
      let before = seating
      seating = try room.placing(badge, in: seating)
      #expect(room.broken(in: seating).isEmpty)
      let chosen = try #require(seating.place(of: badge)?.table)
      for other in before.badges {
        #expect(before.place(of: other)?.table == seating.place(of: other)?.table)
        if seating.place(of: other)?.table != chosen {
          #expect(before.place(of: other)?.partners == seating.place(of: other)?.partners)
        }
      }
      #expect(seating.tables.allSatisfy { $0.size <= 9 })
      #expect(try room.placing(badge, in: seating) == seating)
    }
    #expect(seating.tables.flatMap(\.duos).allSatisfy { (2...3).contains($0.count) })
  }

  @Test("Two late arrivals at one table are a trio first, then a duo of their own")
  func lateDuo() throws {
    let room = SeatingRoom(sample(8, seed: 1))
    let duos = [badges(1, 2), badges(3, 4), badges(5, 6)]
    let once = room.joined(duos, by: badges(7)[0])
    let twice = room.joined(once, by: badges(8)[0])
    #expect(once.map(\.count).sorted() == [2, 2, 3])
    #expect(twice.contains(badges(7, 8)) && Set(twice).isSuperset(of: duos))
    #expect(room.left(twice, by: badges(8)[0]).map(\.count).sorted() == [2, 2, 3])
    #expect(room.left([badges(1, 2)], by: badges(2)[0]) == [badges(1)])
    #expect(room.joined([badges(1)], by: badges(2)[0]) == [badges(1, 2)])
  }

  @Test("A full room says so")
  func full() throws {
    let room = SeatingRoom(sample(19, seed: 1))
    let seating = Seating(
      tables: [
        .init(number: 1, duos: [(1...9).compactMap { Badge($0) }]),
        .init(number: 2, duos: [(10...18).compactMap { Badge($0) }]),
      ])
    #expect(throws: SeatingComplaint.full) { try room.placing(badges(19)[0], in: seating) }
    #expect(throws: SeatingComplaint.unknown) { try room.placing(badges(20)[0], in: seating) }
    #expect(try room.moving(badges(19)[0], to: 2, in: seating).tables[1].size == 10)
  }

  @Test("Moving and swapping by hand change two tables only, and the broken wishes are told")
  func byHand() throws {
    let apart = try wish(.apart, 1, 2)
    let room = SeatingRoom(sample(24, seed: 5), wishes: [apart])
    let seating = try room.propose(tables: nil, seed: 1, steps: 500)
    let (here, there) = (seating.place(of: badges(1)[0])?.table, seating.place(of: badges(2)[0])?.table)
    let moved = try room.moving(badges(1)[0], to: try #require(there), in: seating)
    #expect(room.measure(moved).broken == [apart])
    #expect(moved.badges == seating.badges)
    for (before, after) in zip(seating.tables, moved.tables) where before.number != here && before.number != there {
      #expect(before == after)
    }
    let swapped = try room.swapping(badges(1)[0], badges(2)[0], in: seating)
    #expect(swapped.place(of: badges(1)[0])?.table == there && swapped.place(of: badges(2)[0])?.table == here)
    #expect(room.measure(swapped).broken.isEmpty)
    #expect(throws: SeatingComplaint.unknown) { try room.moving(badges(1)[0], to: 99, in: seating) }
    #expect(throws: SeatingComplaint.unknown) { try room.swapping(badges(1)[0], badges(99)[0], in: seating) }
  }

  @Test("Badges handed out before the day do not tell a group by their number")
  func expected() {
    let attendees = Attendee.expected(["ouder": 30, "partner": 20, "kind": 0, "beleid": -1], seed: 7)
    #expect(attendees.map(\.badge.number) == Array(1...50))
    let parents = attendees.filter { $0.groups == ["ouder"] }.map(\.badge.number)
    #expect(parents.count == 30)
    #expect(parents != Array(1...30) && parents != Array(21...50))
  }

  @Test("Two phones with one badge are one person")
  func doubleBadge() throws {
    let badge = badges(7)[0]
    let room = SeatingRoom([
      Attendee(badge, groups: ["ouder"]), Attendee(badge, groups: ["kind"], organisation: "Chiro"),
    ])
    #expect(room.attendees == [Attendee(badge, groups: ["ouder", "kind"], organisation: "Chiro")])
  }

  @Test("A plan made beforehand takes what people told once they are there, and knows who came late")
  func plan() throws {
    var plan = SeatingPlan(seed: 3)
    plan.expected = ["ouder": 6, "partner": 6]
    plan.seating = try plan.room([]).propose()
    #expect(plan.handouts["ouder"]?.count == 6 && plan.handouts["partner"]?.count == 6)
    let parent = try #require(plan.handouts["ouder"]?.first)
    let present = [Attendee(parent, groups: ["beleid"])] + badges(40).map { Attendee($0, groups: ["kind"]) }
    let room = plan.room(present)
    #expect(room.mix == ["beleid": 1, "kind": 1, "ouder": 5, "partner": 6])
    #expect(plan.late(present) == badges(40))
    #expect(plan.room([Attendee(parent)]).mix["ouder"] == 6)
  }
}
