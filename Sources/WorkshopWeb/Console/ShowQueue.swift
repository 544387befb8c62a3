import HTTPServer
import Workshop
import WorkshopStore

/// What a moderator asked to see, in the words of an address.
struct QueueFilter {
  /// What the queue opens with: all that waits, oldest first, so that nobody waits long.
  static let opening = ContributionFilter(states: [.waiting])

  let filter: ContributionFilter
  let order: ListOrder
  /// What was typed to search by; empty for everything.
  let words: String
  /// The number after which it goes on.
  let after: Int64?

  /// `?state=waiting|released|held|merged|all&kind=&q=&after=`; throws `Problem` with the fields that are not known.
  init(_ query: HTTPQuery) throws {
    let (state, kind) = (query.first("state") ?? ContributionState.waiting.rawValue, query.first("kind") ?? "")
    var filter = ContributionFilter()
    if state != "all" {
      guard let one = ContributionState(rawValue: state), one != .withdrawn else {
        throw Problem.fields(["state": .unknownChoice])
      }
      filter.states = [one]
    }
    if !kind.isEmpty {
      guard let one = ContributionKind(rawValue: kind) else { throw Problem.fields(["kind": .unknownChoice]) }
      filter.kinds = [one]
    }
    self.filter = filter
    words = try query.searchedWords()
    after = try query.number("after")
    // All else is newest first: what was decided last is what is looked up.
    order = state == ContributionState.waiting.rawValue && words.isEmpty ? .oldestFirst : .newestFirst
  }
}

/// A part of the queue.
struct QueuePage: Encodable, Sendable {
  /// How many come at once.
  static let size = 60

  /// The place in the journal that it was read at: what the stream tells later is newer.
  let seq: Int64
  let entries: [EntryView]
  /// Whether more follow.
  let more: Bool
}

/// `GET …/contributions?state=&kind=&after=&q=`: 200 with a part of the queue, or of what a search finds.
///
/// What waits comes oldest first, all else newest first, 60 at once, from the one after the number `after` on. 422 for a
/// state or a kind that is not there, or a number that is none. What is kept for the confidant is never found.
struct ShowQueue {
  static func answer(_ call: Call) throws -> Answer {
    let (room, asked) = (try call.room(), try QueueFilter(call.request.head.query))
    let page = try room.store.read { reader in
      let views = try Views(room: room, reader: reader)
      // One more than is shown tells whether more follow.
      let found =
        asked.words.isEmpty
        ? try reader.contributions(asked.filter, asked.order, after: asked.after, limit: QueuePage.size + 1)
        : try reader.search(asked.words, in: asked.filter, after: asked.after, limit: QueuePage.size + 1)
      return QueuePage(
        seq: try reader.lastSequence(), entries: try found.prefix(QueuePage.size).map(views.entry),
        more: found.count > QueuePage.size)
    }
    return .response(try ViewJSON.response(page))
  }
}

/// `GET …/contributions/ID`: 200 with one contribution whole, 404 where there is none that a moderator may find.
struct ShowEntry {
  static func answer(_ call: Call) throws -> Answer {
    let (room, id): (LiveRoom, ContributionID) = (try call.room(), try call.id("id"))
    let entry = try room.store.read { reader -> EntryView? in
      guard let found = try reader.contribution(id), found.state != .withdrawn, found.holdGround != .confidant else {
        return nil
      }
      return try Views(room: room, reader: reader).entry(found)
    }
    guard let entry else { throw Problem.notFound }
    return .response(try ViewJSON.response(entry))
  }
}

extension HTTPQuery {
  /// The most characters of what is searched by.
  private static let longestSearch = 200

  /// What was typed to search by; empty where nothing was.
  func searchedWords() throws -> String {
    let words = (first("q") ?? "").trimmingSpaces()
    guard words.count <= Self.longestSearch else {
      throw Problem.fields(["q": .tooLong(limit: Self.longestSearch, actual: words.count)])
    }
    return words
  }

  /// A number, or nil where none is named.
  func number(_ name: String) throws -> Int64? {
    guard let text = first(name), !text.isEmpty else { return nil }
    guard let number = Int64(text) else { throw Problem.fields([name: .unknownReference]) }
    return number
  }
}
