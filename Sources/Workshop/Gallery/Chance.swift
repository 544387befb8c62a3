import Foundation

/// How likely counts are when only chance is at work.
enum Chance {
  /// The chance of at least `count` hits in `trials` independent ones, each with the same small chance (binomial).
  static func ofAtLeast(_ count: Int, in trials: Int, each probability: Double) -> Double {
    guard count > 0 else { return 1 }
    guard count <= trials else { return 0 }
    var (term, below) = (pow(1 - probability, Double(trials)), 0.0)
    for hits in 0..<count {
      below += term
      term *= Double(trials - hits) / Double(hits + 1) * probability / (1 - probability)
    }
    return max(0, 1 - below)
  }

  /// The chance that at least `count` of all `marked` people fall in a part of so many, when everybody's place in the
  /// whole is as likely as any other's (Fisher's exact test, one-sided).
  static func ofAtLeast(_ count: Int, ofMarked marked: Int, in part: Int, of whole: Int) -> Double {
    let most = min(marked, part)
    guard count <= most else { return 0 }
    let factorials = logFactorials(upTo: whole)
    func choose(_ total: Int, _ chosen: Int) -> Double {
      factorials[total] - factorials[chosen] - factorials[total - chosen]
    }
    let all = choose(whole, part)
    let chances = (max(count, marked + part - whole, 0)...most).map { hits in
      exp(choose(marked, hits) + choose(whole - marked, part - hits) - all)
    }
    return min(1, chances.reduce(0, +))
  }

  /// The logarithms of 0! to `last`!, added up here since `lgamma` keeps a sign in a place that all threads share.
  private static func logFactorials(upTo last: Int) -> [Double] {
    (0...last).reduce(into: []) { sums, number in sums.append((sums.last ?? 0) + log(Double(max(1, number)))) }
  }
}
