import ArgumentParser
import Foundation

/// What a command says on standard error.
enum Complaint {
  /// Says what is the matter; the exit code to throw after it.
  static func failure(_ text: String) -> ExitCode {
    say(text)
    return .failure
  }

  /// Says something beside the command's output.
  static func say(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }
}
