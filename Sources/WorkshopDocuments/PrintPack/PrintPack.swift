/// Everything the print pack shows, as plain values: what it says and how often, without how it looks.
///
/// A part that was not asked for is nil. Text is data throughout: the template places it and never reads it as markup.
struct PrintPack: Hashable, Sendable, Encodable {
  /// The language of our own words.
  var language: String
  /// The name of the whole.
  var title: String
  /// The Huis van het Kind.
  var house: String
  /// The day or days, as people read them.
  var date: String
  /// Where; empty where that is not agreed yet.
  var place: String
  /// What has to stand on every page; nil where nothing has.
  var notice: String?
  /// Words of more than one part, by key.
  var words: [String: String]
  /// The draaiboek of every gathering.
  var runSheets: Document?
  var poster: Poster?
  var tableCards: TableCards?
  var tablePlan: TablePlan?
  var guideAdults: Guide?
  var guideChildren: ChildrenGuide?
  var storyForms: StoryForms?
  var badges: Badges?
  var withdrawalCards: WithdrawalCards?
  var checklist: Checklist?

  /// The way in for phones.
  struct Join: Hashable, Sendable, Encodable {
    /// The address without `http://`, which nobody has to type; nil where it is written on by hand.
    var address: String?
    /// The code in two groups of three, or however long it is.
    var code: String
    /// The QR code, row by row, `1` where dark; empty where there is no address.
    var modules: [String]
  }

  /// The poster at the door.
  struct Poster: Hashable, Sendable, Encodable {
    var words: [String: String]
    var join: Join
  }

  /// A card to fold for each table.
  struct TableCards: Hashable, Sendable, Encodable {
    struct Card: Hashable, Sendable, Encodable {
      var number: Int
      /// The badges that sit there in words; empty where nobody was seated yet.
      var badges: String
    }

    var words: [String: String]
    var rules: [String]
    var join: Join
    var cards: [Card]
  }

  /// Who sits where.
  struct TablePlan: Hashable, Sendable, Encodable {
    struct Seat: Hashable, Sendable, Encodable {
      var badge: Int
      var table: Int
    }

    struct Table: Hashable, Sendable, Encodable {
      var number: Int
      /// The duos; a trio, or one alone, among them.
      var duos: [[Int]]
    }

    /// The badges that are kept for a group.
    struct Stack: Hashable, Sendable, Encodable {
      var group: String
      var badges: [Int]
    }

    /// The tables of one gathering.
    struct Plan: Hashable, Sendable, Encodable {
      var gathering: String
      /// Everybody's table, by badge.
      var seats: [Seat]
      var tables: [Table]
      /// Which badge goes to whom, for facilitators only; empty where the tables were made from who checked in.
      var stacks: [Stack]
    }

    var words: [String: String]
    var plans: [Plan]
  }

  /// A question with what to ask further.
  struct Question: Hashable, Sendable, Encodable {
    var ask: String
    var more: String
  }

  /// The interview guide.
  struct Guide: Hashable, Sendable, Encodable {
    var words: [String: String]
    var rules: [String]
    var questions: [Question]
    /// What to say and ask when something painful comes up.
    var hard: [String]
  }

  /// The interview guide for children.
  struct ChildrenGuide: Hashable, Sendable, Encodable {
    struct Panel: Hashable, Sendable, Encodable {
      /// The name of a drawing of the template.
      var picture: String
      var ask: String
    }

    var words: [String: String]
    var panels: [Panel]
    /// For the adult beside them.
    var helping: [String]
  }

  /// Story forms on paper.
  struct StoryForms: Hashable, Sendable, Encodable {
    var words: [String: String]
    /// The fields of the front.
    var front: [PaperField]
    /// The fields of the back, which may all stay empty.
    var back: [PaperField]
    var groups: [String]
    var consents: [Tick]
    /// The codes of the sheets; each is one form.
    var sheets: [String]
  }

  /// A field of a form, drawn on paper.
  struct PaperField: Hashable, Sendable, Encodable {
    var label: String
    var help: String?
    /// How many lines to write on; 0 where there is something to tick.
    var lines: Int
    /// What can be ticked.
    var choices: [String]
    /// Whether one answer is asked, and not any number.
    var isSingle: Bool
  }

  /// Something to tick, with what it means.
  struct Tick: Hashable, Sendable, Encodable {
    var label: String
    var help: String
  }

  /// Badges with a number.
  struct Badges: Hashable, Sendable, Encodable {
    struct Badge: Hashable, Sendable, Encodable {
      var number: Int
      /// The table of who wears it; nil where nobody was seated yet.
      var table: Int?
    }

    var words: [String: String]
    var badges: [Badge]
  }

  /// The cards that go home with tellers.
  struct WithdrawalCards: Hashable, Sendable, Encodable {
    struct Card: Hashable, Sendable, Encodable {
      var sheet: String
      var code: String
    }

    var words: [String: String]
    var cards: [Card]
  }

  /// The facilitator's checklist.
  struct Checklist: Hashable, Sendable, Encodable {
    struct Moment: Hashable, Sendable, Encodable {
      var title: String
      var items: [String]
    }

    var words: [String: String]
    var moments: [Moment]
  }
}
