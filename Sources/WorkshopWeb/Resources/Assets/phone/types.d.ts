// What the server sends and what the phone keeps, for the type checker only; nothing of this reaches a phone.

export type Say = (key: string, values?: Record<string, string | number>) => string;

export interface Option { id: string; label: string; description?: string }
export interface Candidate { id: string; kind: string; label: string }
export type FieldType = "line" | "text" | "choice" | "choices" | "assessment" | "date" | "answers" | "photo" | "references"
  | "tableStories";

export interface Field {
  id: string;
  type: FieldType;
  label: string;
  help?: string;
  required: boolean;
  tier: "core" | "more";
  limit?: number;
  options?: Option[];
  answers?: Option[];
  candidates?: Candidate[];
  /** What the candidates are to it. */
  relation?: string;
  /** Whether there are more candidates, to be found by a word. */
  hasMore?: boolean;
  /** The part of a long form it stands in. */
  section?: string;
}

export type Assessment = Record<string, { answer: string; notForWhom: string }>;
export type Value = string | string[] | Assessment | Record<string, string>;
export type Body = Record<string, Value>;
export interface Consent { id: string; label: string; help: string }
export interface Form {
  kind: string;
  name: string;
  fields: Field[];
  consents: Consent[];
  /** The fields that are asked when the text is read back to its teller; a form kept from before may lack them. */
  readBack?: string[];
  /** The parts of a long form. */
  sections?: Option[];
}
export interface ThemeChoice { id: string; name: string; buildingBlockName?: string }
export interface ProposalChoice {
  id: string;
  number: number;
  headline: string;
  buildingBlockName?: string;
  forWhom?: string;
}

export interface Step {
  id: string;
  phase: string;
  phaseName: string;
  name: string;
  prompt: string;
  tip?: string;
  activity: "forms" | "dots" | "stances" | "teams" | "choosing" | "scan";
  forms: Form[];
  themes?: ThemeChoice[];
  dots?: { person: number; themes: string[] }[];
  dotsPerPerson?: number;
  proposals?: ProposalChoice[];
  stances?: { person: number; proposal: string; position: string }[];
  positions?: Option[];
  actions?: ActionChoice[];
  pledges?: PledgeChoice[];
  backing?: { person: number; subject: string }[];
  /** The last day that is soon enough for a first step. */
  lastFirstStep?: string | null;
  interview?: string | null;
  questions?: { ask: string; more: string }[];
  scanQuestions?: { id: string; label: string; answers: Option[] }[];
  scanAnswers?: { person: number; answers: Record<string, string> }[];
}

export interface ActionChoice {
  id: string;
  number: number;
  headline: string;
  lead: string;
  firstStep: string;
  firstStepDate: string | null;
  joined: number;
}

export interface PledgeChoice {
  id: string;
  pledgeKind: string;
  pledgeKindName: string;
  headline: string;
  giver: string;
  joined: number;
  open: boolean;
}

/** What became of a contribution. */
export interface Outcome {
  number: number;
  kindName: string;
  headline: string;
  state: string;
  stateName: string;
  summary: string;
  steps: { title: string; names: string[]; ids: string[]; others: string | null }[];
}

/** What an interview comes to when so many seconds are left. */
export interface Moment { activity: "telling" | "writing"; round: number; from: number }

export interface RoomTimer { remaining: number; total: number; running: boolean; swap: boolean; moments?: Moment[] }

export interface Room {
  seq: number;
  step: string | null;
  item: { id: string; title: string; phase: string } | null;
  timer: RoomTimer | null;
  closed: boolean;
  /** Whether Doen goes to the ontwerpteam. */
  handedOver: boolean;
  /** What the room may not see any more, to drop at once. */
  gone: string[];
  asksGuardian: boolean;
  /** On which building block people want to work. */
  design?: { limit: number | null; people: Record<string, number>; full: string[] };
  counts: Record<string, number>;
  revision: number;
  /** Another text whenever the seats have to be fetched again; null while they are not shown. */
  seating: string | null;
}

export interface Teller { groups: string[]; consents: string[]; hasGuardianConsent: boolean }

/** A contribution the server has and this phone sent. */
export interface Own {
  id: string;
  number: number;
  kind: string;
  kindName: string;
  step: string;
  state: string;
  headline: string;
  version: number;
  late: boolean;
  code: string;
  editable: boolean;
  body: Body;
  teller: Teller;
  hasPhoto: boolean;
  /** What was put in other words; left out by an older server. */
  reworded?: { label: string; told: string; now: string }[];
  isPart?: boolean;
}

export interface Participant {
  checkedIn: boolean;
  language: string;
  groups: string[];
  organisation: string;
  table: string;
  badge: string;
}

export interface Me {
  traject: {
    id: string;
    house: string;
    topic: string;
    date: string;
    place: string;
    rehearsal: boolean;
    controller: { organisation: string; contact: string; legalBasis: string };
    retentionDate: string;
    confidant?: string | null;
    houseRules?: string | null;
    followUp: { date: string | null; place: string };
  };
  participant: Participant;
  groups: Option[];
  languages: Option[];
  room: Room;
  seat: { table: number; text: string } | null;
  /** What people on this phone chose to work on. */
  choices?: { person: number; buildingBlock: string }[];
  mine: Own[];
}

export interface Submission {
  id: string;
  step: string;
  kind: string;
  language: string;
  route: string;
  table: string;
  teller: Teller;
  body: Body;
  version?: number;
}

export interface Problem { type?: string; title: string; detail: string; fields?: Record<string, string> }

/** What someone is writing, as it is kept on the phone. */
export interface Draft {
  payload: Submission;
  person: number;
  photo: boolean;
  about?: string;
  problem?: Problem;
  /** Whether its teller is reading it back. */
  handed?: boolean;
  /** What was picked and came by a search, by id. */
  labels?: Record<string, Candidate>;
}

/** What waits to be sent: a contribution with its draft, or a choice of which only the newest matters. */
export interface Entry {
  key: string;
  order: number;
  stamp: string;
  state: "waiting" | "returned";
  method: "POST" | "PUT";
  path: string;
  payload: any;
  person?: number;
  photo?: boolean;
  about?: string;
  problem?: Problem;
}

export interface Reply { status: number; body: any; wait: number }
export type Send = (method: string, path: string, body?: any) => Promise<Reply>;

export interface Storage {
  get(key: string): any;
  set(key: string, value: any): void;
  isDurable(key: string): boolean;
  remove(key: string): void;
  keys(start: string): string[];
}

export interface Album {
  /** Answers whether the photo survives a reload; fails where it cannot be read at all. */
  put(id: string, photo: Blob | Promise<Blob>): Promise<boolean>;
  /** The photo, or null where it cannot be read back. */
  get(id: string): Promise<Blob | null>;
  isKept(id: string): Promise<boolean>;
  remove(id: string): Promise<void>;
  copy(id: string, other: string): Promise<void>;
  /** What to send: the payload with its photo, or null where that cannot be read back. */
  withPhoto(payload: any): Promise<FormData | null>;
}

export interface OutboxEvent { type: "kept" | "sent" | "returned" | "later" | "session"; entry: Entry; answer?: any }

/** What the outbox lends to the courier. */
export interface Counter {
  storage: Storage;
  tell(event: OutboxEvent): void;
  flush(): Promise<void>;
  /** A place after all that is kept. */
  nextOrder(): number;
}

/** Brings one entry to the server and tells what became of it. */
export type Courier = (entry: Entry) => Promise<OutboxEvent["type"]>;

export interface Outbox {
  entries(): Entry[];
  waiting(): number;
  submit(key: string, draft: Draft): Entry;
  choose(key: string, path: string, payload: any): void;
  flush(): Promise<void>;
}

/** What stands in the page's main part. */
export interface View {
  /** Elements, lists of them, and false where there is none. */
  nodes: any[];
  /** True while it must not be replaced because something in it is not done. */
  holds?: () => boolean;
  /** The key of what to say above it when its step closes. */
  closed?: string;
  /** Takes in how the room is now, at every tick. */
  live?: () => void;
  /** Takes in a new version of the step it was made for. */
  refresh?: () => any;
  /** Takes in a new version of what the server has of this phone. */
  taken?: () => void;
  /** Takes in that another tab of this phone may have written in the same place. */
  awake?: () => void;
  /** Takes in what happened to something that was sent. */
  happened?: (event: OutboxEvent) => any;
  /** Takes in that a second went by. */
  tick?: () => void;
}

/** One control of a form. */
export interface Control {
  field: Field;
  node: HTMLElement;
  read(): Value | undefined;
  fail(message: string): void;
  refresh?: (field: Field) => void;
  /** Asks something before sending, the first time it is needed; true where it did. */
  asks?: () => boolean;
}

/** A story a table can tie what it found to; without a title it may not be read here. */
export interface TableStory {
  id: string;
  number: number;
  isHere: boolean;
  title: string | null;
  text: string | null;
  quote: string | null;
}

export interface App {
  say: Say;
  send: Send;
  /** Of the phone, for what is not of one traject. */
  device: Storage;
  /** Of the traject. */
  storage: Storage;
  outbox: Outbox;
  me: Me | null;
  step: Step | null;
  room: Room | null;
  roomAt: number;
  revision: number | null;
  isConnected: boolean;
  view: View;
  person(step: string): number;
  /** Gives the phone to the next teller, or back to an earlier one. */
  turnTo(step: string, person: number): void;
  show(view: View): void;
  render(): void;
  enter(me: Me): void;
  leave(): void;
}
