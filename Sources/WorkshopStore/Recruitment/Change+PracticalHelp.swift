import GRDB
public import Workshop

extension Change {
  /// Adds something to arrange after what is there; the same id again changes nothing.
  ///
  /// Throws `.badReference` where it is for a gathering that is not there.
  public func add(_ help: PracticalHelp, by role: JournalEntry.Role) throws {
    try checkGathering(of: help)
    if try rows(.help).add(help.id, help) { try noteHelp(help.id, "added", by: role) }
  }

  /// Changes something to arrange.
  ///
  /// Throws `.conflict` where it was changed since that version, `.unknown` where there is none, and `.badReference` where
  /// it is for a gathering that is not there.
  public func change(_ help: PracticalHelp, by role: JournalEntry.Role) throws {
    try checkGathering(of: help)
    try rows(.help).change(help.id, help, version: help.version)
    try noteHelp(help.id, "changed", by: role)
  }

  /// Removes something to arrange; what is gone already is no fault.
  public func removeHelp(_ id: PracticalHelpID, by role: JournalEntry.Role) throws {
    if try rows(.help).remove(id) { try noteHelp(id, "removed", by: role) }
  }

  private func checkGathering(of help: PracticalHelp) throws {
    guard let gathering = help.gathering else { return }
    guard try reader.gathering(gathering) != nil else { throw StoreError(help.id.rawValue, .badReference("gathering")) }
  }

  private func noteHelp(_ id: PracticalHelpID, _ change: String, by role: JournalEntry.Role) throws {
    try note(.practicalHelpChanged, id.rawValue, by: role, ["change": change])
  }
}
