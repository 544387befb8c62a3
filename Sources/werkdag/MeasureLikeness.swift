import ArgumentParser
import Foundation
import Likeness
import Workshop
import WorkshopRehearsal
import WorkshopWeb

/// `werkdag likeness`: measures the suggestions for themes, one JSON object; for `Scripts/bench` only.
///
/// How well they do is measured on the sample day, whose themes were made by hand: by the adjusted Rand index of the
/// suggested groups, beside that of the same groups laid over other texts, and by how often a text that is taken out of
/// its theme is offered to that theme again. How long they take is measured on stories mixed of the sample day's.
struct MeasureLikeness: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "likeness", abstract: "Meet de suggesties voor thema’s.", shouldDisplay: false)

  @Option(name: .customLong("count"), help: "Hoeveel verhalen er vergeleken worden; meermaals te geven.")
  var counts: [Int] = [100, 500, 2_000]

  private struct Result: Encodable {
    let agreement: Double
    let agreementByChance: Double
    let offers: Int
    let rightOffers: Int
    let themes: Int
    let milliseconds: [String: Double]
  }

  func run() throws {
    let day = try MeasuredDay()
    let groups = try day.groups()
    let (rightOffers, offers) = try day.offers()
    let times = try counts.map { (String($0), try day.milliseconds(for: $0)) }
    let result = Result(
      agreement: day.agreement(of: groups), agreementByChance: day.agreementByChance(of: groups), offers: offers,
      rightOffers: rightOffers, themes: day.themes.count, milliseconds: Dictionary(uniqueKeysWithValues: times))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(result), as: UTF8.self))
  }
}

/// The sample day as texts and the themes that were made of it.
private struct MeasuredDay {
  let themes: [SampleTheme]
  private let texts: [LikenessText]
  /// The theme each text is in; texts in none are left out of what is compared.
  private let ownTheme: [String: Int]

  init() throws {
    let content = try SampleContent.shipped()
    themes = content.themes
    texts = [ContributionKind.story, .successFactor].flatMap { kind in
      (content.contributions[kind] ?? []).map { LikenessText(id: $0.key, language: $0.language, body: $0.body) }
    }
    ownTheme = Dictionary(
      content.themes.enumerated().flatMap { number, theme in theme.members.map { ($0, number) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func likeness(_ texts: [LikenessText], _ threshold: Likeness.Threshold = .init()) throws -> Likeness {
    let terms = ["Huis van het Kind", "gezin ouders kinderen jongeren vrijwilligers partners beleid"]
    let question = LikenessText(id: "", language: "nl", parts: terms.map { .init($0) })
    return Likeness(texts, quiet: question, stopWords: try .shipped(), threshold: threshold)
  }

  /// The group each text is put in, pairs too, so that a day of 36 texts has enough to compare; alone is a group of one.
  func groups() throws -> [String: Int] {
    var threshold = Likeness.Threshold()
    threshold.smallest = 2
    var groups = Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1.id, -$0 - 1) })
    for (number, group) in try likeness(texts, threshold).groups().enumerated() {
      for member in group.members { groups[member] = number }
    }
    return groups
  }

  func agreement(of groups: [String: Int], shiftedBy shift: Int = 0) -> Double {
    let known = texts.map(\.id).filter { ownTheme[$0] != nil }
    let shifted = known.indices.map { groups[known[($0 + shift) % known.count]] ?? 0 }
    return Agreement.adjustedRandIndex(known.compactMap { ownTheme[$0] }, shifted)
  }

  /// The mean over groups of the same sizes laid over other texts.
  func agreementByChance(of groups: [String: Int]) -> Double {
    let shifts = 1..<ownTheme.count
    return shifts.reduce(0) { $0 + agreement(of: groups, shiftedBy: $1) } / Double(shifts.count)
  }

  /// Of the texts taken out of their theme one at a time: how many were offered to it again, of how many offered at all.
  func offers() throws -> (right: Int, all: Int) {
    let likeness = try likeness(texts)
    return ownTheme.sorted { $0.key < $1.key }.reduce(into: (0, 0)) { counted, entry in
      let others = themes.map { theme in
        LikenessTheme(id: theme.key, name: theme.name, members: theme.members.filter { $0 != entry.key })
      }
      guard let offer = likeness.fits(of: [entry.key], in: others).first else { return }
      counted.all += 1
      if offer.theme == themes[entry.value].key { counted.right += 1 }
    }
  }

  /// How long both kinds of suggestion take for as many stories, mixed of the parts of the sample day's; the median of three.
  func milliseconds(for count: Int) throws -> Double {
    let mixed = (0..<count).map { number in
      let (one, other) = (texts[number % texts.count], texts[(number / texts.count * 7 + number * 5) % texts.count])
      let parts = one.parts.prefix(2) + other.parts.suffix(3) + [.init("wijk \(number % 97)")]
      return LikenessText(id: String(number), language: one.language, parts: Array(parts))
    }
    let known = themes.enumerated().map { number, theme in
      LikenessTheme(id: theme.key, name: theme.name, members: (0..<5).map { String($0 * themes.count + number) })
    }
    let times = try (0..<3).map { _ in
      let begun = ContinuousClock.now
      let likeness = try likeness(mixed)
      _ = (likeness.groups(), likeness.fits(of: Set(mixed.map(\.id)), in: known))
      return Double((ContinuousClock.now - begun) / .microseconds(1)) / 1_000
    }
    return times.sorted()[1]
  }
}
