import Workshop

/// What was heard, from whom, and what the room is asked because of it; the same for the console and the projector.
struct CoverageView: Encodable, Sendable {
  struct Group: Encodable, Sendable {
    let id: String
    let name: String
  }

  struct Row: Encodable, Sendable {
    let id: String
    let name: String
    let heard: Bool
    /// For each group in their order, whether it was heard; null while that is not told.
    let groups: [Bool]?
  }

  let groups: [Group]
  let rows: [Row]
  /// What was not heard yet, as questions to the room, what weighs most first.
  let questions: [String]
  /// Whether nothing is left to ask.
  let complete: Bool

  /// More questions than a room can take in.
  private static let questionLimit = 12

  init(_ coverage: Coverage, framework: FrameworkContent, words: Catalogue) {
    let blocks = framework.offered(.buildingBlocks).map(\.id)
    let offered = framework.offered(.stakeholderGroups).map(\.id)
    func name(_ block: String) -> String { framework.label(of: block, in: .buildingBlocks, words: words) }
    func groupName(_ group: String) -> String { framework.label(of: group, in: .stakeholderGroups, words: words) }
    let named = offered.filter(coverage.groups.contains)
    groups = named.map { Group(id: $0, name: groupName($0)) }
    rows = blocks.map { block in
      Row(
        id: block, name: name(block), heard: coverage.heard.contains(block),
        groups: coverage.byGroup[block].map { heard in named.map(heard.contains) })
    }
    let silences = coverage.silences(blocks: blocks, groups: offered)
    questions = silences.prefix(Self.questionLimit).map { silence in
      switch silence {
      case .block(let block): words("coverage.questions.block", ["block": name(block)])
      case .group(let group): words("coverage.questions.group", ["group": groupName(group)])
      case .pair(let group, let block):
        words("coverage.questions.pair", ["group": groupName(group), "block": name(block)])
      }
    }
    complete = silences.isEmpty
  }
}
