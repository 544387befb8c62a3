import HTTPServer
import Workshop
import WorkshopStore

/// `GET /api/table-stories`: 200 with the stories a table can tie its success factors to, its own first, and how many
/// factors it wrote.
///
/// Read is only what the room may see or this very phone sent; another story of the table is a number.
struct ShowTableStories {
  struct Story: Encodable, Sendable {
    let id: ContributionID
    let number: Int64
    /// Whether it was told at this table or on this phone.
    let isHere: Bool
    /// Null where it may not be read here.
    @OrNull var title: String?
    @OrNull var text: String?
    @OrNull var quote: String?
  }

  private struct View: Encodable {
    let stories: [Story]
    let factors: Int
    let least: Int
    let most: Int
  }

  /// As many of other tables as a phone's list can hold.
  private static let otherLimit = 200
  /// So much that a table knows which story it is.
  private static let textLimit = 300

  static func answer(_ call: Call) throws -> Answer {
    let guest = try call.guest()
    let view = try guest.room.store.read { reader in
      let table = try reader.isCheckedIn(guest.session) ? guest.session.checkIn.table : ""
      let harvest = try reader.tableHarvest(at: table, owner: guest.owner)
      let here = Set(harvest.stories.map(\.id))
      let others = try reader.shownContributions(.story, newest: otherLimit).filter { !here.contains($0.id) }
      return View(
        stories: harvest.stories.map {
          story($0, isHere: true, isReadable: harvest.own.contains($0.id) || $0.may(.screen))
        } + others.map { story($0, isHere: false, isReadable: true) },
        factors: harvest.factorCount, least: FormDefinition.factorsPerTable.lowerBound,
        most: FormDefinition.factorsPerTable.upperBound)
    }
    return .response(try ViewJSON.response(view))
  }

  private static func story(_ story: Contribution, isHere: Bool, isReadable: Bool) -> Story {
    let quote = story.text("quote")
    return Story(
      id: story.id, number: story.number, isHere: isHere, title: isReadable ? story.headline : nil,
      text: isReadable ? String(story.text("whatHappened").prefix(textLimit)) : nil,
      quote: isReadable && !quote.isEmpty ? quote : nil)
  }
}
