/// Why two contributions cannot become one.
public enum MergeFault: String, Hashable, Sendable {
  /// It would be merged into itself.
  case itself
  /// The two are of different kinds.
  case otherKind
  /// The other one was taken back, or is not to be seen here.
  case gone
  /// The other one is part of it already.
  case circle
}
