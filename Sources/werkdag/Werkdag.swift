import ArgumentParser

/// The command line of the product.
@main
struct Werkdag: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "werkdag", abstract: "Begeleidt een werkdag Elk Gezin Telt.",
    subcommands: [Serve.self, New.self, Rehearse.self, Export.self, Sample.self, MeasureLikeness.self])
}
