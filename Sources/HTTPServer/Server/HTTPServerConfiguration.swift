import Glibc
public import Logging

/// How a server listens and what it allows; the defaults hold for a room of 5,000 phones.
public struct HTTPServerConfiguration: Sendable {
  /// A certificate chain and its private key, both as PEM text.
  public struct TLS: Sendable {
    /// The certificate, then those of its issuers.
    public var certificatePEM: String
    /// The private key, without a password.
    public var keyPEM: String

    /// Makes a pair; it is read when the server starts.
    public init(certificatePEM: String, keyPEM: String) {
      self.certificatePEM = certificatePEM
      self.keyPEM = keyPEM
    }
  }

  /// An address or a name of this machine; `0.0.0.0` or `::` for all of its addresses.
  public var host: String
  /// The port; 0 lets the system choose one.
  public var port: UInt16
  /// Threads that read and write; by default one a core.
  public var threads: Int
  /// The most connections at a time; lowered where the system allows fewer open files.
  public var connectionLimit: Int
  /// Connections of the limit that only this machine may take, so that the console gets in when the room is full.
  public var reservedConnections: Int
  /// Bytes of memory a connection reads and writes through; with 8 KB, 5,000 streams take 65 MB, with 16 KB 85 to 100.
  ///
  /// libmicrohttpd keeps a second copy of the cookies in it, so that with 8 KB they may have about 3 KB of the 6.
  public var connectionMemory: Int
  /// The most bytes of a request's line and headers together; above it 431.
  public var maximumHeaderBytes: Int
  /// Nil serves plain HTTP.
  public var tls: TLS?
  /// Gets no addresses, user agents, queries or cookies.
  public var logger: Logger
  /// The time between two comments on a quiet event stream.
  public var heartbeat: Duration
  /// The time for the headers, from the connection's start or from the request's line.
  public var headerDeadline: Duration
  /// The time a kept connection may wait for its next request line.
  public var idleTimeout: Duration
  /// The time before a body's minimum rate counts.
  public var rateGrace: Duration

  /// Makes a configuration; nil for `threads` means one a core.
  public init(
    host: String = "127.0.0.1",
    port: UInt16 = 0,
    threads: Int? = nil,
    connectionLimit: Int = 8192,
    reservedConnections: Int = 64,
    connectionMemory: Int = 8 * 1024,
    maximumHeaderBytes: Int = 6 * 1024,
    tls: TLS? = nil,
    logger: Logger = Logger(label: "http"),
    heartbeat: Duration = .seconds(15),
    headerDeadline: Duration = .seconds(10),
    idleTimeout: Duration = .seconds(75),
    rateGrace: Duration = .seconds(10)
  ) {
    self.host = host
    self.port = port
    self.threads = max(1, threads ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    self.connectionLimit = connectionLimit
    self.reservedConnections = reservedConnections
    self.connectionMemory = connectionMemory
    self.maximumHeaderBytes = maximumHeaderBytes
    self.tls = tls
    self.logger = logger
    self.heartbeat = heartbeat
    self.headerDeadline = headerDeadline
    self.idleTimeout = idleTimeout
    self.rateGrace = rateGrace
  }
}
