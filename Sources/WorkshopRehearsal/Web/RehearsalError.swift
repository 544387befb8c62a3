public import Workshop

/// Why a rehearsal could not go on.
public enum RehearsalError: Error, Hashable, Sendable {
  /// Nothing answers at the address.
  case noServer(url: String)
  /// What answers is not this product.
  case notOurs
  /// The server wants the key of a console link.
  case keyNeeded
  /// The key does not work.
  case wrongKey
  /// The server refused something, and said why.
  case refused(what: String, why: String)
  /// A server that was there went away and did not come back.
  case serverGone(url: String)

  /// What to tell the person who started it, and what to do about it.
  public func message(_ words: Catalogue) -> String {
    switch self {
    case .noServer(let url): words("rehearsal.errors.noServer", ["url": url])
    case .notOurs: words["rehearsal.errors.notOurs"]
    case .keyNeeded: words["rehearsal.errors.keyNeeded"]
    case .wrongKey: words["rehearsal.errors.wrongKey"]
    case .refused(let what, let why): words("rehearsal.errors.refused", ["what": what, "why": why])
    case .serverGone(let url): words("rehearsal.errors.serverGone", ["url": url])
    }
  }
}
