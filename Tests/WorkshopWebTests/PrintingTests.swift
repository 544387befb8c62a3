import HTTPServer
import Testing
import Workshop
import WorkshopDocuments
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("Printing")
struct PrintingTests {
  let workday: Workday
  let room: LiveRoom

  init() throws {
    workday = try Workday()
    room = try workday.create()
  }

  private var page: String { "/begeleider/\(room.trajectory.id)/voorbereiding/afdrukken" }
  private var documents: String { "/begeleider/\(room.trajectory.id)/documenten" }

  private func choose(_ fields: String) async throws -> Reply {
    let token = workday.application.pages.formToken.value
    return try await workday.console.send(
      .post, page,
      headers: [("Content-Type", "application/x-www-form-urlencoded"), ("Origin", "http://\(Workday.host)")],
      body: Array("csrf=\(token)&\(fields)".utf8))
  }

  @Test("The page offers every part and the run sheets, and says when no PDF can be made")
  func offered() async throws {
    let reply = try await workday.console.get(page)
    #expect(reply.status == 200)
    for part in PrintPackPart.allCases where part != .tablePlan {
      #expect(reply.text.contains("value=\"\(part.rawValue)\""), "\(part)")
    }
    for format in DocumentKind.runSheet.formats {
      #expect(reply.text.contains("/documenten/runsheet.\(format.rawValue)?bijeenkomst=dag-1"), "\(format)")
    }
    #expect(reply.text.contains("typst-compile ontbreekt"))
  }

  @Test("A filled form leads to its PDF")
  func chosen() async throws {
    let reply = try await choose("personen=100&tafels=&bladen=20&adres=later&deel=poster&deel=badges")
    #expect(reply.status == 303)
    let path = reply.headers["Location"]
    #expect(path == "\(documents)/print-pack.pdf?personen=100&bladen=20&adres=later&deel=poster&deel=badges")
  }

  @Test(
    "What cannot be is told at its field, and what was typed stays",
    arguments: [
      ("personen=", "field-personen"), ("personen=0", "field-personen"), ("personen=501", "field-personen"),
      ("personen=veel", "field-personen"), ("personen=9&tafels=-1", "field-tafels"),
      ("personen=9&bladen=1000", "field-bladen"), ("personen=9&deel=taart", "field-deel"),
      ("personen=9&adres=http%3A%2F%2Felders.example", "field-adres"),
    ])
  func faults(fields: String, field: String) async throws {
    let reply = try await choose("\(fields)&bladen=77&bladen=77")
    #expect(reply.status == 422)
    #expect(reply.text.contains("href=\"#\(field)\""))
  }

  @Test("An address of the pack with impossible numbers is 422, not a pack")
  func badAddress() async throws {
    for query in ["personen=0", "tafels=x", "deel=taart", "adres=http://elders.example"] {
      #expect(try await workday.console.get("\(documents)/print-pack.pdf?\(query)").status == 422, "\(query)")
    }
  }

  @Test("Who sits where is offered and printed once there are tables, and refused before")
  func tablePlan() async throws {
    let query = "personen=20&deel=table-plan"
    #expect(try await !workday.console.get(page).text.contains("table-plan"))
    #expect(try await choose(query).status == 422)
    #expect(try await workday.console.get("\(documents)/print-pack.pdf?\(query)").faults == ["deel"])
    let path = "/api/console/\(room.trajectory.id)/seating/dag-1/propose"
    let made = try await workday.console.post(path, ["version": 0, "expected": ["ouder": 10, "partner": 8]])
    #expect(made.status == 200)
    let offered = try await workday.console.get(page).text
    #expect(offered.contains("value=\"table-plan\"") && offered.contains("print-pack.pdf?deel=table-plan"))
    #expect(try await choose(query).status == 303)
    #expect(try await workday.console.get("\(documents)/print-pack.pdf?\(query)").status == 503)
    let request = try room.store.read {
      try PrintPackRequest(PrintPackDraft(), reader: $0, address: nil, now: workday.clock.now)
    }
    #expect(request.seats.map(\.gathering.id) == ["dag-1"])
    #expect(request.seats.first?.plan.handouts["ouder"]?.count == 10)
  }

  @Test("Where no PDF can be made, 503 in plain words")
  func noConverter() async throws {
    for name in ["print-pack.pdf", "runsheet.pdf", "runsheet.docx"] {
      let reply = try await workday.console.get("\(documents)/\(name)")
      #expect(reply.status == 503, "\(name)")
      #expect(reply.problem == "documentFailed")
    }
  }

  @Test("The run sheet of a gathering as page and calendar; of one there is not, 404")
  func runSheets() async throws {
    let html = try await workday.console.get("\(documents)/runsheet.html?bijeenkomst=dag-1")
    #expect(html.status == 200)
    #expect(html.text.contains("Slotkring"))
    let calendar = try await workday.console.get("\(documents)/runsheet.ics")
    #expect(calendar.headers["Content-Type"] == "text/calendar; charset=utf-8")
    #expect(calendar.text.contains("DTSTART:20261120T080000Z"))
    #expect(try await workday.console.get("\(documents)/runsheet.html?bijeenkomst=dag-9").status == 404)
    #expect(try await workday.console.get("\(documents)/runsheet.json").status == 404)
  }

  @Test("What is printed takes its tables, sheets and way in from the traject")
  func request() throws {
    var draft = PrintPackDraft()
    draft[.people] = "20"
    let plain = try room.store.read {
      try PrintPackRequest(draft, reader: $0, address: "http://192.168.1.20:8080", now: workday.clock.now)
    }
    #expect(plain.tables.map(\.number) == [1, 2, 3])
    #expect(plain.sheets.count == 20)
    #expect(plain.join.modules.count > 20)
    #expect(plain.runSheets.count == 1)
    draft[.tables] = "5"
    draft[.sheets] = "2"
    let told = try room.store.read { try PrintPackRequest(draft, reader: $0, address: nil, now: workday.clock.now) }
    #expect(told.tables.count == 5)
    #expect(told.sheets.count == 2)
    #expect(told.join.modules.isEmpty)
    let keys = try room.store.read { try $0.joinKeys() }
    #expect(told.join.code == keys.code)
  }
}
