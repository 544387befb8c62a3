import Foundation
public import Workshop

/// What is told on the sample day, after the practices of Huis van het Kind Eeklo (seed 000) and in our own words.
///
/// The people and their stories are invented; it is data, so that a rehearsal can be read and changed without code.
public struct SampleContent: Sendable {
  /// What people tell, by kind.
  public let contributions: [ContributionKind: [SampleContribution]]
  /// The themes the room makes of it.
  public let themes: [SampleTheme]
  /// How the room feels about the proposals.
  public let stances: [SampleStance]
  /// Who is in the room.
  public let people: SamplePeople
  /// How what is told differs when there are more phones than texts.
  public let variations: SampleVariations
  private let photos: [String: [UInt8]]

  /// Reads the content that ships with the product; throws where a resource is missing or damaged, which is a fault of
  /// the installation.
  public static func shipped() throws -> SampleContent { try SampleContent() }

  private init() throws {
    contributions = try Self.files.mapValues { try Self.read([SampleContribution].self, $0) }
    themes = try Self.read([SampleTheme].self, "themes")
    stances = try Self.read([SampleStance].self, "stances")
    people = try Self.read(SamplePeople.self, "people")
    variations = try Self.read(SampleVariations.self, "variations")
    let names = contributions.values.joined().compactMap(\.photo)
    photos = try names.reduce(into: [:]) {
      $0[$1] = Array(try Data(contentsOf: Self.folder.appendingPathComponent($1)))
    }
  }

  /// A drawing, JPEG; nil for a name that is not among the resources.
  func photo(_ name: String) -> [UInt8]? { photos[name] }

  private static let files: [ContributionKind: String] = [
    .story: "stories", .successFactor: "success-factors", .dream: "dreams", .proposal: "proposals",
    .stanceReason: "stance-reasons", .action: "actions", .pledge: "pledges", .evaluation: "evaluations",
  ]

  private static var folder: URL {
    (Bundle.module.resourceURL ?? Bundle.module.bundleURL).appendingPathComponent("SampleDay")
  }

  private static func read<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent(name + ".json")))
  }
}

/// Who is in the room of the sample day, and who invites them.
public struct SamplePeople: Sendable, Decodable {
  /// The Huis van het Kind.
  public let house: String
  /// The municipalities, separated by commas.
  public let municipalities: String
  /// The hall.
  public let place: String
  /// Who is responsible for the data.
  public let organisation: String
  /// How to reach them.
  public let contact: String
  /// The share of each stakeholder group.
  public let groups: [String: Int]
  /// The organisations people of a group may name at check-in.
  public let organisations: [String: [String]]
}
