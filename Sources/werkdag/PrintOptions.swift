import ArgumentParser
import Workshop
import WorkshopDocuments

/// What `werkdag export --kind print-pack` is told of the day.
struct PrintOptions: ParsableArguments {
  @Option(help: "Hoeveel mensen, van 1 tot 500.")
  var people: Int = PrintPackDraft.usualPeople

  @Option(help: "Hoeveel tafels; anders één per acht mensen, of de tafels die al gemaakt zijn.")
  var tables: Int?

  @Option(help: "Hoeveel verhaalbladen; anders één per persoon.")
  var sheets: Int?

  @Option(help: "Het adres op de poster, zoals http://192.168.1.20:8080; anders een lijn om het op te schrijven.")
  var address: String?

  @Option(
    help: ArgumentHelp(
      "Eén deel in plaats van alles; mag meer dan eens.",
      discussion: PrintPackPart.allCases.map(\.rawValue).joined(separator: ", ")), transform: Self.part)
  var part: [PrintPackPart] = []

  private static func part(_ typed: String) throws -> PrintPackPart {
    if let part = PrintPackPart(rawValue: typed) { return part }
    throw ValidationError(try Catalogue.shipped()["export.errors.print.deel"])
  }

  func validate() throws {
    guard let field = draft.faults().first?.key else { return }
    let words = try Catalogue.shipped()
    throw ValidationError(words["export.errors.print.\(field.rawValue)"])
  }

  /// The same as the form on the page.
  var draft: PrintPackDraft {
    var typed = Typed<PrintPackDraft.Field>()
    typed[.people] = String(people)
    typed[.tables] = tables.map(String.init) ?? ""
    typed[.sheets] = sheets.map(String.init) ?? ""
    typed[.address] = address ?? ""
    typed[all: .parts] = part.map(\.rawValue)
    return PrintPackDraft(typed)
  }
}
