/// The draaiboek of one gathering: what the room does, from its first item to its last.
public struct RunSheet: Hashable, Sendable, Codable {
  /// What it is the run sheet of.
  public var gathering: Gathering
  /// The items in order, with their times worked out.
  public var items: [RunSheetItem]

  /// Makes a run sheet; the starts of the items follow from the gathering's start and their lengths.
  public init(gathering: Gathering, items: [RunSheetItem]) {
    self.gathering = gathering
    self.items = items.timed(from: gathering.start)
  }

  /// When the last item ends, in minutes after midnight; the start where there are no items.
  public var end: Int { items.last?.end ?? gathering.start }
}

extension [RunSheetItem] {
  /// The items with their starts worked out: one after the other, a skipped one without length, an anchored one at its
  /// anchor whatever comes before it.
  public func timed(from start: Int) -> [RunSheetItem] {
    var cursor = start
    return map { item in
      var item = item
      item.start = item.isSkipped ? cursor : item.anchor ?? cursor
      cursor = item.end
      return item
    }
  }
}
