import Foundation
import Workshop
import WorkshopStore
import WorkshopWeb

/// What stands in the terminal: the link for the facilitator, and how people get in.
struct Greeting: Sendable {
  let words: Catalogue
  let hosts: HostPolicy

  /// Prints the console's link and how to join the traject that was made last.
  func print(key: String, library: TrajectoryLibrary) {
    let configuration = hosts.configuration
    let here = configuration.publicURL == nil ? hosts.address("localhost") : address
    say(words("serve.console", ["url": "\(here)/begeleider#sleutel=\(key)"]))
    if address != here { say(words("serve.elsewhere", ["url": "\(address)/begeleider#sleutel=\(key)"])) }
    guard let id = library.ids().last, let keys = library.joinKeys(id) else {
      say(words["serve.empty"])
      return
    }
    print(id, keys)
  }

  /// Prints how people get into a traject.
  func print(_ id: TrajectoryID, _ keys: JoinKeys) {
    say(words("serve.join", ["id": id.rawValue, "url": address, "code": keys.code]))
    if let code = QRCode.terminalText("\(address)/#t=\(keys.token)") { say(code) }
  }

  /// Where the output is a file or a pipe, the link must be there at once all the same.
  private func say(_ text: String) {
    FileHandle.standardOutput.write(Data("\(text)\n".utf8))
  }

  private var address: String {
    JoinAddress.all(hosts).first?.url ?? hosts.address("localhost")
  }
}
