/// Why a moderator keeps a contribution back, as far as a document may say it.
///
/// The words are in the catalogue (`holdGrounds.…`). What the moderator notes beside it is for the console alone.
public enum HoldGround: String, CaseIterable, Sendable, Codable {
  /// Somebody can be recognised in it.
  case recognisable
  /// It may hurt somebody.
  case hurtful
  /// It is there already.
  case double
  /// A worry about somebody's safety, for the confidant: in no document and in no count.
  case confidant
  /// Anything else.
  case other
}
