/// Draws a document as one web page that stands alone: style and pictures inside, no script, nothing fetched.
struct HTMLRenderer {
  /// The page as UTF-8.
  func render(_ document: Document) throws(DocumentError.Cause) -> [UInt8] {
    var page = HTMLPage(document)
    page.write(style: try Templates.bytes("document.css"))
    return page.out.bytes
  }
}

/// Writes the page, block by block.
struct HTMLPage {
  let document: Document
  let entries: Set<Int64>
  var out: MarkupBuffer
  private var headings = 0

  init(_ document: Document) {
    self.document = document
    entries = document.entryNumbers
    out = MarkupBuffer(capacity: 1 << 20)
  }

  mutating func write(style: [UInt8]) {
    out.raw("<!doctype html>\n<html")
    out.attribute("lang", document.language)
    out.raw(
      "><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
    out.text("\(document.title) · \(document.house) · \(document.date)")
    out.raw("</title><style>")
    out.file(style)
    out.raw(document.isBrief ? "</style></head><body class=\"brief\">\n" : "</style></head><body>\n")
    if let notice = document.notice {
      out.raw("<p class=\"notice\">")
      out.text(notice)
      out.raw("</p>\n")
    }
    cover()
    if !document.isBrief { contents() }
    out.raw("<main>\n")
    chapters()
    out.raw("</main>\n<footer><p>")
    out.text("\(document.title) · \(document.house) · \(document.date)")
    out.raw("</p></footer>\n</body></html>\n")
  }

  private mutating func cover() {
    out.raw("<header class=\"cover\"><p class=\"brand\">")
    out.text(document.labels["brand"] ?? "")
    out.raw("</p><h1>")
    out.text(document.title)
    out.raw("</h1><p class=\"subtitle\" dir=\"auto\">")
    out.text(document.subtitle)
    out.raw("</p>\n")
    keyValues(document.facts)
    out.raw("</header>\n")
  }

  /// Chapters, each with its parts.
  private mutating func contents() {
    out.raw("<nav class=\"contents\"")
    out.attribute("aria-label", document.labels["contents"] ?? "")
    out.raw("><h2>")
    out.text(document.labels["contents"] ?? "")
    out.raw("</h2><ol>")
    var isOpen = false
    var hasParts = false
    var number = 0
    for case .heading(let heading) in document.blocks where heading.level < 3 {
      number += 1
      if heading.level == 1 {
        if hasParts { out.raw("</ol>") }
        if isOpen { out.raw("</li>") }
        out.raw("\n<li>")
        (isOpen, hasParts) = (true, false)
      } else {
        if !hasParts { out.raw("<ol>") }
        out.raw("<li>")
        hasParts = true
      }
      out.raw("<a href=\"#h")
      out.raw(number)
      out.raw("\">")
      out.text(heading.text)
      out.raw("</a>")
      if heading.level == 2 { out.raw("</li>") }
    }
    if hasParts { out.raw("</ol>") }
    if isOpen { out.raw("</li>") }
    out.raw("</ol></nav>\n")
  }

  private mutating func chapters() {
    var isOpen = false
    for block in document.blocks {
      if case .heading(let heading) = block, heading.level == 1 {
        if isOpen { out.raw("</section>\n") }
        out.raw("<section")
        out.attribute("class", heading.phase ?? "kader")
        out.raw(">")
        isOpen = true
      }
      write(block)
    }
    if isOpen { out.raw("</section>\n") }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .heading(let heading): write(heading)
    case .paragraph(let text):
      out.raw("<p dir=\"auto\">")
      write(text)
      out.raw("</p>\n")
    case .quote(let quote): write(quote)
    case .list(let list): write(list)
    case .table(let table): write(table)
    case .keyValues(let pairs): keyValues(pairs)
    case .chart(let chart): HTMLChart(chart).write(to: &self)
    case .photo(let photo): write(photo)
    case .note(let note):
      out.raw("<div class=\"note ")
      out.text(note.kind.rawValue)
      out.raw("\"><p dir=\"auto\">")
      write(note.text)
      out.raw("</p></div>\n")
    case .entry(let entry): write(entry)
    case .pageBreak: out.raw("<hr class=\"page\">\n")
    }
  }

  private mutating func write(_ heading: Heading) {
    // The title of the document is the only h1, so chapters begin at h2.
    let level = heading.level + 1
    out.raw("<h")
    out.raw(level)
    if heading.level < 3 {
      headings += 1
      out.raw(" id=\"h")
      out.raw(headings)
      out.raw("\"")
    }
    if heading.level > 1, let phase = heading.phase { out.attribute("class", phase) }
    out.raw(">")
    out.text(heading.text)
    out.raw("</h")
    out.raw(level)
    out.raw(">\n")
  }

  private mutating func write(_ quote: Quote) {
    out.raw("<figure class=\"quote\"><blockquote dir=\"auto\">")
    write(quote.text)
    out.raw("</blockquote>")
    if !quote.source.isEmpty {
      out.raw("<figcaption dir=\"auto\">")
      write(quote.source)
      out.raw("</figcaption>")
    }
    out.raw("</figure>\n")
  }

  private mutating func write(_ list: List) {
    out.raw(list.isOrdered ? "<ol>" : "<ul>")
    for item in list.items {
      out.raw("<li dir=\"auto\">")
      write(item)
      out.raw("</li>\n")
    }
    out.raw(list.isOrdered ? "</ol>\n" : "</ul>\n")
  }

  mutating func write(_ table: Table) {
    out.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\"")
    out.attribute("aria-label", table.caption)
    out.raw("><table><caption>")
    out.text(table.caption)
    out.raw("</caption><thead><tr>")
    for head in table.header {
      out.raw("<th scope=\"col\">")
      out.text(head)
      out.raw("</th>")
    }
    out.raw("</tr></thead><tbody>\n")
    for row in table.rows {
      out.raw("<tr>")
      for (column, cell) in row.enumerated() {
        out.raw(column == 0 ? "<th scope=\"row\"" : "<td")
        if cell.tone != .plain { out.attribute("class", cell.tone.rawValue) }
        out.raw(" dir=\"auto\">")
        write(cell.text)
        out.raw(column == 0 ? "</th>" : "</td>")
      }
      out.raw("</tr>\n")
    }
    out.raw("</tbody></table></div>\n")
  }

  private mutating func keyValues(_ pairs: [KeyValue]) {
    guard !pairs.isEmpty else { return }
    out.raw("<dl>")
    for pair in pairs {
      out.raw("<div><dt>")
      out.text(pair.key)
      out.raw("</dt><dd dir=\"auto\">")
      write(pair.value)
      out.raw("</dd></div>\n")
    }
    out.raw("</dl>\n")
  }

  private mutating func write(_ photo: Photo) {
    out.raw("<figure class=\"photo\"><img")
    out.attribute("alt", photo.alternative)
    out.raw(" src=\"data:image/jpeg;base64,")
    out.base64(photo.jpeg)
    out.raw("\"></figure>\n")
  }

  private mutating func write(_ entry: Entry) {
    out.raw("<article class=\"entry\" id=\"e")
    out.raw(entry.number)
    out.raw("\"><h4 dir=\"auto\"><span class=\"number\">")
    out.text(entry.label)
    out.raw("</span> ")
    write(entry.title)
    out.raw("</h4>")
    if !entry.meta.isEmpty {
      out.raw("<p class=\"meta\">")
      write(entry.meta)
      out.raw("</p>")
    }
    out.raw("\n")
    keyValues(entry.fields)
    if let photo = entry.photo { write(photo) }
    out.raw("</article>\n")
  }

  mutating func write(_ text: Text) {
    for inline in text {
      switch inline {
      case .text(let text): out.text(text)
      case .told(let text): told(text)
      case .strong(let text): wrapped("<strong>", text, "</strong>")
      case .strongTold(let text):
        out.raw("<strong>")
        told(text)
        out.raw("</strong>")
      case .faint(let text): wrapped("<small>", text, "</small>")
      case .reference(let number, let label): reference(number, label)
      case .lineEnd: out.raw("<br>")
      }
    }
  }

  private mutating func wrapped(_ open: StaticString, _ text: String, _ close: StaticString) {
    out.raw(open)
    out.text(text)
    out.raw(close)
  }

  /// People's words keep their own direction, whatever stands around them; line ends are kept by the style sheet.
  private mutating func told(_ text: String) { wrapped("<bdi>", text, "</bdi>") }

  private mutating func reference(_ number: Int64, _ label: String) {
    guard entries.contains(number) else { return out.text(label) }
    out.raw("<a class=\"reference\" href=\"#e")
    out.raw(number)
    out.raw("\">")
    out.text(label)
    out.raw("</a>")
  }
}
