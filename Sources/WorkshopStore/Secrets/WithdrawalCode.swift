import Workshop

/// The code with which a teller takes a contribution back or sees what became of it.
///
/// It is derived from the contribution's id and the traject's secret, so the same submission always gets the same code
/// and the file holds only its hash.
public struct WithdrawalCode: Hashable, Sendable, CustomStringConvertible {
  /// Ten letters without dashes: 50 bits.
  let letters: String

  init(for id: ContributionID, secret: [UInt8]) {
    letters = Alphabet.text(of: Digest.keyed(Array("withdraw:\(id)".utf8), key: secret), length: 10)
  }

  /// Reads what someone typed; nil where it cannot be a code.
  public init?(typed: String) {
    letters = Alphabet.normalised(typed)
    guard letters.count == 10, letters.allSatisfy(Alphabet.letters.contains) else { return nil }
  }

  /// The code as it is shown: `ABCD-EFGH-JK`.
  public var description: String {
    let groups = [letters.prefix(4), letters.dropFirst(4).prefix(4), letters.dropFirst(8)]
    return groups.joined(separator: "-")
  }

  func hash(secret: [UInt8]) -> [UInt8] {
    Digest.keyed(Array("code:\(letters)".utf8), key: secret)
  }
}
