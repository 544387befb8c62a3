import Testing
import Workshop

@testable import WorkshopRehearsal

@Suite("The sample day's content")
struct SampleContentTests {
  private let content: SampleContent

  init() throws {
    content = try SampleContent.shipped()
  }

  @Test("Everything that is sent passes the forms of its step", arguments: [1, 24, 300])
  func valid(phones: Int) throws {
    let plan = try samplePlan(phones: phones)
    for contribution in plan.contributions.values.joined() {
      let submission = try Submission(
        json: try contribution.json(), hasPhoto: contribution.photo != nil, framework: .shipped)
      #expect(submission.id == contribution.id)
      #expect(submission.teller.consents == contribution.teller.consents)
    }
  }

  @Test("Every key that is pointed to is there, and may be pointed to")
  func references() throws {
    var known = Set(content.themes.map(\.key))
    let requests = Set(
      (content.contributions[.pledge] ?? []).filter { $0.body["pledgeKind"] == .text("vraag") && $0.isInTheRoom }.map(
        \.key))
    for kind in ContributionKind.allCases {
      for sample in content.contributions[kind] ?? [] {
        for field in FormDefinition.of(kind).fields {
          guard case .references = field.kind, case .list(let keys)? = sample.body[field.id] else { continue }
          // An offer meets a request, which is a pledge too.
          let before = field.id == "meets" ? requests : known
          #expect(before.isSuperset(of: keys), "\(sample.key): \(keys)")
        }
      }
      // A phone offers only what is released to the room.
      known.formUnion((content.contributions[kind] ?? []).filter { $0.isInTheRoom }.map(\.key))
    }
  }

  @Test("Themes hold stories and factors that are there, and merge into themes that are there")
  func themes() {
    let members = Set(
      ([.story, .successFactor] as [ContributionKind]).flatMap { content.contributions[$0] ?? [] }.map(\.key))
    for theme in content.themes {
      #expect(members.isSuperset(of: theme.members), "\(theme.key)")
      if let target = theme.mergedInto { #expect(content.themes.contains { $0.key == target }) }
    }
    #expect(content.themes.contains { $0.positiveCore == true })
  }

  @Test("Stories reach every building block, every group, several languages, routes and consents")
  func spread() {
    let stories = content.contributions[.story] ?? []
    let blocks = Set(
      stories.flatMap { story in if case .list(let ids)? = story.body["buildingBlocks"] { ids } else { [String]() } })
    #expect(blocks == Set(FrameworkContent.shipped.offered(.buildingBlocks).map(\.id)))
    #expect(
      Set(stories.flatMap(\.teller.groups)) == Set(FrameworkContent.shipped.offered(.stakeholderGroups).map(\.id)))
    #expect(Set(stories.map(\.language)) == [.dutch, .french, .arabic])
    #expect(Set(stories.map(\.route)) == [.phone, .scribe, .paper])
    #expect(Set(stories.map(\.teller.consents)).count >= 4)
    #expect(stories.contains { $0.isLate })
    #expect(stories.contains { $0.holdReason != nil })
  }

  @Test("No two of 300 phones tell the same", arguments: [ContributionKind.story, .successFactor, .dream, .evaluation])
  func unique(kind: ContributionKind) throws {
    let bodies = try samplePlan(phones: 300).contributions(kind).map(\.body)
    #expect(Set(bodies).count == bodies.count)
  }

  @Test("Drawings are small JPEGs")
  func drawings() throws {
    let photos = try samplePlan(phones: 24).contributions(.dream).compactMap(\.photo)
    #expect(photos.count == 5)
    for photo in photos {
      #expect(photo.starts(with: [0xFF, 0xD8, 0xFF]))
      #expect(photo.count < 30_000)
    }
  }
}

extension SampleContribution {
  fileprivate var isInTheRoom: Bool { holdReason == nil && teller.consents.contains(.screen) }
}

func samplePlan(phones: Int, seed: UInt64 = 1) throws -> DayPlan {
  let date = try #require(CalendarDate("2026-11-20"))
  var planner = DayPlanner(try .shipped(), phones: phones, seed: seed, date: date)
  return planner.plan()
}
