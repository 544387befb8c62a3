import Foundation
public import Workshop
public import WorkshopStore

/// A fresh traject in a temporary directory of its own, which goes when the fixture goes.
public final class TrajectoryFixture: Sendable {
  /// The directory; nothing else is in it.
  public let directory: String
  /// The traject's file.
  public let path: String
  /// The clock the store reads.
  public let clock: FrozenClock
  /// The open store.
  public let store: TrajectoryStore

  /// Makes and opens a traject; without a template's own items the day has those of the one-day template.
  public init(
    _ trajectory: Trajectory = .sample(), clock: FrozenClock = FrozenClock(),
    secrets: SecretSource = .predictable(), onCommit: @escaping @Sendable ([JournalEntry]) -> Void = { _ in }
  ) throws {
    directory = NSTemporaryDirectory() + "/werkdag-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    path = "\(directory)/\(trajectory.id).\(TrajectoryStore.fileExtension)"
    self.clock = clock
    try TrajectoryStore.create(
      at: path, trajectory: trajectory,
      runSheets: trajectory.template.runSheets(on: trajectory.dates, words: try .shipped()), secrets: secrets,
      clock: clock.wallClock)
    store = try TrajectoryStore(opening: path, clock: clock.wallClock, onCommit: onCommit)
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// Opens a step on the phones.
  public func open(_ step: StepID?) throws {
    _ = try store.write { try $0.setRoom(.stepOpened, step?.rawValue ?? "", by: .facilitator) { $0.step = step } }
  }

  /// Closes the day.
  public func closeDay() throws {
    _ = try store.write { change in
      try change.setRoom(.dayClosed, by: .facilitator) { [now = change.now] in $0.closedAt = now }
    }
  }

  /// Stores a submission as a phone sends it.
  @discardableResult
  public func submit(_ sample: SubmissionSample, from device: String = "toestel-1") throws -> Receipt {
    let prepared = try store.prepare(try sample.submission(), owner: Session.owner(of: device))
    return try store.write { try $0.submit(prepared) }
  }

  /// Stores a submission and releases it.
  @discardableResult
  public func release(_ sample: SubmissionSample, from device: String = "toestel-1") throws -> Receipt {
    let receipt = try submit(sample, from: device)
    try store.write { try $0.release(sample.id, by: .moderator) }
    return receipt
  }
}
