public import Foundation
import GRDB
public import Workshop

/// What a contribution said before it was changed.
public struct EarlierVersion: Hashable, Sendable {
  /// Counts from 1, the first that was told.
  public let version: Int
  /// The answers as they were, without references.
  public let body: Body
  /// When the next version came.
  public let replacedAt: Date
}

extension Reader {
  /// The earlier versions of a contribution, the newest first; empty where it was never changed, or was withdrawn.
  public func earlierVersions(of id: ContributionID) throws -> [EarlierVersion] {
    let sql =
      "SELECT version, body, replaced_at FROM contribution_version WHERE contribution = ? ORDER BY version DESC"
    return try Row.fetchAll(db, sql: sql, arguments: [id.rawValue]).map { row in
      EarlierVersion(
        version: row["version"], body: try StoredJSON.value(Body.self, from: row["body"]),
        replacedAt: Date(milliseconds: row["replaced_at"]))
    }
  }

  /// Whether a contribution was once let go to the room, whatever became of it.
  public func wasReleased(_ id: ContributionID) throws -> Bool {
    try Row.fetchOne(db.cachedStatement(sql: Self.wasReleased), arguments: [id.rawValue]) != nil
  }

  // With the kind written out, or the index that holds only this kind would not be used.
  static let wasReleased = "SELECT 1 FROM journal WHERE kind = 'released' AND subject = ? LIMIT 1"
}
