import Workshop

/// Head counts per stakeholder group, told only where they give nobody away (QUALITY: from 10 people up, complement too).
struct GroupCounts: Hashable, Sendable {
  /// The counts that may be told.
  let shown: [String: Int]
  /// Whether anything is kept back.
  let hidesSome: Bool

  /// Decides what may be told.
  ///
  /// A group is kept back when it, or everybody else, is a small group. When the groups kept back are together so few
  /// that subtraction would give them away, the smallest group that was still shown is kept back with them, until
  /// nothing can be worked out.
  init(_ counts: [String: Int], total: Int, threshold: Int = SmallGroup.inExports) {
    let present = counts.filter { $0.value > 0 }
    var shown = present.filter { _, count in
      count >= threshold && (total - count <= 0 || total - count >= threshold)
    }
    var hidden = present.filter { shown[$0.key] == nil }.values.reduce(0, +)
    while hidden > 0, hidden < threshold, let smallest = shown.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
      shown[smallest.key] = nil
      hidden += smallest.value
    }
    self.shown = shown
    hidesSome = shown.count < present.count
  }
}
