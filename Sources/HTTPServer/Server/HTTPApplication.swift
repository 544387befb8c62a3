/// What a server serves.
///
/// All three are called on the server's threads, several at a time, and must return quickly: they never block, and
/// what takes longer is answered by ``Answer/deferred(_:)``.
public protocol HTTPApplication: Sendable {
  /// Called once when the headers are complete and the framing is proven, before a byte of body is read.
  func admit(_ head: RequestHead) -> Admission
  /// Called with the whole body.
  func respond(to request: HTTPRequest) -> Answer
  /// Turns a refusal of the server's own into a response, so that its words are the application's.
  ///
  /// `head` is nil where the request never got that far. `Connection: close` is added where it is due.
  func response(for refusal: HTTPRefusal, head: RequestHead?) -> HTTPResponse
}

extension HTTPApplication {
  /// Accepts what may have a body as JSON, the rest without one.
  public func admit(_ head: RequestHead) -> Admission {
    switch head.method {
    case .get, .head, .delete: .accept(.none)
    case .post, .put, .patch: .accept(.json)
    }
  }

  /// The refusal's status and its headers, in plain English.
  public func response(for refusal: HTTPRefusal, head: RequestHead?) -> HTTPResponse {
    refusal.plainResponse
  }
}

extension HTTPApplication {
  /// The application's words for a refusal, with the headers its status asks for where it has not set them.
  func completeResponse(for refusal: HTTPRefusal, head: RequestHead?) -> HTTPResponse {
    var response = response(for: refusal, head: head)
    for field in refusal.headers.fields where response.headers[field.name] == nil {
      response.headers.add(name: field.name, value: field.value)
    }
    return response
  }
}
