import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// `GET /api/candidates?kind=KIND&relation=RELATION&q=WORDS`: 200 with what a form of that kind may point to and whose label
/// holds all the words, for lists longer than a phone is sent; 422 for a kind or a relation that is not there.
struct FindCandidates {
  private static let limit = 30
  /// As many as are looked at in one go.
  private static let part = 120

  static func answer(_ call: Call) throws -> Answer {
    let room = try call.guest().room
    let query = call.request.head.query
    guard let kind = query.first("kind").flatMap(ContributionKind.init(rawValue:)),
      let relation = query.first("relation").flatMap(LinkRelation.init(rawValue:))
    else { throw Problem.fields(["kind": .unknownChoice]) }
    let kinds = relation.targets(from: kind).compactMap { ContributionKind(rawValue: $0.rawValue) }
    let found = try room.store.read { reader in
      try candidates(query.first("q") ?? "", Set(kinds), for: relation, reader).map(FieldView.Candidate.init)
    }
    return .response(try ViewJSON.response(["candidates": found]))
  }

  private static func candidates(
    _ typed: String, _ kinds: Set<ContributionKind>, for relation: LinkRelation, _ reader: Reader
  ) throws -> [Contribution] {
    let (words, filter) = (typed.plainWords, ContributionFilter(states: [.released], kinds: kinds))
    var (found, last): ([Contribution], Int64?) = ([], nil)
    while found.count < limit {
      let some = try reader.search(typed, in: filter, after: last, limit: part)
      found += some.filter {
        $0.may(.screen) && $0.headline.holds(words) && (relation != .meets || $0.pledgeKind == .request)
      }
      guard some.count == part else { break }
      last = some.last?.number
    }
    return Array(found.prefix(limit))
  }
}

extension String {
  /// Its words without capitals and accents, as the search takes them apart.
  fileprivate var plainWords: [String] {
    folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Whether each of the words begins a word of it: the search also looks in what the room does not see, and what it finds
  /// there must not tell that it is there.
  fileprivate func holds(_ words: [String]) -> Bool {
    let own = plainWords
    return words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
  }
}
