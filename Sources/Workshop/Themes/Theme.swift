/// The id of a theme, a UUID made by the console.
public typealias ThemeID = Identifier<Theme>

/// What stories and factors have in common, named by the room.
public struct Theme: Hashable, Sendable, Codable, Identifiable {
  /// Made by the console.
  public let id: ThemeID
  /// The name the room gives it.
  public var name: String
  /// The building block it stands under, or nil.
  public var buildingBlock: String?
  /// Whether the room counts it to its positive core; named in dialogue, dots inform and do not decide.
  public var isPositiveCore: Bool
  /// The theme it was merged into, or nil; it stays, so that merging can be undone.
  public var mergedInto: ThemeID?

  /// The most characters of a name.
  public static let nameLimit = 120

  /// Makes a theme.
  public init(
    id: ThemeID, name: String, buildingBlock: String? = nil, isPositiveCore: Bool = false, mergedInto: ThemeID? = nil
  ) {
    self.id = id
    self.name = name
    self.buildingBlock = buildingBlock
    self.isPositiveCore = isPositiveCore
    self.mergedInto = mergedInto
  }
}

/// What ties a contribution, a dot or a stance to the device it came from, without saying which device that is.
///
/// It is derived from the secret in the device's cookie, so only a request that carries the cookie can find its own: the
/// file alone cannot lead from a story to the organisation or the table someone gave at check-in.
public struct OwnerKey: Hashable, Sendable {
  /// 32 bytes.
  public let bytes: [UInt8]

  /// Wraps a derived key.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }
}

/// A person who gives dots or takes a stance: one of those who share a device.
public struct Voter: Hashable, Sendable {
  /// The device.
  public let owner: OwnerKey
  /// 0 for the first person on the device, up to 11.
  public let person: Int

  /// How many people may share a device: more than a table holds.
  public static let peoplePerDevice = 12

  /// Returns nil for a person the device has no room for.
  public init?(owner: OwnerKey, person: Int) {
    guard (0..<Self.peoplePerDevice).contains(person) else { return nil }
    self.owner = owner
    self.person = person
  }
}

/// The dots of one person: at most three, changeable while the step is open.
public struct Dots: Hashable, Sendable, Codable {
  /// How many dots a person has (DOMAIN's one-day template).
  public static let perPerson = 3

  /// The themes they went to, in order; a theme may get more than one.
  public let themes: [ThemeID]

  /// Returns nil for more dots than a person has.
  public init?(_ themes: [ThemeID]) {
    guard themes.count <= Self.perPerson else { return nil }
    self.themes = themes
  }
}

extension [Theme] {
  /// The theme that a theme was merged into in the end; the theme itself where it was not merged.
  public func root(of id: ThemeID) -> ThemeID { standing(for: id) }

  /// The theme each was merged into in the end; itself where it was not merged.
  public var roots: [ThemeID: ThemeID] {
    let standing = standing
    return reduce(into: [:]) { roots, theme in roots[theme.id] = standing(for: theme.id) }
  }

  /// Where what was merged among them is carried on.
  public var standing: Standing<Theme> {
    Standing(reduce(into: [:]) { merges, theme in merges[theme.id] = theme.mergedInto })
  }
}
