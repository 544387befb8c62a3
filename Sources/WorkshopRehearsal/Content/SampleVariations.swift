public import Workshop

/// How a text differs from the one it was made of, so that hundreds of phones tell plausible things, none of them twice.
public struct SampleVariations: Sendable, Decodable {
  /// The neighbourhoods texts are moved to.
  public let neighbourhoods: [String]
  /// What a neighbourhood is called once all of them were used, with `{wijk}` and `{groep}`.
  public let again: String
  /// The forms a field may take, by kind and field, with `{tekst}` and `{wijk}`.
  public let templates: [ContributionKind: [FieldID: [String]]]

  /// The answers of the `round`th variation of the `index`th text; round 0 is the text itself.
  func vary(_ body: Body, of kind: ContributionKind, index: Int, round: Int) -> Body {
    guard round > 0 else { return body }
    let place = neighbourhood(index: index, round: round)
    var varied = body
    for (field, forms) in templates[kind] ?? [:] where !forms.isEmpty {
      guard case .text(let text)? = body[field] else { continue }
      let form = forms[(index + round) % forms.count]
      varied[field] = .text(form.replacing("{tekst}", with: text).replacing("{wijk}", with: place))
    }
    return varied
  }

  private func neighbourhood(index: Int, round: Int) -> String {
    let name = neighbourhoods[(index * 5 + round) % neighbourhoods.count]
    let group = (round - 1) / neighbourhoods.count
    guard group > 0 else { return name }
    return again.replacing("{wijk}", with: name).replacing("{groep}", with: String(group + 1))
  }
}
