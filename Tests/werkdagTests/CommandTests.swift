import ArgumentParser
import Testing

@testable import werkdag

@Suite("The command line")
struct CommandTests {
  @Test("Helps with rehearsing")
  func rehearseHelp() {
    #expect(
      Werkdag.helpMessage(for: Rehearse.self, columns: 100) == """
        OVERVIEW: Speelt een hele dag na met gesimuleerde telefoons.

        Maakt op een draaiende server een traject dat als oefening gemerkt is. Wat er gebeurt staat op de
        foutuitvoer; het resultaat is één JSON-object op de standaarduitvoer. Eindigt met status 1 als er
        iets verloren of dubbel is.

        USAGE: werkdag rehearse [--url <url>] [--token <token>] [--phones <phones>] [--seed <seed>] [--minutes <minutes>]

        OPTIONS:
          --url <url>             Het adres van de server. (default: http://127.0.0.1:8080)
          --token <token>         De sleutel uit de link van de begeleider; niet nodig op de machine van de
                                  server zelf.
          --phones <phones>       Hoeveel telefoons meedoen. (default: 60)
          --seed <seed>           Hetzelfde getal geeft dezelfde dag. (default: 1)
          --minutes <minutes>     Hoeveel minuten de dag duurt; zonder deze optie gaat hij zo snel als het
                                  kan.
          -h, --help              Show help information.

        """)
  }

  @Test("Helps with exporting")
  func exportHelp() {
    #expect(
      Werkdag.helpMessage(for: Export.self, columns: 100) == """
        OVERVIEW: Maakt het verslag, de draaiboeken en het drukpakket.

        Leest het bestand alleen, ook terwijl een server het gebruikt. Toont de bestanden die gemaakt zijn.

        USAGE: werkdag export <file> [--kind <kind>] [--format <format>] [--output <output>] [--people <people>] [--tables <tables>] [--sheets <sheets>] [--address <address>] [--part <part> ...]

        ARGUMENTS:
          <file>                  Het bestand van het traject, bijvoorbeeld Data/duffel-2026-11-22.werkdag.

        VOOR HET DRUKPAKKET:
          --people <people>       Hoeveel mensen, van 1 tot 500. (default: 40)
          --tables <tables>       Hoeveel tafels; anders één per acht mensen, of de tafels die al gemaakt
                                  zijn.
          --sheets <sheets>       Hoeveel verhaalbladen; anders één per persoon.
          --address <address>     Het adres op de poster, zoals http://192.168.1.20:8080; anders een lijn
                                  om het op te schrijven.
          --part <part>           Eén deel in plaats van alles; mag meer dan eens.
                run-sheets, poster, table-cards, table-plan, guide-adults, guide-children, story-forms,
                badges, withdrawal-cards, checklist

        OPTIONS:
          --kind <kind>           Welk document. (values: report, follow-up, meeting, runsheet, print-pack,
                                  all; default: all)
          --format <format>       In welke vorm. (values: html, pdf, docx, ics, json, all; default: all)
          --output <output>       De map waar de documenten komen. (default: Exports)
          -h, --help              Show help information.

        """)
  }

  @Test("Helps with making a traject")
  func newHelp() {
    #expect(
      Werkdag.helpMessage(for: New.self, columns: 100) == """
        OVERVIEW: Maakt een traject.

        Toont het bestand en de code om mee te doen. Een server die de map al bedient, heeft het traject
        meteen.

        USAGE: werkdag new [<options>] --house <house> --date <date>

        OPTIONS:
          --template <template>   Het dagverloop. (values: one-day, two-day, short, beforehand, follow-up;
                                  default: one-day)
          --house <house>         Het Huis van het Kind, bijvoorbeeld "Huis van het Kind Duffel".
          --date <date>           De dag, als 2026-11-22.
          --second-date <second-date>
                                  De tweede van twee dagen; zonder deze optie de dag na de eerste.
          --organisation <organisation>
                                  Wie verantwoordelijk is voor de gegevens; zonder deze optie het Huis zelf.
          --contact <contact>     Hoe mensen die bereiken.
          --confidant <confidant> Wie zorg draagt voor een verontrustend verhaal, en hoe je die bereikt.
          --municipalities <municipalities>
                                  De gemeenten, met komma's ertussen.
          --topic <topic>         De waarderende vraag van de dag.
          --place <place>         De zaal.
          --follow-up-date <follow-up-date>
                                  De dag van het opvolgmoment.
          --retention <retention> De dag waarna alles gewist wordt; zonder deze optie twee jaar later.
          --rehearsal             Merk het traject als oefening.
          --data <data>           De map met de trajecten. (default: Data)
          -h, --help              Show help information.

        """)
  }

  @Test("Names its commands, and not the one for the sample day")
  func overview() {
    let help = Werkdag.helpMessage(columns: 100)
    for command in ["serve", "new", "rehearse", "export"] { #expect(help.contains("  \(command) ")) }
    #expect(!help.contains("voorbeelddag"))
  }

  @Test(
    "Refuses what cannot be rehearsed",
    arguments: [
      (["--phones", "0"], "--phones is een getal van 1 tot 5000."),
      (["--minutes", "0"], "--minutes is een getal boven 0"),
      (["--url", "werkdag"], "--url is geen adres."),
    ])
  func refusals(arguments: [String], message: String) {
    #expect { try Werkdag.parseAsRoot(["rehearse"] + arguments) } throws: { error in
      Werkdag.message(for: error).contains(message)
    }
  }

  @Test(
    "Refuses a document, a format and a template that there are not",
    arguments: [
      ["export", "x.werkdag", "--kind", "poster"], ["export", "x.werkdag", "--format", "odt"],
      ["new", "--template", "year", "--house", "H", "--date", "2026-11-22"],
    ])
  func unknownChoice(arguments: [String]) {
    #expect(throws: (any Error).self) { try Werkdag.parseAsRoot(arguments) }
  }
}
