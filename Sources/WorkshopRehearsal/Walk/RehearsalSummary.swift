import Foundation

/// What a rehearsal found, as it is printed.
public struct RehearsalSummary: Hashable, Sendable, Codable {
  /// The traject it made.
  public let trajectory: String
  /// How many phones took part.
  public let phones: Int
  /// How many contributions were sent, each counted once however often it was sent.
  public let submitted: Int
  /// How many of them the server said 201 to.
  public let acknowledged: Int
  /// How many of those are not in the file.
  public let lost: Int
  /// How many stand in the file more than once, or were never sent, or got two different receipts.
  public let duplicated: Int
  /// From sending a contribution to its 201.
  public let ackMilliseconds: Percentiles
  /// From sending a contribution to its event on the console.
  public let consoleMilliseconds: Percentiles
  /// How many never came to the console.
  public let unseen: Int
  /// Of how many, by their codes, something came: a theme, a factor, a proposal, an action.
  public let ledOn: Int
  /// From asking to open an item to each phone's event with it.
  public let broadcastMilliseconds: Percentiles

  /// Whether everything that was promised is kept.
  public var isFaultless: Bool { lost == 0 && duplicated == 0 }

  /// One JSON object on one line, keys sorted.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
