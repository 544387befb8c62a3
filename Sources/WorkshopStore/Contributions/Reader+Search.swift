import GRDB
public import Workshop

extension Reader {
  /// What holds all the words, each whole or only begun, capitals and accents aside; the newest first.
  ///
  /// "#12" is number 12, and a number alone is looked up as a number too. Words of one letter have to stand there as such:
  /// half of all that was told has a word that begins with it. The newest come first, as in every list of the console, so
  /// that a word everybody used costs no more than a rare one; with `number` the list goes on after that one.
  public func search(
    _ words: String, in filter: ContributionFilter = ContributionFilter(), after number: Int64? = nil, limit: Int = 50
  ) throws -> [Contribution] {
    let asked = SearchWords(words)
    let wanted = number == nil ? try asked.number.flatMap { try contribution(numbered: $0, filter) } : nil
    let numbered = [wanted].compactMap(\.self)
    guard !asked.isNumberOnly, let pattern = asked.pattern else { return numbered }
    let numbers = try Int64.fetchAll(
      db.cachedStatement(sql: Self.search(filter)),
      arguments: ["words": pattern, "after": number ?? .max, "limit": limit])
    let found = try contributions(numbered: numbers, .newestFirst)
    return Array((numbered + found.filter { one in !numbered.contains { $0.id == one.id } }).prefix(limit))
  }

  static func search(_ filter: ContributionFilter) -> String {
    """
    SELECT search.rowid FROM search CROSS JOIN contribution ON contribution.number = search.rowid
    WHERE search MATCH :words AND search.rowid < :after AND \(filter.condition)
    ORDER BY search.rowid DESC LIMIT :limit
    """
  }
}

/// What someone typed to search by.
struct SearchWords {
  /// The words, in the order they were typed.
  let words: [String]
  /// The number that was asked for, or nil.
  let number: Int64?
  /// Whether nothing but that number is meant.
  let isNumberOnly: Bool

  init(_ typed: String) {
    // As the index itself takes text apart: letters and digits make words, all else stands between them.
    words = typed.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let bare = typed.filter { !$0.isWhitespace }
    isNumberOnly = bare.hasPrefix("#") && words.count == 1 && Int64(words[0]) != nil
    number = words.count == 1 && (isNumberOnly || bare == words[0]) ? Int64(words[0]) : nil
  }

  /// The words as the index is asked for them, or nil where there is none.
  ///
  /// Each stands between quotes, so that nothing that was typed is taken for a command of the index.
  var pattern: String? {
    guard !words.isEmpty else { return nil }
    return words.map { $0.count > 1 ? "\"\($0)\"*" : "\"\($0)\"" }.joined(separator: " ")
  }
}
