/// The last events of a channel, numbered from 0 in the order of publishing.
struct EventRing {
  private var slots: [EncodedEvent?]
  /// The number the next event gets.
  private(set) var end = 0
  /// The greatest id that is no longer here; every event above it is.
  private(set) var floor: Int64
  /// The greatest id published.
  private(set) var latestID: Int64

  init(capacity: Int, startingAfter id: Int64) {
    slots = Array(repeating: nil, count: max(1, capacity))
    floor = id
    latestID = id
  }

  /// The number of the oldest event here; `end` where there is none.
  var start: Int { max(0, end - slots.count) }

  /// The event of a number from `start` up to, not including, `end`.
  subscript(number: Int) -> EncodedEvent? {
    number >= start && number < end ? slots[number % slots.count] : nil
  }

  mutating func append(_ event: EncodedEvent) {
    let slot = end % slots.count
    if let evicted = slots[slot]?.id { floor = max(floor, evicted) }
    slots[slot] = event
    end += 1
    if let id = event.id { latestID = max(latestID, id) }
  }

  /// The number of the oldest event here whose id is above this one; `end` where there is none.
  func firstNumber(after id: Int64) -> Int {
    (start..<end).first { (self[$0]?.id ?? .min) > id } ?? end
  }
}
