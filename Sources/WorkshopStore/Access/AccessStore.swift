public import Foundation
import GRDB
public import Workshop

/// What someone may do on the console's side.
public enum AccessRole: String, CaseIterable, Sendable {
  /// Everything, for every traject.
  case facilitator
  /// Reading, releasing and holding for one traject.
  case moderator
  /// The projector of one traject.
  case projector
  /// The ontwerpteam of one traject.
  case team
}

/// Someone who showed a key.
public struct AccessGrant: Hashable, Sendable {
  /// What they may do.
  public let role: AccessRole
  /// The traject it is for, or nil for all.
  public let trajectory: TrajectoryID?

  /// Describes a grant.
  public init(role: AccessRole, trajectory: TrajectoryID? = nil) {
    self.role = role
    self.trajectory = trajectory
  }
}

/// The keys and sessions of consoles and projectors, in a file of the data directory; secrets are kept as hashes only.
public final class AccessStore: Sendable {
  private let database: DatabaseQueue

  /// Opens the file, or makes it.
  public init(path: String) throws {
    database = try DatabaseQueue(path: path, configuration: TrajectoryStore.configuration(readOnly: false))
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 access") { db in
      try db.execute(
        sql: """
          CREATE TABLE access (
            hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
            use TEXT NOT NULL CHECK (use IN ('key', 'session')),
            role TEXT NOT NULL CHECK (role IN ('facilitator', 'moderator', 'projector', 'team')),
            trajectory TEXT CHECK ((role = 'facilitator') = (trajectory IS NULL)),
            created_at INTEGER NOT NULL
          ) STRICT;
          """)
    }
    try migrator.migrate(database)
  }

  /// Makes a new key; for facilitators the earlier keys stop working, while sessions go on.
  public func makeKey(_ grant: AccessGrant, secrets: SecretSource = .system, now: Date) throws -> String {
    let secret = secrets.token()
    try database.write { db in
      if grant.role == .facilitator {
        try db.execute(sql: "DELETE FROM access WHERE use = 'key' AND role = 'facilitator'")
      }
      try insert(secret, use: "key", grant, now: now, db)
    }
    return secret
  }

  /// Exchanges a key for a session's secret; nil where the key does not work.
  public func openSession(key: String, secrets: SecretSource = .system, now: Date) throws -> (
    secret: String, grant: AccessGrant
  )? {
    try database.write { db in
      guard let grant = try self.grant(key, use: "key", db) else { return nil }
      let secret = secrets.token()
      try insert(secret, use: "session", grant, now: now, db)
      return (secret, grant)
    }
  }

  /// What a session's secret allows; nil where there is no such session.
  public func session(_ secret: String) throws -> AccessGrant? {
    try database.read { try grant(secret, use: "session", $0) }
  }

  private func insert(_ secret: String, use: String, _ grant: AccessGrant, now: Date, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO access (hash, use, role, trajectory, created_at) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        Session.hash(of: secret).data, use, grant.role.rawValue, grant.trajectory?.rawValue, now.milliseconds,
      ])
  }

  private func grant(_ secret: String, use: String, _ db: Database) throws -> AccessGrant? {
    let sql = "SELECT role, trajectory FROM access WHERE hash = ? AND use = ?"
    let row = try Row.fetchOne(db, sql: sql, arguments: [Session.hash(of: secret).data, use])
    guard let row, let role = AccessRole(rawValue: row["role"]) else { return nil }
    return AccessGrant(role: role, trajectory: (row["trajectory"] as String?).map { TrajectoryID($0) })
  }
}
