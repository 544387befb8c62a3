import Workshop

/// The pages of the preparation, in the order of their navigation (seed 001: from intake to the workday).
enum PreparationPlace: String, CaseIterable {
  case overview, intake, trajectory, framework, team, recruitment, practical, gatherings, print

  /// Where a page of a traject is.
  func path(in trajectory: TrajectoryID) -> String {
    let base = "/begeleider/\(trajectory)/voorbereiding"
    return segment.isEmpty ? base : "\(base)/\(segment)"
  }

  private var segment: String {
    switch self {
    case .overview: ""
    case .intake: "intake"
    case .trajectory: "traject"
    case .framework: "kader"
    case .team: "ontwerpteam"
    case .recruitment: "werving"
    case .practical: "praktisch"
    case .gatherings: "bijeenkomsten"
    case .print: "afdrukken"
    }
  }
}
