public import Logging
public import Workshop
public import WorkshopDocuments
public import WorkshopStore

/// What the application needs of the world around it, passed in so that tests can bring their own.
public struct AppEnvironment: Sendable {
  /// Tells the time.
  public var clock: WallClock
  /// Makes secrets.
  public var secrets: SecretSource
  /// The words of the screens.
  public var words: Catalogue
  /// Where messages for the one who runs the server go; never text, names or addresses of people.
  public var logger: Logger
  /// The programs that make PDF and Word files.
  public var converters: Converters
  /// The folder documents are also written to.
  public var exports: String

  /// Describes the world.
  public init(
    clock: WallClock = .system, secrets: SecretSource = .system, words: Catalogue,
    logger: Logger = Logger(label: "werkdag"), converters: Converters, exports: String = "Exports"
  ) {
    self.clock = clock
    self.secrets = secrets
    self.words = words
    self.logger = logger
    self.converters = converters
    self.exports = exports
  }
}
