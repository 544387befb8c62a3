/// What a page says after a form was sent and the browser was led back to it; its words are `preparation.notices.…`.
enum FormNotice: String {
  case saved, added, removed
}
