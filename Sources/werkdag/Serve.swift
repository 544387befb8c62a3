import ArgumentParser
import Foundation
import HTTPServer
import Logging
import Workshop
import WorkshopDocuments
import WorkshopStore
import WorkshopWeb

/// `werkdag serve`: serves the trajects of a folder until it is told to stop.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start de server.",
    discussion: "Toont de link voor de begeleider en de QR-code om mee te doen. Stop met Ctrl-C.")

  @Option(help: "Het adres waarop de server luistert; 0.0.0.0 is elk adres van deze machine.")
  var host: String = "0.0.0.0"

  @Option(help: "De poort; 0 kiest er zelf een.")
  var port: UInt16 = 8080

  @Option(help: "De map met de trajecten.", completion: .directory)
  var data: String = ProcessInfo.processInfo.environment["WERKDAG_DATA"] ?? "Data"

  @Option(help: "De map waar documenten ook bewaard worden.", completion: .directory)
  var exports: String = "Exports"

  @Option(help: "Het adres dat mensen gebruiken als er een proxy voor staat, bijvoorbeeld https://werkdag.example.")
  var publicURL: String?

  @Option(help: "Het certificaat (PEM), samen met --tls-key.", completion: .file())
  var tlsCertificate: String?

  @Option(help: "De sleutel van het certificaat (PEM).", completion: .file())
  var tlsKey: String?

  func validate() throws {
    guard (tlsCertificate == nil) == (tlsKey == nil) else {
      throw ValidationError("Geef --tls-certificate en --tls-key samen, of geen van beide.")
    }
    if let publicURL, URL(string: publicURL)?.host == nil {
      throw ValidationError("--public-url is geen adres. Schrijf bijvoorbeeld https://werkdag.example.")
    }
  }

  func run() throws {
    // Before any thread starts, so that the signal comes here and nowhere else.
    StopSignal.block()
    let words = try Catalogue.shipped()
    let environment = AppEnvironment(
      words: words, converters: .found(environment: ProcessInfo.processInfo.environment), exports: exports)
    let hosts = HostPolicy(
      .init(host: host, port: port, isSecure: tlsKey != nil, publicURL: publicURL.flatMap(URL.init(string:))))
    let library = try openLibrary(environment, hosts: hosts)
    let access = try AccessStore(path: data + "/toegang.sqlite")
    let application = try WorkdayApplication(environment: environment, library: library, access: access)
    let server = try HTTPServer(configuration: configuration(environment.logger), application: application)
    hosts.listens(on: server.port)
    try server.start()
    DispatchQueue.global().async { library.warmUp() }
    let key = try access.makeKey(AccessGrant(role: .facilitator), now: environment.clock.now)
    Greeting(words: words, hosts: hosts).print(key: key, library: library)
    StopSignal.wait()
    print(words["serve.stopping"])
    library.endStreams()
    server.stop(deadline: .seconds(5))
    library.close()
  }

  private func openLibrary(_ environment: AppEnvironment, hosts: HostPolicy) throws -> TrajectoryLibrary {
    let greeting = Greeting(words: environment.words, hosts: hosts)
    do {
      return try TrajectoryLibrary(directory: data, environment: environment, hosts: hosts) { [greeting] id, keys in
        greeting.print(id, keys)
      }
    } catch let error as StoreError
      where error.cause == .inUse
    {
      throw ValidationError(environment.words("serve.inUse", ["folder": data]))
    }
  }

  private func configuration(_ logger: Logger) throws -> HTTPServerConfiguration {
    var configuration = HTTPServerConfiguration(host: host, port: port, logger: logger)
    if let tlsCertificate, let tlsKey {
      configuration.tls = HTTPServerConfiguration.TLS(
        certificatePEM: try String(contentsOfFile: tlsCertificate, encoding: .utf8),
        keyPEM: try String(contentsOfFile: tlsKey, encoding: .utf8))
    }
    return configuration
  }
}
