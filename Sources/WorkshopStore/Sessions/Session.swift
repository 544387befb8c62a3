public import Workshop

/// What someone said at check-in, on one device.
public struct CheckIn: Hashable, Sendable {
  /// The language the phone speaks.
  public var language: Language
  /// The groups they see themselves in, none or several.
  public var groups: [String]
  /// The organisation they come for, empty where not told.
  public var organisation: String
  /// The table they sit at, empty where not told.
  public var table: String
  /// The number on their badge, empty where not told.
  public var badge: String
  /// Whether they have been through check-in.
  public var isDone: Bool

  /// A device that just joined.
  public init(
    language: Language = .dutch, groups: [String] = [], organisation: String = "", table: String = "",
    badge: String = "",
    isDone: Bool = false
  ) {
    self.language = language
    self.groups = groups
    self.organisation = organisation
    self.table = table
    self.badge = badge
    self.isDone = isDone
  }
}

/// A device that joined; it knows nothing of what was told on it.
public struct Session: Hashable, Sendable {
  /// Its number in the file.
  public let number: Int64
  /// The SHA-256 of the secret in its cookie.
  public let hash: [UInt8]
  /// What was said at check-in.
  public var checkIn: CheckIn
  /// The gathering it last checked in for, or nil where none went on yet.
  public var gathering: GatheringID?

  /// Describes a device that joined.
  public init(number: Int64, hash: [UInt8], checkIn: CheckIn, gathering: GatheringID? = nil) {
    self.number = number
    self.hash = hash
    self.checkIn = checkIn
    self.gathering = gathering
  }

  /// The key that a device's secret is found by.
  public static func hash(of secret: String) -> [UInt8] {
    Digest.sha256(Array("session:\(secret)".utf8))
  }

  /// The key that ties contributions to a device's secret.
  public static func owner(of secret: String) -> OwnerKey {
    OwnerKey(Digest.sha256(Array("owner:\(secret)".utf8)))
  }
}
