import Foundation
import GRDB
public import Workshop

/// One printed story form: its number, the short code on it, and the id and withdrawal code its story will have.
///
/// All of it is derived from the number and the traject's secret, so nothing is stored: printing again gives the same
/// sheets, and a sheet that is entered twice is one contribution.
public struct PaperSheet: Hashable, Sendable {
  /// The most sheets a traject prints.
  public static let most = 999

  /// 1 for the first sheet.
  public let number: Int
  /// The code on the sheet, `B7K-012`: three letters to check what was typed, and the number.
  public let code: String
  /// The id of the story that is written on it.
  public let contribution: ContributionID
  /// The code on the card that goes home with its teller.
  public let withdrawalCode: WithdrawalCode

  init(_ number: Int, secret: [UInt8]) {
    self.number = number
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    code = "\(Alphabet.text(of: Digest.keyed(Array("sheet:\(number)".utf8), key: secret), length: 3))-\(padded)"
    contribution = ContributionID(
      rawValue: UUIDText.random(from: Array(Digest.keyed(Array("sheet-story:\(number)".utf8), key: secret).prefix(16))))
    withdrawalCode = WithdrawalCode(for: contribution, secret: secret)
  }

  /// The sheet a typed code stands on; nil where no sheet of the traject has that code.
  init?(typed: String, secret: [UInt8]) {
    let typed = Alphabet.normalised(typed)
    // Where the number stands, these letters can only be digits misread.
    let digits = typed.dropFirst(3).map { Self.misread[$0] ?? $0 }
    guard typed.count == 6, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(String(digits)),
      (1...Self.most).contains(number)
    else { return nil }
    self.init(number, secret: secret)
    guard code.prefix(3) == typed.prefix(3) else { return nil }
  }

  private static let misread: [Character: Character] = ["O": "0", "I": "1", "L": "1"]
}

extension Reader {
  /// The first sheets of the traject, by number.
  public func paperSheets(_ count: Int) throws -> [PaperSheet] {
    let secret = try secret()
    return count > 0 ? (1...min(count, PaperSheet.most)).map { PaperSheet($0, secret: secret) } : []
  }

  /// The secret everything is derived from that people hold on paper; throws `.damaged` where there is none, since codes
  /// made without it would be anybody's.
  private func secret() throws -> [UInt8] {
    guard let secret = try Data.fetchOne(db, sql: "SELECT secret FROM trajectory"), secret.count == 32 else {
      throw StoreError("trajectory", .damaged)
    }
    return Array(secret)
  }
}

extension TrajectoryStore {
  /// The sheet with a typed code, however it was typed; nil where no sheet of this traject has it.
  public func paperSheet(typed: String) -> PaperSheet? { PaperSheet(typed: typed, secret: secret) }
}
