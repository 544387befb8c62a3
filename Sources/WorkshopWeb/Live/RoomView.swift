import Foundation
import HTTPServer
import Workshop

/// The room as every screen gets it.
struct RoomView: Encodable, Sendable {
  struct Item: Encodable, Sendable {
    let id: RunSheetItemID
    let title: String
    let phase: Phase
  }

  struct Timer: Encodable, Sendable {
    /// Seconds; screens count down by their own monotonic clock, since no two clocks in a room agree.
    let remaining: Double
    let total: Int
    let running: Bool
    let swap: Bool
  }

  let seq: Int64
  let revision: Int64
  let step: StepID?
  let item: Item?
  let scene: Scene
  let blank: Bool
  let timer: Timer?
  let dotsRevealed: Bool
  let stancesRevealed: Bool
  let closed: Bool
  let counts: [String: Int]

  init(
    _ state: RoomState, runSheet: [RunSheetItem], counts: [ContributionKind: Int], devices: Int, revision: Int64,
    sequence: Int64, now: Date
  ) {
    seq = sequence
    self.revision = revision
    step = state.step
    item = runSheet.first { $0.id == state.item }.map { Item(id: $0.id, title: $0.title, phase: $0.phase) }
    scene = state.scene
    blank = state.isBlank
    timer = state.timer.map {
      Timer(
        remaining: ($0.remaining(at: now) * 10).rounded() / 10, total: $0.total, running: $0.endsAt != nil,
        swap: $0.hasSwap)
    }
    dotsRevealed = state.areDotsRevealed
    stancesRevealed = state.areStancesRevealed
    closed = state.closedAt != nil
    var totals = ["devices": devices]
    for kind in ContributionKind.allCases { totals[kind.rawValue] = counts[kind] ?? 0 }
    self.counts = totals
  }

  private enum CodingKeys: String, CodingKey {
    case seq, revision, step, item, scene, blank, timer, dotsRevealed, stancesRevealed, closed, counts
  }

  /// Writes null where there is nothing, since a screen that merges states must see that it went away.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(seq, forKey: .seq)
    try container.encode(revision, forKey: .revision)
    try container.encode(step, forKey: .step)
    try container.encode(item, forKey: .item)
    try container.encode(scene, forKey: .scene)
    try container.encode(blank, forKey: .blank)
    try container.encode(timer, forKey: .timer)
    try container.encode(dotsRevealed, forKey: .dotsRevealed)
    try container.encode(stancesRevealed, forKey: .stancesRevealed)
    try container.encode(closed, forKey: .closed)
    try container.encode(counts, forKey: .counts)
  }

  /// The event that carries it.
  func event(id: Int64? = nil) throws -> ServerSentEvent {
    ServerSentEvent(id: id ?? seq, name: "room", data: try ViewJSON.bytes(self))
  }
}
