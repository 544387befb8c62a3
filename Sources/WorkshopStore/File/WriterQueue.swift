import Foundation
import GRDB

/// One thread owns the write connection and commits in groups: all that is waiting goes into one transaction, one sync of
/// the disk, and then every waiter is answered.
///
/// Where one change of a group fails, the group is rolled back and made again with a savepoint for each change, so that a
/// fault stays with the change that caused it. Changes therefore have no effects outside the database. Savepoints are left
/// out at first because they cost every change something, and faults are rare.
///
/// `@unchecked Sendable`: the queue, the running flag and the condition's predicate are only touched under `condition`.
final class WriterQueue: @unchecked Sendable {
  /// A change that waits: `apply` may run more than once, `finish` runs exactly once.
  struct Job {
    let apply: (Change) throws -> Void
    let finish: ((any Error)?) -> Void
  }

  /// More changes than this in one transaction would make the first of them wait too long.
  private static let groupLimit = 512

  private let database: DatabasePool
  private let clock: WallClock
  private let onCommit: @Sendable ([JournalEntry]) -> Void
  private let condition = NSCondition()
  private var waiting: [Job] = []
  private var isOpen = true
  private var isRunning = true
  /// Only touched by the writer's thread.
  private var hasErased = false

  init(database: DatabasePool, clock: WallClock, onCommit: @escaping @Sendable ([JournalEntry]) -> Void) {
    self.database = database
    self.clock = clock
    self.onCommit = onCommit
    let thread = Thread { [self] in run() }
    thread.name = "writer"
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Queues a change; false where the store is being closed, in which case nothing will run.
  func add(_ job: Job) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    guard isOpen else { return false }
    waiting.append(job)
    condition.signal()
    return true
  }

  /// Takes no more changes, makes those that wait, and returns when the thread is done; false where it was closed before.
  func drain() -> Bool {
    condition.lock()
    defer { condition.unlock() }
    let isFirst = isOpen
    isOpen = false
    condition.broadcast()
    while isRunning { condition.wait() }
    return isFirst
  }

  private func run() {
    while let group = next() { commit(group) }
    condition.lock()
    isRunning = false
    condition.broadcast()
    condition.unlock()
  }

  private func next() -> [Job]? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty {
      guard isOpen else { return nil }
      if hasErased {
        guard condition.wait(until: Date(timeIntervalSinceNow: 1)) else { return [] }
      } else {
        condition.wait()
      }
    }
    let group = Array(waiting.prefix(Self.groupLimit))
    waiting.removeFirst(group.count)
    return group
  }

  private func commit(_ group: [Job]) {
    do {
      if !group.isEmpty { try transact { for job in group { try job.apply($0) } } }
      truncateLog()
      for job in group { job.finish(nil) }
    } catch {
      guard group.count > 1 else { return group.forEach { $0.finish(StoreError(databaseError: error)) } }
      commitApart(group)
    }
  }

  private func commitApart(_ group: [Job]) {
    var faults: [Int: any Error] = [:]
    do {
      try transact { change in
        for (offset, job) in group.enumerated() {
          let entryCount = change.batch.entries.count
          do {
            try change.db.inSavepoint {
              try job.apply(change)
              return .commit
            }
          } catch {
            // A full disk can end the whole transaction, and then nobody's change is left in it.
            guard change.db.isInsideTransaction else { throw error }
            change.batch.forget(entriesAfter: entryCount)
            faults[offset] = error
          }
        }
      }
      truncateLog()
      for (offset, job) in group.enumerated() { job.finish(faults[offset].map(StoreError.init(databaseError:))) }
    } catch {
      for job in group { commit([job]) }
    }
  }

  private func transact(_ changes: (Change) throws -> Void) throws {
    let batch = ChangeBatch(now: clock.now)
    try database.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try changes(Change(db: db, batch: batch))
        try batch.finish(db)
        return .commit
      }
    }
    hasErased = hasErased || batch.hasErased
    if !batch.entries.isEmpty { onCommit(batch.entries) }
  }

  /// Empties the write-ahead log after texts were removed for good, since earlier versions of their pages stand in it.
  ///
  /// Someone who is reading can be in the way; then it is tried again after the next change, or a second later.
  private func truncateLog() {
    guard hasErased else { return }
    let isBusy = try? database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA busy_timeout = 50")
      defer { try? db.execute(sql: "PRAGMA busy_timeout = 5000") }
      return try Bool.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? true
    }
    hasErased = isBusy ?? true
  }
}

extension StoreError {
  /// What a failed write means for the one who waits for it.
  init(databaseError error: any Error) {
    if let own = error as? StoreError {
      self = own
      return
    }
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_FULL: self.init("file", .diskFull)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self.init("file", .damaged)
    case .SQLITE_CONSTRAINT: self.init("row", .badReference(""))
    default: self.init("file", .writeFailed)
    }
  }
}
