import HTTPServer

/// Who sends a request, as far as access is concerned.
enum Sender: String, CaseIterable, Sendable {
  /// Another device without any cookie.
  case nobody
  case participant
  case participantElsewhere
  /// This machine, while it serves a local network.
  case thisMachine
  /// A facilitator's session on another device.
  case facilitator
  case moderator
  case moderatorElsewhere
  case projector
  /// This machine, but through a proxy that says so.
  case proxied
  /// This machine, while the server is public.
  case thisMachineInPublic

  static let phones: Set<Sender> = [.participant, .participantElsewhere]
  static let facilitating: Set<Sender> = [.thisMachine, .facilitator]
  static let moderating = facilitating.union([.moderator])
  static let projecting = moderating.union([.projector])
}

/// What a route answers to whom; written down apart from the route table, so that a slip there shows here.
struct RouteExpectation: Sendable {
  let method: HTTPMethod
  let path: String
  let allowed: Set<Sender>
  /// The status for whom it is for.
  let status: Int
  /// The status for everybody else, unless `exceptions` says so.
  var refusal = 401
  var exceptions: [Sender: Int] = [:]
  var body = "{}"
}

extension RouteExpectation {
  /// The whole table; `{id}` is a story that the participant sent and nobody released.
  static let all: [RouteExpectation] = [
    open, phones, table, screens, reading, running, moderating, designing, trajectories,
    preparing,
    team,
    recruitment,
    seating,
    printing,
    runSheets,
    destiny,
    chain,
    entries,
    rewording,
  ].flatMap(\.self)

  private static func everybody(
    _ method: HTTPMethod, _ path: String, _ status: Int, body: String = "{}"
  ) -> RouteExpectation {
    RouteExpectation(method: method, path: path, allowed: Set(Sender.allCases), status: status, body: body)
  }

  private static func phone(
    _ method: HTTPMethod, _ path: String, _ status: Int, elsewhere: Int? = nil, body: String = "{}"
  ) -> RouteExpectation {
    RouteExpectation(
      method: method, path: path, allowed: Sender.phones, status: status,
      exceptions: elsewhere.map { [.participantElsewhere: $0] } ?? [:], body: body)
  }

  /// Someone with a key for another traject is told that this one does not exist.
  private static func moderator(
    _ method: HTTPMethod, _ path: String, _ status: Int, body: String = "{}"
  ) -> RouteExpectation {
    RouteExpectation(
      method: method, path: path, allowed: Sender.moderating, status: status, exceptions: [.moderatorElsewhere: 404],
      body: body)
  }

  private static func facilitator(
    _ method: HTTPMethod, _ path: String, _ status: Int, body: String = "{}"
  ) -> RouteExpectation {
    RouteExpectation(method: method, path: path, allowed: Sender.facilitating, status: status, body: body)
  }

  private static func projection(_ path: String) -> RouteExpectation {
    RouteExpectation(
      method: .get, path: path, allowed: Sender.projecting, status: 200, exceptions: [.moderatorElsewhere: 404])
  }

  private static let open = [
    everybody(.get, "/", 200),
    everybody(.get, "/healthz", 200),
    everybody(.get, "/assets/{file}", 404),
    everybody(.get, "/assets/{folder}/{file}", 404),
    everybody(.get, "/assets/{folder}/{part}/{file}", 404),
    everybody(.get, "/terugnemen", 200),
    everybody(.post, "/api/join", 404, body: #"{"code":"AAAAAA"}"#),
    everybody(.post, "/api/withdrawals", 404, body: #"{"code":"AAAA-AAAA-AA"}"#),
    everybody(.post, "/api/console-session", 404, body: #"{"token":"AAAA"}"#),
  ]

  private static let phones = [
    phone(.get, "/api/me", 200),
    phone(.put, "/api/me", 200),
    phone(.get, "/api/step", 204),
    phone(.get, "/api/events", 200),
    phone(.post, "/api/contributions", 400),
    phone(.put, "/api/contributions/{id}", 400),
    phone(.get, "/api/contributions/{id}/code.svg", 200, elsewhere: 404),
    phone(.put, "/api/dots", 200, body: #"{"themes":[]}"#),
    phone(.put, "/api/stances/{proposal}", 404, body: #"{"position":"ja"}"#),
    RouteExpectation(
      method: .get, path: "/api/photos/{id}", allowed: Sender.moderating.union([.participant]), status: 200,
      refusal: 404),
  ]

  private static let table = [phone(.get, "/api/table-stories", 200)]

  /// The story has no photo.
  private static let entries = [
    moderator(.put, "/api/console/{traject}/contributions/{id}", 400),
    moderator(.put, "/api/console/{traject}/contributions/{id}/photo-allowed", 404, body: #"{"allowed":true}"#),
  ]

  private static let screens = [
    projection("/scherm/{traject}"), projection("/api/screen/{traject}"), projection("/api/screen/{traject}/events"),
  ]

  private static let reading = [
    moderator(.get, "/begeleider/{traject}", 200),
    moderator(.get, "/api/console/{traject}", 200),
    moderator(.get, "/api/console/{traject}/events", 200),
    moderator(.get, "/api/console/{traject}/forms", 200),
    moderator(.get, "/api/console/{traject}/contributions", 200),
    moderator(.get, "/api/console/{traject}/contributions/{id}", 200),
    moderator(.get, "/api/console/{traject}/cards", 200),
    moderator(.get, "/api/console/{traject}/run-sheet", 200),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/draaiboek/{gathering}", 200),
    facilitator(.get, "/begeleider/{traject}/documenten/{name}", 200),
    facilitator(.get, "/api/console/{traject}/audit", 200),
    facilitator(.get, "/api/console/{traject}/preflight", 200),
  ]

  private static let running = [
    facilitator(.post, "/api/console/{traject}/keys", 201, body: #"{"role":"moderator"}"#),
    facilitator(.put, "/api/console/{traject}/address", 422, body: #"{"url":"http://example.org"}"#),
    facilitator(.post, "/api/console/{traject}/join-code/rotate", 200),
    facilitator(.post, "/api/console/{traject}/items/{item}/open", 200),
    facilitator(.post, "/api/console/{traject}/items/{item}/close", 200),
    facilitator(.post, "/api/console/{traject}/steps/{step}/open", 200),
    facilitator(.post, "/api/console/{traject}/steps/{step}/close", 200),
    facilitator(.put, "/api/console/{traject}/scene", 200, body: #"{"scene":"themes"}"#),
    facilitator(.put, "/api/console/{traject}/blank", 200, body: #"{"blank":true}"#),
    facilitator(.put, "/api/console/{traject}/reveal", 200, body: #"{"dots":false}"#),
    facilitator(.post, "/api/console/{traject}/timer", 200, body: #"{"action":"stop"}"#),
    facilitator(.post, "/api/console/{traject}/day/close", 200),
    facilitator(.post, "/api/console/{traject}/day/reopen", 200),
  ]

  private static let moderating = [
    moderator(.post, "/api/console/{traject}/contributions", 400),
    moderator(.post, "/api/console/{traject}/contributions/{id}/release", 200),
    moderator(.post, "/api/console/{traject}/contributions/{id}/hold", 200),
    moderator(.post, "/api/console/{traject}/contributions/{id}/guardian", 200, body: #"{"given":true}"#),
    moderator(.post, "/api/console/{traject}/contributions/{id}/wait", 200),
    moderator(.post, "/api/console/{traject}/release-all", 200, body: #"{"kind":"dream"}"#),
    moderator(.post, "/api/console/{traject}/put-back", 200, body: #"{"kind":"dream","from":1,"through":2}"#),
    moderator(
      .post, "/api/console/{traject}/themes", 200,
      body: #"{"id":"00000000-0000-4000-8000-000000000900","name":"Tijd"}"#),
    moderator(.patch, "/api/console/{traject}/themes/{theme}", 200),
    moderator(.put, "/api/console/{traject}/themes/{theme}/members/{id}", 200),
    moderator(.delete, "/api/console/{traject}/themes/{theme}/members/{id}", 200),
    moderator(.post, "/api/console/{traject}/themes/{theme}/members", 200),
    moderator(.post, "/api/console/{traject}/themes/{theme}/take", 200),
    moderator(
      .post, "/api/console/{traject}/themes/{theme}/merge", 200,
      body: #"{"into":"00000000-0000-4000-8000-000000000900"}"#),
    moderator(.post, "/api/console/{traject}/themes/{theme}/unmerge", 200),
    moderator(.get, "/api/console/{traject}/theme-suggestions", 200),
    moderator(.post, "/api/console/{traject}/theme-history/undo", 409, body: #"{"edit":0}"#),
    moderator(.post, "/api/console/{traject}/theme-history/redo", 409, body: #"{"edit":0}"#),
  ]

  /// The story is no action and no pledge, and `{contact}` and `{offer}` are nothing that is there.
  private static let destiny = [
    phone(.put, "/api/backing/{id}", 404, body: #"{"backs":true}"#),
    phone(
      .put, "/api/contacts/{contact}", 404,
      body: #"{"action":"00000000-0000-4000-8000-000000000001","name":"M","reach":"0","consents":true}"#),
    phone(.delete, "/api/contacts/{contact}", 404),
    facilitator(.get, "/api/console/{traject}/actions/{id}/team", 404),
    facilitator(.delete, "/api/console/{traject}/contacts/{contact}", 404),
    moderator(.put, "/api/console/{traject}/requests/{id}/offers/{offer}", 404),
    moderator(.delete, "/api/console/{traject}/requests/{id}/offers/{offer}", 404),
    facilitator(.post, "/api/console/{traject}/hand-over", 200),
    facilitator(.delete, "/api/console/{traject}/hand-over", 200),
  ]

  private static let chain = [
    moderator(.get, "/api/console/{traject}/chain/{id}", 200),
    everybody(.post, "/api/outcomes", 404, body: #"{"code":"AAAA-AAAA-AA"}"#),
    everybody(.get, "/volgen", 200),
  ]

  private static let designing = [
    phone(.put, "/api/design-choice", 200, body: #"{"buildingBlock":"visie"}"#),
    phone(.put, "/api/scan", 200, body: #"{"answers":{"tijd":"gedeeld"}}"#),
    phone(.get, "/api/candidates", 422),
    phone(.get, "/api/contributions/{id}/versions", 200, elsewhere: 404),
    moderator(.get, "/api/console/{traject}/contributions/{id}/versions", 200),
    facilitator(.put, "/api/console/{traject}/design-limit", 200, body: #"{"limit":4}"#),
    facilitator(.put, "/api/console/{traject}/design-blocks/{block}", 404, body: #"{"open":true}"#),
  ]

  /// `{id}` is a story that waits again by then; a form that is not one gets no further than 415.
  private static let rewording = [
    moderator(.get, "/api/console/{traject}/contributions/{id}/wording", 200),
    moderator(.post, "/api/console/{traject}/contributions/{id}/reword", 200, body: #"{"texts":{}}"#),
    moderator(.post, "/api/console/{traject}/contributions/{id}/as-told", 200),
    moderator(
      .post, "/api/console/{traject}/contributions/{id}/split", 422, body: #"{"id":"geen","first":{},"second":{}}"#),
    moderator(
      .post, "/api/console/{traject}/contributions/{id}/merge", 409,
      body: #"{"into":"00000000-0000-4000-8000-000000000990"}"#),
    moderator(.get, "/api/console/{traject}/moderation-log", 200),
    facilitator(.put, "/api/console/{traject}/steps/{step}/at-once", 200, body: #"{"on":false}"#),
    facilitator(.get, "/begeleider/{traject}/documenten/moderatie.csv", 200),
    facilitator(.get, "/begeleider/{traject}/vertrouwenspersoon", 200),
    facilitator(.post, "/begeleider/{traject}/vertrouwenspersoon/{id}", 415),
    facilitator(.post, "/begeleider/{traject}/vertrouwenspersoon/{id}/terug", 415),
  ]

  /// JSON is no form; `{member}`, `{meeting}` and `{task}` are nothing that is there.
  private static let team = [
    facilitator(.get, "/begeleider/{traject}/voorbereiding/ontwerpteam", 200),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/ontwerpteam", 415),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/ontwerpteam.ics", 404),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/ontwerpteam/{member}", 404),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/ontwerpteam/{member}", 415),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/ontwerpteam/{member}/contact-wissen", 415),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/ontwerpteam/{member}/weghalen", 415),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/overleg", 415),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/overleg/{meeting}", 404),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/overleg/{meeting}", 415),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/overleg/{meeting}/weghalen", 415),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/overleg/{meeting}/{name}", 404),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/taak/{task}", 404),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/taak/{task}", 415),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/taak/{task}/stand", 415),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/taak/{task}/weghalen", 415),
  ]

  /// The forms get no further than that either; `{effort}` and `{help}` are nothing that is there.
  private static let recruitment = [
    facilitator(.get, "/begeleider/{traject}/voorbereiding/werving", 200),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/werving/aantallen/{list}", 415),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/werving/inspanningen", 415),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/werving/inspanningen/{effort}", 404),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/werving/inspanningen/{effort}", 415),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/werving/inspanningen/{effort}/verwijderen", 415),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/praktisch", 200),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/praktisch", 415),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/praktisch/{help}", 404),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/praktisch/{help}", 415),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/praktisch/{help}/verwijderen", 415),
  ]

  private static let seating = [
    facilitator(.get, "/begeleider/{traject}/voorbereiding/tafels/{gathering}", 200),
    facilitator(.get, "/api/console/{traject}/seating/{gathering}", 200),
    facilitator(.post, "/api/console/{traject}/seating/{gathering}/propose", 422, body: #"{"version":0}"#),
    facilitator(.post, "/api/console/{traject}/seating/{gathering}/place", 409, body: #"{"version":9}"#),
    facilitator(.post, "/api/console/{traject}/seating/{gathering}/move", 409, body: #"{"version":9}"#),
    facilitator(.post, "/api/console/{traject}/seating/{gathering}/swap", 409, body: #"{"version":9}"#),
    facilitator(.post, "/api/console/{traject}/seating/{gathering}/remove", 409, body: #"{"version":9}"#),
    facilitator(.put, "/api/console/{traject}/seating/{gathering}/wishes", 200, body: #"{"version":0,"wishes":[]}"#),
    facilitator(.put, "/api/console/{traject}/seating/{gathering}/publish", 409, body: #"{"version":9}"#),
  ]

  /// A form that is not one gets no further than 415.
  private static let preparing = [
    facilitator(.get, "/begeleider/{traject}/voorbereiding", 200),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/intake", 200),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/intake", 415),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/traject", 200),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/traject", 415),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/kader", 200),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/kader", 415),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/bijeenkomsten", 200),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/bijeenkomsten", 415),
    facilitator(.get, "/begeleider/{traject}/voorbereiding/bijeenkomsten/{gathering}", 200),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/bijeenkomsten/{gathering}", 415),
    facilitator(.post, "/begeleider/{traject}/voorbereiding/bijeenkomsten/{gathering}/weg", 415),
  ]

  private static let trajectories = [
    facilitator(.get, "/begeleider", 200),
    // Not a form, so it gets no further than that.
    facilitator(.post, "/begeleider", 415),
    facilitator(.post, "/api/trajects", 422),
  ]

  private static let runSheets = [
    moderator(.get, "/api/console/{traject}/run-sheets", 200),
    moderator(.get, "/api/console/{traject}/run-sheets/{gathering}", 200),
    facilitator(
      .post, "/api/console/{traject}/run-sheets/{gathering}/edits", 200, body: #"{"kind":"end","end":1000}"#),
    facilitator(.post, "/api/console/{traject}/run-sheets/{gathering}/undo", 409, body: #"{"edit":0}"#),
    facilitator(.post, "/api/console/{traject}/run-sheets/{gathering}/redo", 409, body: #"{"edit":0}"#),
    facilitator(
      .post, "/api/console/{traject}/run-sheets/{gathering}/copy", 422,
      body: #"{"traject":"nergens","gathering":"dag-1"}"#),
    moderator(.get, "/api/console/{traject}/win-back", 200),
    facilitator(.post, "/api/console/{traject}/win-back", 200, body: #"{"cuts":[]}"#),
    facilitator(.put, "/api/console/{traject}/gathering", 422, body: #"{"gathering":"nergens"}"#),
  ]

  private static let printing = [
    facilitator(.get, "/begeleider/{traject}/voorbereiding/afdrukken", 200),
    // Not a form, so it gets no further than that.
    facilitator(.post, "/begeleider/{traject}/voorbereiding/afdrukken", 415),
    // No converters in a test.
    facilitator(.get, "/begeleider/{traject}/documenten/print-pack.pdf", 503),
    facilitator(.get, "/begeleider/{traject}/documenten/runsheet.html", 200),
    facilitator(.get, "/begeleider/{traject}/documenten/runsheet.pdf", 503),
    facilitator(.get, "/begeleider/{traject}/documenten/runsheet.docx", 503),
    facilitator(.get, "/begeleider/{traject}/documenten/runsheet.ics", 200),
  ]
}
