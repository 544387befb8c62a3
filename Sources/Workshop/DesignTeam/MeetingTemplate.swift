/// The meetings that are ready from the start; their titles and agendas are in the catalogue (`team.templates.…`).
///
/// Seed 001 asks three before the workday, and one after it "voor evaluatie en opvolgingsafspraken".
public enum MeetingTemplate: String, CaseIterable, Sendable {
  /// Getting to know each other, and the question of the traject.
  case acquaintance = "kennismaking"
  /// Who is to be in the room, and how they are reached.
  case recruitment = "werving"
  /// The run sheet and everything practical.
  case runSheet = "draaiboek"
  /// Looking back, and who follows up what.
  case evaluation = "evaluatie"
}

extension TeamMeetingID {
  /// The meeting a template makes ready: the same id in every traject, so that it is there before it is stored.
  public static func prepared(_ template: MeetingTemplate) -> TeamMeetingID {
    switch template {
    case .acquaintance: "0e1b0000-0000-4000-8000-000000000001"
    case .recruitment: "0e1b0000-0000-4000-8000-000000000002"
    case .runSheet: "0e1b0000-0000-4000-8000-000000000003"
    case .evaluation: "0e1b0000-0000-4000-8000-000000000004"
    }
  }
}
