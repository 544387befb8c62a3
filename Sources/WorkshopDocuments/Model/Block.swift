/// One block of a document.
enum Block: Hashable, Sendable, Encodable {
  case heading(Heading)
  case paragraph(Text)
  case quote(Quote)
  case list(List)
  case table(Table)
  case keyValues([KeyValue])
  case chart(BarChart)
  case photo(Photo)
  case note(Note)
  case entry(Entry)
  /// What follows begins on a new page, where there are pages.
  case pageBreak
}

/// The heading of a chapter or a part of it.
struct Heading: Hashable, Sendable, Encodable {
  /// 1 for a chapter, 2 for a part, which are in the contents; 3 for a smaller part.
  var level: Int
  /// The text.
  var text: String
  /// The phase of the day it tells of, which gives its colour; nil for the house's own.
  var phase: String?

  /// Makes a heading.
  init(level: Int, text: String, phase: String? = nil) {
    self.level = level
    self.text = text
    self.phase = phase
  }
}

/// Something someone said, with where it can be found.
struct Quote: Hashable, Sendable, Encodable {
  /// Their words.
  var text: Text
  /// Where it comes from.
  var source: Text
}

/// A list of points.
struct List: Hashable, Sendable, Encodable {
  /// Whether the order matters.
  var isOrdered: Bool
  /// The points.
  var items: [Text]

  /// Makes a list.
  init(isOrdered: Bool = false, items: [Text]) {
    self.isOrdered = isOrdered
    self.items = items
  }
}

/// A table with a head that is repeated on every page.
struct Table: Hashable, Sendable, Encodable {
  /// The heads of the columns.
  var header: [String]
  /// The rows, each as wide as the head.
  var rows: [[Cell]]
  /// What the table shows.
  var caption: String
  /// The widths of the columns in relation to each other.
  var widths: [Int]
  /// Whether it hangs on a wall, and is set as large as its page allows.
  var isForWall = false

  /// One cell.
  struct Cell: Hashable, Sendable, Encodable {
    /// How a cell stands out; the text says the same, so that it reads in grey.
    enum Tone: String, Sendable, Encodable {
      case plain, filled, empty
      /// To be filled in by hand.
      case blank
    }

    /// What it says.
    var text: Text
    /// How it stands out.
    var tone: Tone

    /// Makes a cell.
    init(_ text: Text, tone: Tone = .plain) {
      self.text = text
      self.tone = tone
    }
  }

  /// Makes a table; without widths all columns are as wide.
  init(header: [String], rows: [[Cell]], caption: String, widths: [Int]? = nil) {
    self.header = header
    self.rows = rows
    self.caption = caption
    self.widths = widths ?? header.map { _ in 1 }
  }
}

/// A term with what there is to say of it.
struct KeyValue: Hashable, Sendable, Encodable {
  /// The term.
  var key: String
  /// What there is to say.
  var value: Text

  /// Makes a pair.
  init(_ key: String, _ value: Text) {
    self.key = key
    self.value = value
  }
}

/// Something to be noticed.
struct Note: Hashable, Sendable, Encodable {
  /// Why it stands apart.
  enum Kind: String, Sendable, Encodable {
    /// A step that was not reached, or has nothing to show.
    case absence
    /// How to read what follows.
    case information
    /// A worry, a tension, a warning.
    case attention
  }

  /// Why it stands apart.
  var kind: Kind
  /// What it says.
  var text: Text

  /// Makes a note.
  init(_ kind: Kind, _ text: Text) {
    self.kind = kind
    self.text = text
  }
}

/// A photo with what it shows in words.
struct Photo: Hashable, Sendable {
  /// The number of the contribution it belongs to; also the name of its file for a converter.
  var number: Int64
  /// The JPEG.
  var jpeg: [UInt8]
  /// What it shows, for who cannot see it.
  var alternative: String
}

extension Photo: Encodable {
  private enum CodingKeys: String, CodingKey { case number, alternative }

  /// Writes the number and the words only; the picture itself travels as a file beside it.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode(alternative, forKey: .alternative)
  }
}

/// A contribution in full: what references point to.
struct Entry: Hashable, Sendable, Encodable {
  /// The contribution's number.
  var number: Int64
  /// What references call it, for example "verhaal 12".
  var label: String
  /// Its own title.
  var title: Text
  /// How and when it came in.
  var meta: Text
  /// Its answers.
  var fields: [KeyValue]
  /// Its photo, or nil.
  var photo: Photo?

  /// Makes an entry.
  init(number: Int64, label: String, title: Text, meta: Text, fields: [KeyValue], photo: Photo? = nil) {
    self.number = number
    self.label = label
    self.title = title
    self.meta = meta
    self.fields = fields
    self.photo = photo
  }
}
