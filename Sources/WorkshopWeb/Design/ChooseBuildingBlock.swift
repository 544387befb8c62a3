import HTTPServer
import Workshop
import WorkshopStore

/// `PUT /api/design-choice` with `{"person","buildingBlock"}`: 200 with the choice.
///
/// 409 `blockFull` where the building block has no room, with those that have; 409 `closed` once the day is closed; 422
/// for a building block that is not offered.
struct ChooseBuildingBlock {
  private struct Body: PersonalBody {
    let person: Int?
    let buildingBlock: String
  }

  static func answer(_ call: Call) throws -> Answer {
    let choice = try PersonalChoice<Body>(call)
    let (body, voter) = (choice.body, choice.voter)
    let framework = choice.guest.room.framework
    guard framework.offered(.buildingBlocks).contains(where: { $0.id == body.buildingBlock }) else {
      throw Problem.fields(["buildingBlock": .unknownChoice])
    }
    let words = call.words
    return choice.keep(
      { try $0.choose(body.buildingBlock, by: voter) },
      refused: { error -> any Error in Problem.full(error, framework, words) ?? error },
      view: { _ in DesignChoiceView(person: voter.person, buildingBlock: body.buildingBlock) })
  }
}

extension Problem {
  /// That a building block is full, with the ones that still have room, in words; nil for any other error.
  fileprivate static func full(_ error: StoreError, _ framework: FrameworkContent, _ words: Catalogue) -> Problem? {
    guard case .full(let groups) = error.cause else { return nil }
    func name(_ id: String) -> String { "‘\(framework.label(of: id, in: .buildingBlocks, words: words))’" }
    let others = framework.offered(.buildingBlocks).map(\.id).filter { !groups.isFull($0) }
    var problem = Problem(name: "blockFull", status: .conflict, current: DesignView(groups))
    if others.isEmpty {
      problem.detail = "none"
    } else {
      problem.values = ["block": name(error.subject), "others": others.map(name).joined(separator: ", ")]
    }
    return problem
  }
}

/// What one person on a device chose to work on.
struct DesignChoiceView: Encodable, Sendable {
  let person: Int
  let buildingBlock: String
}

/// On which building block people want to work: totals, the same for phones, projector and console.
struct DesignView: Encodable, Sendable {
  @OrNull var limit: Int?
  let people: [String: Int]
  let full: [String]
  let opened: [String]

  init(_ groups: DesignGroups) {
    limit = groups.limit
    people = groups.people
    full = groups.people.keys.filter(groups.isFull).sorted()
    opened = groups.opened.sorted()
  }
}
