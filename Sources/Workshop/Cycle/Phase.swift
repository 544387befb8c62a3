/// The phases of the 4-D cycle, with Dutch labels in the catalogue (`phases.…`).
public enum Phase: String, CaseIterable, Sendable, Codable {
  /// Before and around the cycle: welcome, breaks, closing.
  case frame = "kader"
  /// Discover: what already goes well.
  case discover = "ontdekken"
  /// Dream: what it looks like when every family feels at home.
  case dream = "dromen"
  /// Design: proposals that rest on what was found.
  case design = "ontwerpen"
  /// Destiny: actions and pledges.
  case destiny = "doen"
}
