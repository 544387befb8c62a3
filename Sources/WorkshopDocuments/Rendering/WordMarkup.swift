/// Writes a document as the HTML that pandoc turns into Word: real headings and lists, and our own paragraph styles.
struct WordMarkup {
  private let document: Document
  private let entries: Set<Int64>
  private(set) var out: MarkupBuffer
  private var headings = 0

  init(_ document: Document) {
    self.document = document
    entries = document.entryNumbers
    out = MarkupBuffer(capacity: 1 << 20)
  }

  mutating func write() {
    out.raw("<!doctype html><html")
    out.attribute("lang", document.language)
    out.raw("><head><meta charset=\"utf-8\"><title>")
    out.text(document.title)
    out.raw("</title><meta name=\"subtitle\"")
    out.attribute("content", document.subtitle)
    out.raw("></head><body>\n")
    if let notice = document.notice { styled("Noot", [.strong(notice)]) }
    keyValues(document.facts)
    if !document.isBrief { contents() }
    for block in document.blocks { write(block) }
    out.raw("</body></html>\n")
  }

  /// Links to the chapters: Word shows page numbers only after asking to update fields, so there are none to be wrong.
  private mutating func contents() {
    styled("Inhoudstitel", [.text(document.labels["contents"] ?? "")])
    var number = 0
    for case .heading(let heading) in document.blocks where heading.level < 3 {
      number += 1
      guard heading.level == 1 else { continue }
      out.raw("<div data-custom-style=\"Inhoudsregel\"><p><a href=\"#h")
      out.raw(number)
      out.raw("\">")
      out.text(heading.text)
      out.raw("</a></p></div>\n")
    }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .heading(let heading): write(heading)
    case .paragraph(let text): paragraph(text)
    case .quote(let quote):
      styled("Citaat", quote.text)
      if !quote.source.isEmpty { styled("Bron", quote.source) }
    case .list(let list): write(list)
    case .table(let table): write(table)
    case .keyValues(let pairs): keyValues(pairs)
    case .chart(let chart): write(chart.table)
    case .photo(let photo): write(photo)
    case .note(let note): styled(note.kind == .attention ? "Aandacht" : "Noot", note.text)
    case .entry(let entry): write(entry)
    // In a document to read, Word's own headings begin chapters; only what is printed by the sheet keeps to its pages.
    case .pageBreak: if document.isBrief { styled("Bladbegin", .plain("\u{00A0}")) }
    }
  }

  private mutating func write(_ heading: Heading) {
    out.raw("<h")
    out.raw(heading.level)
    if heading.level < 3 {
      headings += 1
      out.raw(" id=\"h")
      out.raw(headings)
      out.raw("\"")
    }
    out.raw(">")
    out.text(heading.text)
    out.raw("</h")
    out.raw(heading.level)
    out.raw(">\n")
  }

  private mutating func paragraph(_ text: Text) {
    let isRightToLeft = Self.isRightToLeft(text)
    if isRightToLeft { out.raw("<div dir=\"rtl\">") }
    out.raw("<p>")
    write(text)
    out.raw("</p>\n")
    if isRightToLeft { out.raw("</div>") }
  }

  private mutating func styled(_ style: StaticString, _ text: Text) {
    out.raw("<div data-custom-style=\"")
    out.raw(style)
    out.raw("\">")
    paragraph(text)
    out.raw("</div>\n")
  }

  /// A paragraph that begins with words from the right says so, which Word needs for the side it begins on.
  private static func isRightToLeft(_ text: Text) -> Bool {
    switch text.first {
    case .told(let first)?, .strongTold(let first)?: TextDirection.isRightToLeft(first)
    default: false
    }
  }

  private mutating func write(_ list: List) {
    out.raw(list.isOrdered ? "<ol>" : "<ul>")
    for item in list.items {
      out.raw("<li>")
      write(item)
      out.raw("</li>\n")
    }
    out.raw(list.isOrdered ? "</ol>\n" : "</ul>\n")
  }

  private mutating func write(_ table: Table) {
    out.raw("<table><caption>")
    out.text(table.caption)
    out.raw("</caption><colgroup>")
    let whole = max(1, table.widths.reduce(0, +))
    for width in table.widths {
      out.raw("<col style=\"width:")
      out.raw(width * 100 / whole)
      out.raw("%\">")
    }
    out.raw("</colgroup><thead><tr>")
    for head in table.header {
      out.raw("<th>")
      out.text(head)
      out.raw("</th>")
    }
    out.raw("</tr></thead><tbody>\n")
    for row in table.rows {
      out.raw("<tr>")
      for cell in row {
        out.raw("<td>")
        write(cell.text)
        out.raw("</td>")
      }
      out.raw("</tr>\n")
    }
    out.raw("</tbody></table>\n")
  }

  private mutating func keyValues(_ pairs: [KeyValue]) {
    for pair in pairs {
      styled("Vraag", [.text(pair.key)])
      styled("Antwoord", pair.value)
    }
  }

  private mutating func write(_ photo: Photo) {
    out.raw("<p><img style=\"width:11cm\"")
    out.attribute("alt", photo.alternative)
    out.raw(" src=\"")
    out.raw(photo.number)
    out.raw(".jpg\"></p>\n")
  }

  private mutating func write(_ entry: Entry) {
    out.raw("<h3 id=\"e")
    out.raw(entry.number)
    out.raw("\">")
    out.text(entry.label.capitalizedFirst)
    out.raw("</h3>\n")
    if !entry.title.isEmpty { styled("Titelregel", entry.title) }
    if !entry.meta.isEmpty { styled("Bron", entry.meta) }
    keyValues(entry.fields)
    if let photo = entry.photo { write(photo) }
  }

  private mutating func write(_ text: Text) {
    for inline in text {
      switch inline {
      case .text(let text), .faint(let text): out.text(text)
      case .told(let text): told(text)
      case .strong(let text):
        out.raw("<strong>")
        out.text(text)
        out.raw("</strong>")
      case .strongTold(let text):
        out.raw("<strong>")
        told(text)
        out.raw("</strong>")
      case .reference(let number, let label): reference(number, label)
      case .lineEnd: out.raw("<br>")
      }
    }
  }

  private mutating func told(_ text: String) {
    let isRightToLeft = TextDirection.isRightToLeft(text)
    if isRightToLeft { out.raw("<span dir=\"rtl\">") }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { out.raw("<br>") }
      out.text(String(line))
    }
    if isRightToLeft { out.raw("</span>") }
  }

  private mutating func reference(_ number: Int64, _ label: String) {
    guard entries.contains(number) else { return out.text(label) }
    out.raw("<a href=\"#e")
    out.raw(number)
    out.raw("\">")
    out.text(label)
    out.raw("</a>")
  }
}
