import Foundation
import Glibc
import HTTPServer
import Logging
public import Workshop
public import WorkshopStore

/// The trajects of a data directory, each a file; opened when they are first asked for.
public final class TrajectoryLibrary: Sendable {
  /// The folder.
  public let directory: String
  let hosts: HostPolicy
  let clock: WallClock
  let secrets: SecretSource
  let words: Catalogue
  let logger: Logger
  private let lock: Int32
  private let index = TrajectoryIndex()
  private let rooms = Locked<[TrajectoryID: LiveRoom]>([:])
  private let onCreate: @Sendable (TrajectoryID, JoinKeys) -> Void

  /// Opens a data directory, making it where it is not there, and locks it.
  ///
  /// `onCreate` is told of every traject made while it serves. Throws `StoreError` with `.inUse` where another server has
  /// the folder.
  public init(
    directory: String, environment: AppEnvironment, hosts: HostPolicy,
    onCreate: @escaping @Sendable (TrajectoryID, JoinKeys) -> Void = { _, _ in }
  ) throws {
    self.directory = directory
    self.hosts = hosts
    self.onCreate = onCreate
    (clock, secrets, words, logger) = (environment.clock, environment.secrets, environment.words, environment.logger)
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    lock = open(directory + "/.slot", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw StoreError(directory, .writeFailed) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      Glibc.close(lock)
      throw StoreError(directory, .inUse)
    }
  }

  deinit { Glibc.close(lock) }

  /// The ids of every traject in the folder, sorted.
  public func ids() -> [TrajectoryID] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.filter { $0.hasSuffix(".\(TrajectoryStore.fileExtension)") }
      .map { TrajectoryID(String($0.dropLast(TrajectoryStore.fileExtension.count + 1))) }.sorted()
  }

  /// The room of a traject; throws `Problem.notFound` where there is no such file, `StoreError` where it cannot be opened.
  func room(_ id: TrajectoryID) throws -> LiveRoom {
    guard TrajectoryName.isValid(id.rawValue) else { throw Problem.notFound }
    return try rooms.withLock { rooms in
      if let room = rooms[id] { return room }
      let path = path(of: id)
      guard FileManager.default.fileExists(atPath: path) else { throw Problem.notFound }
      let room = try LiveRoom(path: path, clock: clock, words: words, hosts: hosts)
      rooms[id] = room
      return room
    }
  }

  /// Reads of a traject without opening it for good: one that is open tells how it is now, another is only looked at.
  ///
  /// Throws `Problem.notFound` where there is no such file, `StoreError` where it cannot be read.
  func read<Value>(_ id: TrajectoryID, _ query: (Reader) throws -> Value) throws -> Value {
    guard TrajectoryName.isValid(id.rawValue) else { throw Problem.notFound }
    if let room = rooms.withLock({ $0[id] }) { return try room.store.read(query) }
    guard FileManager.default.fileExists(atPath: path(of: id)) else { throw Problem.notFound }
    return try TrajectoryLook.read(path(of: id), query)
  }

  /// Looks at every traject, and opens those of today, so that the first phone of a restart does not wait for it.
  public func warmUp() {
    let today = clock.today
    for entry in entries() where entry.glance.map({ $0.trajectory.dates.contains(today) }) ?? true {
      do { _ = try room(entry.id) } catch {
        logger.error("a traject cannot be opened", metadata: ["error": "\(error)"])
      }
    }
  }

  /// Every traject of the folder with what is known of it, sorted by id; nil for one whose file cannot be read.
  ///
  /// A traject that is open tells how it is now; a file of the others is looked at again only when it changed.
  func entries() -> [(id: TrajectoryID, glance: TrajectoryGlance?)] {
    let ids = ids()
    index.keep(only: ids.map(path))
    return ids.map { ($0, glance($0)) }
  }

  private func glance(_ id: TrajectoryID) -> TrajectoryGlance? {
    let today = clock.today
    if let room = rooms.withLock({ $0[id] }) { return try? room.store.read { try TrajectoryGlance($0, on: today) } }
    return index.glance(at: path(of: id), on: today)
  }

  /// How people get into a traject, or nil where there is none; where the server can be reached is the caller's to know.
  public func joinKeys(_ id: TrajectoryID) -> JoinKeys? {
    // Of an open traject nothing else is read: somebody who joins waits for this, for every traject there is.
    if let room = rooms.withLock({ $0[id] }) { return try? room.store.read { try $0.joinKeys() } }
    return index.glance(at: path(of: id), on: clock.today)?.joinKeys
  }

  /// The room a typed code or a QR's token lets into, or nil.
  ///
  /// Every traject is asked, so that the time tells nothing.
  func room(joinedBy matches: (JoinKeys) -> Bool) -> LiveRoom? {
    let found = ids().reduce(nil as TrajectoryID?) { found, id in joinKeys(id).map(matches) == true ? id : found }
    return found.flatMap { try? room($0) }
  }

  /// Makes a traject's file; its name comes from the house and the date, with a number where that is taken.
  func create(_ draft: TrajectoryDraft) throws -> LiveRoom {
    let base = TrajectoryName.make(
      house: draft[.house], date: draft[.date], isRehearsal: draft.typed.isTicked(.rehearsal))
    for attempt in 1...999 {
      let id = TrajectoryID(attempt == 1 ? base : "\(base)-\(attempt)")
      guard let trajectory = draft.trajectory(id: id, words: words, now: clock.now) else { throw Problem.unreadable }
      do {
        try TrajectoryStore.create(
          at: path(of: id), trajectory: trajectory,
          runSheets: trajectory.template.runSheets(on: trajectory.dates, words: words),
          secrets: secrets, clock: clock)
        let room = try room(id)
        onCreate(id, try room.store.read { try $0.joinKeys() })
        return room
      } catch let error as StoreError where error.cause == .exists { continue }
    }
    throw StoreError(base, .exists)
  }

  /// Ends every stream; their clients come back to whatever server answers next.
  public func endStreams() {
    rooms.withLock { $0.values.forEach { $0.endStreams() } }
  }

  /// Ends every stream, commits what waits and closes every file.
  public func close() {
    rooms.withLock { rooms in
      for room in rooms.values {
        do { try room.close() } catch { logger.error("a traject could not be closed") }
      }
      rooms = [:]
    }
  }

  private func path(of id: TrajectoryID) -> String { "\(directory)/\(id).\(TrajectoryStore.fileExtension)" }
}

/// Names of traject files: lower-case letters, digits and dashes, since they stand in addresses and on disks.
public enum TrajectoryName {
  /// Whether a name may be a file of the data directory.
  public static func isValid(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 80 && !name.hasPrefix("-")
      && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  /// A name such as `duffel-2026-11-22`.
  public static func make(house: String, date: String, isRehearsal: Bool) -> String {
    let plain = house.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "nl_BE"))
    let short = plain.lowercased().replacing("huis van het kind", with: "")
    let words = short.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
    let name = (isRehearsal ? ["repetitie"] : []) + (words.isEmpty ? ["traject"] : words) + [date]
    return String(name.joined(separator: "-").prefix(70))
  }
}
