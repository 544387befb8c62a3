import HTTPServer
import Workshop
import WorkshopStore

/// `PUT …/steps/STEP/at-once` with `{"on"}`: whether the free text of a step is released as it comes in.
///
/// What has to be read first still waits, and so does what is there already. 404 for a step there is not.
enum ReleaseAtOnce {
  static let handler = ConsoleAction.handler { call, _ in
    struct Body: Decodable { let on: Bool }
    let (step, role) = (StepID(call.request.parameters["step"] ?? ""), call.role)
    let isOn = try call.request.json(Body.self).on
    guard StepDefinition.shipped(step)?.forms.isEmpty == false else { throw Problem.notFound }
    return { try $0.setReleasesAtOnce(step, isOn, by: role) }
  }
}
