/// The methods this server answers; any other is refused with 405 before routing.
///
/// HEAD is answered as GET without its body.
public enum HTTPMethod: String, Sendable, Hashable, CaseIterable {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case put = "PUT"
  case patch = "PATCH"
  case delete = "DELETE"
}
