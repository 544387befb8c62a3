import Workshop

/// The mix of one list as the templates `mix` and `mix-picture` draw it: a number, what it rests on, who is missing, and
/// a picture with the same in words.
struct MixView {
  let mix: MaxMix
  /// The mix of who was there, or nil before anybody was.
  let present: MaxMix?
  let list: RecruitmentList
  let framework: FrameworkContent
  let words: Catalogue

  init(_ counts: [RecruitmentCount], of list: RecruitmentList, framework: FrameworkContent, words: Catalogue) {
    mix = MaxMix(counts)
    present = counts.contains { $0.present > 0 } ? MaxMix(counts, by: .present) : nil
    (self.list, self.framework, self.words) = (list, framework, words)
  }

  var context: [String: Any] {
    [
      "none": mix.index == nil, "scale": scale ?? false, "headline": headline ?? false, "facts": facts,
      "missing": labels(mix.missing), "hasMissing": isBegun && !mix.missing.isEmpty,
      "complete": mix.missing.isEmpty && mix.index != nil ? words["recruitment.mix.complete.\(list.rawValue)"] : false,
      "unsought": labels(mix.unsought), "hasUnsought": !mix.unsought.isEmpty,
      "picture": isBegun ? picture.context : false,
    ]
  }

  /// Before anything was filled in, every group is missing, and naming them all says nothing.
  private var isBegun: Bool { mix.index != nil || mix.hasTargets }

  private var picture: MixPicture {
    MixPicture(mix: mix, list: list, words: words) { framework.label(of: $0, in: list.terms, words: words) }
  }

  private var scale: [String: Any]? {
    guard let index = mix.index, let best = mix.attainableIndex else { return nil }
    return [
      "index": number(index), "indexWidth": MixPicture.percent(index), "bestPlace": MixPicture.percent(best),
      "hasBest": hasBound, "scaleWords": words("recruitment.mix.scale", ["index": number(index)]),
    ]
  }

  private var headline: String? {
    guard let misplaced = mix.misplaced else { return nil }
    guard misplaced > 0 else { return words["recruitment.mix.balanced.\(list.rawValue)"] }
    return words(
      "recruitment.mix.misplaced.\(list.rawValue)", count: misplaced, ["total": String(mix.expectedTotal)])
  }

  private var facts: [String] {
    guard mix.index != nil else { return [] }
    var facts = [words("recruitment.mix.basis.\(mix.basis.rawValue)", ["total": String(mix.expectedTotal)])]
    if mix.hasTargets {
      facts.append(words("recruitment.mix.wished", ["total": String(mix.targetTotal)]))
    } else {
      facts.append(words["recruitment.mix.even"])
    }
    if hasBound, let best = mix.attainableIndex {
      facts.append(words("recruitment.mix.attainable", ["best": number(best)]))
    }
    if let present, let index = present.index {
      facts.append(
        words("recruitment.mix.present", ["total": String(present.expectedTotal), "index": number(index)]))
    }
    return facts
  }

  /// Whether the room is too small to come near 1, so that the number alone would blame its makers.
  private var hasBound: Bool { (mix.attainableIndex ?? 1) < 0.95 }

  private func labels(_ terms: [String]) -> [String] {
    terms.map { framework.label(of: $0, in: list.terms, words: words) }
  }

  /// Two decimals, rounded down: only what is 1 looks like 1.
  private func number(_ value: Double) -> String {
    let hundredths = Int((value * 100 + 1e-9).rounded(.down))
    let rest = hundredths % 100
    return words(
      "recruitment.mix.number",
      ["whole": String(hundredths / 100), "hundredths": (rest < 10 ? "0" : "") + String(rest)])
  }
}
