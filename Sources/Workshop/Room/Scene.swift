/// What the projector shows.
public enum Scene: String, CaseIterable, Sendable, Codable {
  /// QR, address and code, and how many are in.
  case join
  /// Who sits where: the table of each badge.
  case seating
  /// The affirmative question and the building blocks.
  case question
  /// The interview: its questions one by one, with the timer, "wissel", and when to write.
  case interview
  /// The round timer, with "wissel" half-way.
  case timer
  /// Counters only, for breaks.
  case counters
  /// The story wall per building block.
  case stories
  /// What made it work: the success factors, each with its quote.
  case factors
  /// What was not heard yet, as a question to the room.
  case coverage
  /// Themes per building block, with dots once they are revealed.
  case themes
  /// The dream wall.
  case dreams
  /// On which building block people want to work, and where there is room.
  case choosing
  /// The proposals.
  case proposals
  /// The spread of stances, with the tensions named.
  case stances
  /// The proposals that nearly everyone carries.
  case carried
  /// The coordination role scan.
  case scan
  /// Actions and pledges, with open requests.
  case actions
  /// The requests nobody meets yet, as a question to the room.
  case requests
  /// That Doen goes to the ontwerpteam, and what happens then.
  case handOver
  /// Thanks, with the date of the opvolgmoment.
  case thanks
}
