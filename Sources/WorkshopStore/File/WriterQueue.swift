import Foundation
import GRDB

/// One thread owns the write connection and commits in groups: all that is waiting goes into one transaction, one sync of
/// the disk, and then every waiter is answered.
///
/// Where one change of a group fails, the group is rolled back and its changes are made one by one, so that a fault stays
/// with the change that caused it. Changes therefore have no effects outside the database.
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

  /// Takes no more changes, makes those that wait, and returns when the thread is done.
  func drain() {
    condition.lock()
    isOpen = false
    condition.signal()
    while isRunning { condition.wait() }
    condition.unlock()
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
      condition.wait()
    }
    let group = Array(waiting.prefix(Self.groupLimit))
    waiting.removeFirst(group.count)
    return group
  }

  private func commit(_ group: [Job]) {
    do {
      try transact(group)
      for job in group { job.finish(nil) }
    } catch {
      guard group.count > 1 else { return group[0].finish(StoreError(databaseError: error)) }
      for job in group { commit([job]) }
    }
  }

  private func transact(_ group: [Job]) throws {
    var entries: [JournalEntry] = []
    try database.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        let batch = ChangeBatch(now: clock.now)
        for job in group { try job.apply(Change(db: db, batch: batch)) }
        try batch.saveRoom(db)
        entries = batch.entries
        return .commit
      }
    }
    if !entries.isEmpty { onCommit(entries) }
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
