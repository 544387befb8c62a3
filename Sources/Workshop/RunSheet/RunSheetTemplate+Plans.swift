extension RunSheetTemplate {
  /// What is done in it, in order.
  func slots(day: Int) -> [PlanSlot] {
    switch self {
    case .oneDay: Self.oneDaySlots
    case .twoDay: day == 2 ? Self.secondDaySlots : Self.firstDaySlots
    case .short: Self.shortSlots
    case .beforehand: Self.beforehandSlots
    case .followUp: Self.followUpSlots
    }
  }

  private static let oneDaySlots: [PlanSlot] = [
    PlanSlot(id: "welkom", minutes: 20, phase: .frame, scene: .join),
    PlanSlot(id: "kader", minutes: 15, phase: .frame, minimum: 10),
    PlanSlot(id: "interview", minutes: 60, phase: .discover, step: "verhaal", scene: .interview, timer: 50, rounds: 2),
    .pause("pauze-voormiddag", 15),
    PlanSlot(
      id: "verhalen-vertellen", minutes: 50, phase: .discover, step: "succesfactor", scene: .stories, timer: 45),
    PlanSlot(id: "positieve-kern", minutes: 30, phase: .discover, step: "stippen", scene: .themes),
    .lunch("lunch", 50, at: 12 * 60 + 10),
    PlanSlot(id: "dromen", minutes: 50, phase: .dream, step: "droom", scene: .dreams, timer: 30),
    PlanSlot(id: "ontwerpen", minutes: 55, phase: .design, step: "voorstel", scene: .choosing, timer: 45),
    .pause("pauze-namiddag", 15, scene: .proposals),
    PlanSlot(id: "galerij", minutes: 20, phase: .design, step: "galerij", scene: .proposals, isProtected: true),
    PlanSlot(id: "doen", minutes: 45, phase: .destiny, step: "actie", scene: .actions, timer: 35),
    PlanSlot(id: "slotkring", minutes: 25, phase: .destiny, step: "slot", scene: .thanks, minimum: 15),
  ]

  private static let firstDaySlots: [PlanSlot] = [
    PlanSlot(id: "welkom-dag-1", minutes: 20, phase: .frame, scene: .join),
    PlanSlot(id: "kader-dag-1", minutes: 20, phase: .frame, minimum: 15),
    PlanSlot(
      id: "interview-lang", minutes: 80, phase: .discover, step: "verhaal", scene: .interview, timer: 70, rounds: 2),
    .pause("pauze-voormiddag-dag-1", 20),
    PlanSlot(
      id: "verhalen-vertellen-dag-1", minutes: 60, phase: .discover, step: "succesfactor", scene: .stories, timer: 50),
    .lunch("lunch-dag-1", 60, at: 12 * 60 + 20),
    PlanSlot(id: "positieve-kern-dag-1", minutes: 45, phase: .discover, step: "stippen", scene: .themes),
    PlanSlot(id: "dromen-maken", minutes: 50, phase: .dream, step: "droom", scene: .timer, timer: 40),
    .pause("pauze-namiddag-dag-1", 15),
    PlanSlot(id: "dromen-tonen", minutes: 45, phase: .dream, step: "droom", scene: .dreams),
    PlanSlot(id: "slot-dag-1", minutes: 20, phase: .frame, scene: .dreams, minimum: 10),
  ]

  private static let secondDaySlots: [PlanSlot] = [
    PlanSlot(id: "welkom-dag-2", minutes: 20, phase: .frame, scene: .join),
    PlanSlot(id: "terugblik-dag-1", minutes: 30, phase: .discover, scene: .themes),
    PlanSlot(id: "ontwerpen-1", minutes: 60, phase: .design, step: "voorstel", scene: .choosing, timer: 50),
    .pause("pauze-voormiddag-dag-2", 20, scene: .proposals),
    PlanSlot(id: "ontwerpen-2", minutes: 60, phase: .design, step: "voorstel", scene: .choosing, timer: 45),
    .lunch("lunch-dag-2", 60, at: 12 * 60 + 10),
    PlanSlot(id: "galerij-dag-2", minutes: 30, phase: .design, step: "galerij", scene: .proposals, isProtected: true),
    PlanSlot(id: "coordinatiescan", minutes: 30, phase: .design, step: "rollenscan", scene: .scan),
    PlanSlot(id: "acties-kiezen", minutes: 40, phase: .destiny, step: "actie", scene: .proposals),
    .pause("pauze-namiddag-dag-2", 15, scene: .actions),
    PlanSlot(id: "actieplan", minutes: 50, phase: .destiny, step: "actie", scene: .actions, timer: 40),
    PlanSlot(id: "slotkring-dag-2", minutes: 30, phase: .destiny, step: "slot", scene: .thanks, minimum: 15),
  ]

  private static let shortSlots: [PlanSlot] = [
    PlanSlot(id: "welkomstspel", minutes: 20, phase: .frame),
    PlanSlot(id: "wat-we-doen", minutes: 10, phase: .frame),
    PlanSlot(id: "reporter", minutes: 30, phase: .discover, step: "reporter", scene: .interview, timer: 20, rounds: 2),
    PlanSlot(id: "verhalenmuur", minutes: 15, phase: .discover, scene: .stories),
    .pause("vieruurtje", 15),
    PlanSlot(id: "droom-maken", minutes: 30, phase: .dream, step: "droom", scene: .dreams, timer: 25),
    PlanSlot(id: "vragen-en-zelf-doen", minutes: 15, phase: .destiny, step: "actie", scene: .actions),
    PlanSlot(id: "kiezen", minutes: 10, phase: .destiny, scene: .dreams),
  ]

  private static let beforehandSlots: [PlanSlot] = [
    PlanSlot(id: "klaarzetten", minutes: 15, phase: .frame),
    PlanSlot(id: "verhalen-eerste-ronde", minutes: 60, phase: .discover, step: "verhaal"),
    .pause("even-pauze", 15),
    PlanSlot(id: "verhalen-tweede-ronde", minutes: 60, phase: .discover, step: "verhaal"),
    PlanSlot(id: "nalezen", minutes: 20, phase: .discover, step: "verhaal"),
    PlanSlot(id: "bedanken", minutes: 10, phase: .frame, scene: .thanks),
  ]

  private static let followUpSlots: [PlanSlot] = [
    PlanSlot(id: "welkom-terug", minutes: 15, phase: .frame, scene: .join),
    PlanSlot(id: "terugblik", minutes: 20, phase: .frame, scene: .actions),
    PlanSlot(id: "wat-gedaan", minutes: 25, phase: .destiny, scene: .actions),
    PlanSlot(id: "wat-werkte", minutes: 30, phase: .discover, step: "succesfactor", scene: .stories),
    .pause("pauze-opvolging", 15),
    PlanSlot(
      id: "nieuwe-verhalen", minutes: 35, phase: .discover, step: "verhaal", scene: .interview, timer: 30, rounds: 2),
    PlanSlot(id: "wat-geleerd", minutes: 25, phase: .design, scene: .themes),
    PlanSlot(id: "volgende-stappen", minutes: 30, phase: .destiny, step: "actie", scene: .actions, timer: 25),
    PlanSlot(id: "slot-opvolging", minutes: 15, phase: .destiny, step: "slot", scene: .thanks),
  ]
}
