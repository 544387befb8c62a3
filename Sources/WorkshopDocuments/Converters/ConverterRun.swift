import Foundation

/// One run of a converter: a child process in a folder of its own, with limits on time and memory, and only data to read.
struct ConverterRun {
  let converter: Converter
  let command: [String]
  let folder: URL

  /// The processor and clock time it may take, in seconds; 500 stories take about two.
  var seconds = 60
  /// The address space a converter may take; GHC and typst reserve more than they use.
  static let bytes = 4 << 30

  /// Runs to the end.
  ///
  /// Throws the cause where it is missing, fails or takes too long.
  func run(_ arguments: [String]) throws(DocumentError.Cause) {
    guard let program = command.first, Executable.exists(program) else { throw .converterMissing(converter) }
    let process = Process()
    let limited = limits(on: Array(command.dropFirst()) + arguments, of: program)
    process.executableURL = URL(fileURLWithPath: limited.program)
    process.arguments = limited.arguments
    process.currentDirectoryURL = folder
    // Nothing of our own environment is a converter's business but where programs and its temporary files are.
    process.environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "TMPDIR": folder.path, "LC_ALL": "C.UTF-8", "HOME": folder.path,
    ]
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let said = folder.appendingPathComponent("said")
    do {
      // A file and not a pipe: a converter that says much must not wait for us to read.
      try Data().write(to: said)
      process.standardError = try FileHandle(forWritingTo: said)
      try process.run()
    } catch { throw .files("\(error)") }
    if ended.wait(timeout: .now() + .seconds(seconds)) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      throw .converterTooSlow(converter, seconds: seconds)
    }
    guard process.terminationStatus == 0 else {
      throw .converterFailed(converter, status: process.terminationStatus, said: Self.beginning(of: said))
    }
  }

  /// Puts Debian's `prlimit` before the command, which sets limits that a child cannot take back; where it is missing, the
  /// time limit remains.
  private func limits(on arguments: [String], of program: String) -> (program: String, arguments: [String]) {
    let prlimit = "/usr/bin/prlimit"
    guard Executable.exists(prlimit) else { return (program, arguments) }
    return (prlimit, ["--as=\(Self.bytes)", "--cpu=\(seconds)", "--core=0", "--", program] + arguments)
  }

  private static func beginning(of file: URL) -> String {
    guard let data = try? Data(contentsOf: file) else { return "" }
    return String(decoding: data.prefix(2_000), as: UTF8.self)
  }
}
