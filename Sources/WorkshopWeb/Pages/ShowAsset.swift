import HTTPServer

/// `GET /assets/FOLDER/FILE`: a script or a style of the console or the projector; 304 where the browser has it.
struct ShowAsset {
  static func answer(_ call: Call) throws -> Answer {
    let parameters = call.request.parameters
    let path = ["folder", "part", "file"].compactMap { parameters[$0] }.joined(separator: "/")
    guard let asset = call.application.pages.assets[path] else { throw Problem.notFound }
    return .response(asset.response(to: call.request.head))
  }
}
