import Workshop

/// The bars of a mix: of each group what is expected, full, and under it what is wished, hatched; readable in grey.
///
/// Widths are parts of the picture and text keeps its size, so that it fits a phone and a wide screen alike.
struct MixPicture {
  let mix: MaxMix
  let list: RecruitmentList
  let words: Catalogue
  let label: (String) -> String

  private static let rowHeight = 66
  /// What is left of the width for the numbers behind the longest bar.
  private static let longestBar = 0.62

  var context: [String: Any] {
    [
      "name": list.rawValue, "height": String(mix.shares.count * Self.rowHeight),
      "pictureTitle": words["recruitment.mix.picture.\(list.rawValue)"],
      "bars": mix.shares.enumerated().map { bar($1, at: $0) },
      "sentences": mix.shares.map(sentence),
    ]
  }

  /// A part of a whole as an attribute of SVG holds it, for example `62.5%`.
  static func percent(_ part: Double) -> String {
    let tenths = Int((part * 1_000).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }

  private var widest: Double {
    mix.shares.reduce(0) { max($0, $1.expectedShare, $1.wishedShare) }
  }

  private func bar(_ share: MaxMix.Share, at place: Int) -> [String: Any] {
    [
      "y": String(place * Self.rowHeight), "barLabel": label(share.term),
      "expectedWidth": width(share.expectedShare), "expectedText": expectedText(share),
      "isMissing": share.expected == 0 && share.wishedShare > 0,
      "wishedWidth": width(share.wishedShare), "wishedText": wishedText(share),
    ]
  }

  private func width(_ share: Double) -> String {
    Self.percent(widest > 0 ? share / widest * Self.longestBar : 0)
  }

  private func expectedText(_ share: MaxMix.Share) -> String {
    guard share.expected > 0 else { return words["recruitment.mix.picture.nobody"] }
    return part(share.expected, share.expectedShare)
  }

  private func wishedText(_ share: MaxMix.Share) -> String {
    guard mix.hasTargets else {
      return words("recruitment.mix.picture.share", ["percent": whole(share.wishedShare)])
    }
    return share.target > 0 ? part(share.target, share.wishedShare) : words["recruitment.mix.picture.unset"]
  }

  private func part(_ count: Int, _ share: Double) -> String {
    words("recruitment.mix.picture.part", ["count": String(count), "percent": whole(share)])
  }

  private func sentence(_ share: MaxMix.Share) -> String {
    let key = !mix.hasTargets ? "rowEven" : share.target > 0 ? "row" : "rowUnset"
    return words(
      "recruitment.mix.picture.\(key)",
      [
        "label": label(share.term), "expected": String(share.expected), "expectedPercent": whole(share.expectedShare),
        "target": String(share.target), "wishedPercent": whole(share.wishedShare),
      ])
  }

  private func whole(_ share: Double) -> String { String(Int((share * 100).rounded())) }
}
