public import struct Foundation.Date

/// "Doen naar ontwerpteam" (DOMAIN): the day ran out before Doen, and the ontwerpteam takes the proposals from there.
public struct HandOver: Hashable, Sendable, Codable {
  /// When it was decided.
  public var at: Date
  /// The items of the draaiboek that were skipped for it, so that it can be taken back.
  public var skipped: [RunSheetItemID]

  /// Describes a decision.
  public init(at: Date, skipped: [RunSheetItemID]) {
    (self.at, self.skipped) = (at, skipped)
  }
}

extension [RunSheetItem] {
  /// What of Doen did not begin yet: what handing it over leaves out.
  public var destinyAhead: [RunSheetItem] {
    filter { item in
      item.step.flatMap { StepDefinition.shipped($0) }?.activity == .teams && item.actualStart == nil && !item.isSkipped
    }
  }
}
