import GRDB
import Workshop

extension Change {
  /// Corrects what was entered for somebody else, at any time: a mistake in typing over is found when it is found.
  ///
  /// Only what no device sent, since what somebody wrote is theirs to change. The earlier version is kept, and what was
  /// released waits again. Throws `.unknown` for anything else, `.notEditable` where it was taken back or `version` is not the
  /// latest, and `.badReference` where the correction names another step than its own.
  public func correct(
    _ prepared: PreparedSubmission, version: Int, by role: JournalEntry.Role
  ) throws -> Receipt {
    let submission = prepared.submission
    guard let stored = try reader.contribution(submission.id), stored.kind == submission.kind,
      stored.origin.route != .phone, try reader.owner(of: submission.id) == nil,
      // What is set apart for the confidant is the facilitator's alone.
      !(stored.isSetApart && role == .moderator)
    else { throw StoreError(submission.id.rawValue, .unknown) }
    if let again = try repeatedEdit(prepared, stored: stored, version: version) { return again }
    guard stored.version == version, stored.state != .withdrawn, stored.state != .merged else {
      throw StoreError(submission.id.rawValue, .notEditable)
    }
    guard submission.step == stored.step else { throw StoreError(submission.id.rawValue, .badReference("step")) }
    try keepVersion(of: stored, by: role)
    let sequence = try note(.edited, submission.id.rawValue, by: role, ["version": String(version + 1)])
    try replace(prepared, stored: stored, sequence: sequence)
    try db.execute(
      sql: "UPDATE contribution SET table_label = ? WHERE id = ?",
      arguments: [submission.origin.table, submission.id.rawValue])
    return Receipt(
      id: stored.id, number: stored.number, kind: stored.kind, version: version + 1, isLate: stored.origin.isLate,
      sequence: sequence, code: prepared.code)
  }
}
