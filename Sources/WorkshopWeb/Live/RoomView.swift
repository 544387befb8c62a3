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
    /// When an interview goes from telling to writing and on; none where the open step has no interview to write down.
    let moments: [InterviewMoment]
  }

  let seq: Int64
  let revision: Int64
  @OrNull var step: StepID?
  @OrNull var item: Item?
  let scene: Scene
  /// Who is interviewed in the open step; grown-ups where none is open.
  let interview: InterviewGuide
  let blank: Bool
  @OrNull var timer: Timer?
  let dotsRevealed: Bool
  let stancesRevealed: Bool
  /// The steps whose free text is released as it comes in.
  let releasesAtOnce: [StepID]
  let closed: Bool
  /// Whether Doen goes to the ontwerpteam.
  let handedOver: Bool
  /// What the room could see a moment ago and may not any more: a phone drops it at once, and need not ask.
  let gone: [String]
  /// Whether everybody who tells may be a minor, so that a guardian's consent is asked of each.
  let asksGuardian: Bool
  /// Changes whenever who sits where has to be fetched again; null while that is not shown.
  @OrNull var seating: String?
  /// On which building block people want to work.
  let design: DesignView
  /// Whether the coordination role scan is shown to the room.
  let scanRevealed: Bool
  let counts: [String: Int]

  init(
    _ state: RoomState, sheet: RunSheet?, counts: [ContributionKind: Int], seating: String?, people: [String: Int],
    devices: Int, revision: Int64, gone: [String], sequence: Int64, now: Date
  ) {
    seq = sequence
    self.revision = revision
    step = state.step
    item = sheet?.items.first { $0.id == state.item }.map { Item(id: $0.id, title: $0.title, phase: $0.phase) }
    scene = state.scene
    let held = state.step.flatMap { StepDefinition.shipped($0) }?.interview
    interview = held ?? .adults
    blank = state.isBlank
    timer = state.timer.map {
      Timer(
        remaining: ($0.remaining(at: now) * 10).rounded() / 10, total: $0.total, running: $0.endsAt != nil,
        swap: $0.hasSwap, moments: held == .adults ? $0.interviewMoments : [])
    }
    dotsRevealed = state.areDotsRevealed
    stancesRevealed = state.areStancesRevealed
    releasesAtOnce = (state.releasesAtOnce ?? []).sorted()
    closed = state.closedAt != nil
    // The opvolgmoment, months later, is a room of its own.
    handedOver = state.handOver != nil && sheet?.gathering.kind ?? .workday == .workday
    self.gone = gone
    asksGuardian = sheet?.gathering.asksGuardian ?? false
    self.seating = seating
    design = DesignView(
      DesignGroups(people: people, limit: state.designGroupLimit, opened: state.openedBuildingBlocks ?? []))
    scanRevealed = state.revealedScan != nil
    var totals = ["devices": devices]
    for kind in ContributionKind.allCases { totals[kind.rawValue] = counts[kind] ?? 0 }
    self.counts = totals
  }

  /// The event that carries it.
  func event(id: Int64? = nil) throws -> ServerSentEvent {
    ServerSentEvent(id: id ?? seq, name: "room", data: try ViewJSON.bytes(self))
  }
}
