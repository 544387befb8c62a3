import Foundation
import Synchronization
public import Workshop
import WorkshopStore

/// The sample workday, built in a file without a server: with a clock, ids and secrets that are the same in every run.
public struct SampleDay: Sendable {
  /// Friday 20 November 2026.
  static var date: CalendarDate {
    guard let day = CalendarDate(year: 2026, month: 11, day: 20) else { preconditionFailure("the date exists") }
    return day
  }
  /// As many as there are distinct stories, so that none is told twice.
  public static let phones = 24
  private static let seed: UInt64 = 2026

  private let words: Catalogue

  /// Prepares the day in the words of a catalogue.
  public init(words: Catalogue) {
    self.words = words
  }

  /// Plays the day in a file of a folder, which is removed again; returns what documents are made of.
  public func record(in folder: String) async throws -> WorkdayRecord {
    let content = try SampleContent.shipped()
    let trajectory = try trajectory(content.people)
    let clock = DayClock(date: Self.date)
    let path = "\(folder)/\(trajectory.id).\(TrajectoryStore.fileExtension)"
    let runSheets = trajectory.template.runSheets(on: trajectory.dates, words: words)
    try TrajectoryStore.create(
      at: path, trajectory: trajectory, runSheets: runSheets, secrets: Self.secrets(), clock: clock.wallClock)
    defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
    let store = try TrajectoryStore(opening: path, clock: clock.wallClock)
    var planner = DayPlanner(content, phones: Self.phones, seed: Self.seed, date: Self.date)
    try await DayWalk(planner.plan(), on: FileStage(store: store, clock: clock)).run(runSheets.flatMap(\.items))
    clock.set(minuteOfDay: 17 * 60)
    let record = try store.read { try $0.workdayRecord(madeAt: clock.wallClock.now) }
    try store.close()
    return record
  }

  private func trajectory(_ people: SamplePeople) throws -> Trajectory {
    let date = Self.date
    var draft = TrajectoryDraft()
    draft[.house] = people.house
    draft[.municipalities] = people.municipalities
    draft[.place] = people.place
    draft[.organisation] = people.organisation
    draft[.contact] = people.contact
    draft[.date] = date.description
    draft[.rehearsal] = "true"
    draft[.followUpDate] = date.adding(days: 168).description
    let made = draft.trajectory(
      id: "voorbeeld-eeklo", words: words,
      now: DayClock(date: date).wallClock.now)
    guard let made else { throw WorkshopError(.catalogue(words.language), cause: .missing) }
    return made
  }

  private static func secrets() -> SecretSource {
    let generator = Mutex(SplitMix64(seed: seed))
    return SecretSource { count in
      generator.withLock { random in (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() >> 56) } }
    }
  }
}
