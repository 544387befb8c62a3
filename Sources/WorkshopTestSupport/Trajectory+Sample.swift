public import Workshop

extension Trajectory {
  /// A traject of the Huis van het Kind of Duffel, made on the morning of its workday.
  public static func sample(id: TrajectoryID = "duffel-2026", isRehearsal: Bool = false) -> Trajectory {
    let workday = CalendarDate.sampleWorkday
    return Trajectory(
      id: id, house: "Huis van het Kind Duffel", municipalities: ["Duffel"],
      affirmativeTopic: "Wanneer voelde een gezin zich hier écht welkom?", dates: [workday],
      place: "Zaal De Linde",
      controller: DataController(
        organisation: "Lokaal bestuur Duffel", contact: "de coördinator, 015 00 00 00",
        legalBasis: "jouw toestemming"),
      retentionDate: workday.adding(days: 730),
      followUpMeeting: FollowUpMeetingPlan(date: workday.adding(days: 120), place: "Zaal De Linde"),
      isRehearsal: isRehearsal, createdAt: FrozenClock.start)
  }
}

extension CalendarDate {
  /// The day of the sample traject, 20 November 2026.
  public static var sampleWorkday: CalendarDate {
    guard let day = CalendarDate(year: 2026, month: 11, day: 20) else { preconditionFailure("the date exists") }
    return day
  }
}

extension Identifier {
  /// The UUID of a number, so that samples are told apart and are the same in every run.
  public static func numbered(_ number: Int) -> Identifier {
    let digits = String(number)
    return Identifier("00000000-0000-4000-8000-" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits)
  }
}
