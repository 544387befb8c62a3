import HTTPServer
import Workshop

/// The two cookies of the product: HttpOnly and SameSite=Strict, so that no script and no other site has use of them.
enum Cookies {
  static let room = "werkdag_room"
  static let console = "werkdag_console"

  /// A device's cookie names its traject, so that its session is found without looking through all of them.
  static func value(_ trajectory: TrajectoryID, secret: String) -> String { "\(trajectory)~\(secret)" }

  static func split(_ value: String) -> (trajectory: String, secret: String)? {
    guard let mark = value.lastIndex(of: "~") else { return nil }
    return (String(value[..<mark]), String(value[value.index(after: mark)...]))
  }

  static func header(_ name: String, _ value: String, head: RequestHead, isPublic: Bool) -> String {
    let secure = head.isSecure || isPublic ? "; Secure" : ""
    // A traject lasts for months, and "what became of my story" is asked then.
    return "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict; Max-Age=34560000\(secure)"
  }
}
