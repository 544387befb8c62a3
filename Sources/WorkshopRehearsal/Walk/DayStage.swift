public import Workshop

/// Where a planned day is played: over HTTP with simulated phones, or straight into a file.
public protocol DayStage: Sendable {
  /// Lets everybody in and checks them in.
  func welcome(_ phones: [PlannedPhone]) async throws
  /// Opens an item of the draaiboek; the one before it ends.
  func open(_ item: RunSheetItem) async throws
  /// Sends contributions from the phones they are planned for.
  func submit(_ contributions: [PlannedContribution]) async throws
  /// Enters what was written on paper.
  func enter(_ contributions: [PlannedContribution]) async throws
  /// Releases each contribution, in other words where it is planned so, or holds it, or merges it into another.
  func moderate(_ contributions: [PlannedContribution]) async throws
  /// Makes a theme and fills it.
  func make(_ theme: PlannedTheme) async throws
  /// Merges a theme into another.
  func merge(_ theme: ThemeID, into target: ThemeID) async throws
  /// Takes a merge back.
  func unmerge(_ theme: ThemeID) async throws
  /// Puts a theme in the positive core.
  func markAsPositiveCore(_ theme: ThemeID) async throws
  /// Gives dots.
  func give(_ dots: [PlannedDots]) async throws
  /// Takes stances.
  func take(_ stances: [PlannedStance]) async throws
  /// Lets everybody choose where to design.
  func choose(_ choices: [PlannedChoice]) async throws
  /// Opens the coordination role scan and answers it.
  func answer(_ scan: [PlannedScan]) async throws
  /// Joins actions and co-signs pledges.
  func back(_ backings: [PlannedBacking]) async throws
  /// Shows the room what it answered.
  func reveal(_ what: Revealed) async throws
  /// Ends the day.
  func close() async throws
}

/// What is hidden until the facilitator reveals it.
public enum Revealed: String, Sendable {
  case dots
  case stances
  case scan
}
