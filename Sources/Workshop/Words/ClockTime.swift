/// The time of day as it is read here.
public enum ClockTime {
  /// "9:05" for 545 minutes after midnight; past midnight it begins again at "0:00".
  public static func text(_ minutes: Int) -> String {
    let rest = minutes % 60
    return "\(minutes / 60 % 24):\(rest < 10 ? "0" : "")\(rest)"
  }
}
