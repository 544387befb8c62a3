import Workshop

extension FormDraft {
  /// For each field in which what was typed differs from what someone else stored meanwhile: a fault that tells the other
  /// text, so that the second of two editors sees both.
  ///
  /// `tell` gives the words for a value that is not for reading, such as an id; nil takes the value itself.
  func differences(from stored: Self, tell: (Field, String) -> String? = { _, _ in nil }) -> [Field: FieldFault] {
    var faults: [Field: FieldFault] = [:]
    for field in Field.allCases where typed[all: field] != stored.typed[all: field] {
      let others = stored.typed[all: field].map { tell(field, $0) ?? $0 }
      faults[field] = .changedMeanwhile(current: others.isEmpty ? "–" : others.joined(separator: ", "))
    }
    return faults
  }
}
