import HTTPServer
import Workshop

/// The form for a new traject, with the plan it begins with.
struct NewTrajectoryPage {
  let call: Call

  func answer(_ draft: TrajectoryDraft, _ faults: [TrajectoryDraft.Field: FieldFault]) -> Answer {
    let values: [String: Any] = ["form": call.form(draft, faults: faults, section: "home.fields", controls)]
    return .response(
      call.application.pages.formPage(
        "new-trajectory", section: "home", values, status: faults.isEmpty ? .ok : .unprocessableContent))
  }

  private var controls: [FormControl<TrajectoryDraft.Field>] {
    [
      .radios(.template, plans).required, .text(.house).required.wide, .text(.municipalities).wide,
      .text(.topic).wide, .date(.date).required, .date(.secondDate), .text(.place).wide,
      .text(.organisation).required, .text(.contact).required, .text(.legalBasis), .text(.confidant),
      .date(.retention), .date(.followUpDate), .tick(.rehearsal),
    ]
  }

  private var plans: [FormOption] {
    RunSheetTemplate.allCases.map { plan in
      let key = "preparation.templates.\(plan.rawValue)"
      return FormOption(
        value: plan.rawValue, label: call.words["\(key).name"], help: call.words["\(key).length"])
    }
  }
}
