public import Workshop

/// What the file could not do, with its subject.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why.
  public enum Cause: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// Something else has the file or the folder open for writing.
    case inUse
    /// A file of that name is there already.
    case exists
    /// It is not a traject file, or it is damaged.
    case damaged
    /// It was made by a newer version of the product.
    case tooNew
    /// The disk is full.
    case diskFull
    /// The disk did not confirm the write.
    case writeFailed
    /// The store is being closed.
    case closing
    /// The same UUID came with another body.
    case conflict
    /// What is edited was changed in between, or its step is closed.
    case notEditable
    /// An item or a step is still open.
    case stillOpen
    /// Someone else changed it in between, so that what was meant is no longer what would happen.
    case superseded
    /// Someone else decided otherwise on what was seen.
    case decidedOtherwise
    /// The text was changed since it was seen.
    case editedMeanwhile
    /// An edit by its teller of a version that is not the latest any more.
    case outdated
    /// Two contributions cannot become one.
    case cannotMerge(MergeFault)
    /// A theme would be merged into itself, or into one that is part of it.
    case circular
    /// A building block has as many people as the facilitator allows; names those that have room.
    case full(DesignGroups)
    /// What it is about was shown to the room, and is not any more: taken back, set apart or joined with another.
    case gone
    /// The thing is not there, or not for this session.
    case unknown
    /// A reference points to something that is not there or not of the right kind.
    case badReference(String)
  }

  /// The file, the id or the field it is about; never text that someone wrote.
  public let subject: String
  /// Why.
  public let cause: Cause

  /// Makes an error about a subject.
  public init(_ subject: String, _ cause: Cause) {
    self.subject = subject
    self.cause = cause
  }

  /// For logs.
  public var description: String { "\(subject): \(cause)" }
}
