import { delayBefore } from "../common/stream.js";
import { uuid } from "../common/uuid.js";
import { Refusal } from "../console/api.js";
import { changed } from "./edits.js";
import { flat, holds, isDone, queued, standingOn, without } from "./outbox.js";
import { update } from "./state.js";

/** @typedef {import("./model.js").Edit} Edit */
/** @typedef {import("./model.js").Item} Item */
/** @typedef {import("./model.js").Pending} Pending */
/** @typedef {import("./model.js").SheetView} SheetView */
/** @typedef {import("./model.js").Wish} Wish */

/**
 * What the sending needs of the world around it.
 * @typedef {object} World
 * @property {import("../console/api.js").Api} api
 * @property {import("./state.js").SheetStore} store
 * @property {(pending: Pending[]) => void} keep keeps what was not sent yet where a reload finds it
 * @property {(run: () => void, milliseconds: number) => void} later
 * @property {(run: () => void) => void} soon runs something once the screen shows what was asked
 * @property {(error: unknown) => void} tell
 * @property {(text: string) => void} note
 * @property {(key: string) => string} words
 */

/** @typedef {ReturnType<typeof makeSync>} Sync */

/**
 * Sends edits one after the other, in order. What cannot be sent stays, is shown as not saved, and is tried again.
 * @param {World} world
 */
export function makeSync({ api, store, keep, later, soon, tell, note, words }) {
  let isBusy = false;
  let isWaiting = false;
  let isBehind = false;
  let isAsking = false;
  let isKeeping = false;
  let tries = 0;
  /** Which version followed which by our own doing: so that typing on is no quarrel with oneself. */
  const ours = /** @type {Map<string, number>} */ (new Map());

  /** @param {Pending[]} pending */
  const setPending = (pending) => {
    update(store, { pending });
    keepSoon();
  };

  const keepSoon = () => {
    if (isKeeping) return;
    isKeeping = true;
    soon(() => {
      isKeeping = false;
      keep(store.get().pending);
    });
  };

  /**
   * @param {Wish} wish
   * @param {Item | null} [began] the item as it was when its change was begun, where that is not now
   */
  function ask(wish, began) {
    const asked = (wish.kind === "change" || wish.kind === "remove") ? { ...wish, version: newest(wish.item, wish.version) } : wish;
    const base = began ?? ("item" in wish ? store.get().view.items.find((item) => item.id === wish.item) : null) ?? null;
    setPending(queued(store.get().pending, { wish: asked, base, sent: false }));
    forget(asked);
    update(store, { light: isWaiting ? "waiting" : "sending" });
    soon(pump);
  }

  /**
   * @param {string} item
   * @param {number} version
   * @returns {number}
   */
  function newest(item, version) {
    const next = ours.get(`${item}@${version}`);
    return next === undefined ? version : newest(item, next);
  }

  /**
   * What is corrected is faulty no more.
   * @param {Wish} wish
   */
  function forget(wish) {
    const { faults } = store.get();
    const subject = "item" in wish ? wish.item : "gathering";
    if (!faults[subject]) return;
    const names = wish.kind === "change" ? Object.keys(flat(wish.fields)) : [wish.kind];
    const left = Object.fromEntries(Object.entries(faults[subject]).filter(([name]) => !names.includes(name)));
    update(store, { faults: { ...faults, [subject]: left } });
  }

  async function pump() {
    const { pending, conflict, view } = store.get();
    if (isBusy || isWaiting || conflict) return;
    if (pending.length === 0) {
      update(store, { light: "saved" });
      if (isBehind) refetch();
      return;
    }
    isBusy = true;
    const { wish } = pending[0];
    const first = { ...pending[0], sent: true, wish: "edit" in wish ? { ...wish, edit: view.edit } : wish };
    update(store, { pending: [first, ...pending.slice(1)], light: "sending" });
    try {
      accept(first, await send(first.wish));
      tries = 0;
    } catch (error) {
      await refused(first, error);
    }
    isBusy = false;
    if (!isWaiting) pump();
  }

  /** @param {Wish} wish */
  function send(wish) {
    if (wish.kind === "undo" || wish.kind === "redo") return api("POST", `/${wish.kind}`, { edit: wish.edit });
    if (wish.kind === "copy") return api("POST", "/copy", { traject: wish.traject, gathering: wish.gathering });
    return api("POST", "/edits", wish);
  }

  /** @param {Pending} entry */
  const others = (entry) => store.get().pending.filter((other) => !isSame(other, entry));

  /**
   * @param {Pending} entry
   * @param {SheetView} view
   */
  function accept({ wish, ...entry }, view) {
    const rest = others({ wish, ...entry });
    learn(wish, view);
    const pending = rest.map((other) => {
      const { wish: next } = other;
      return next.kind === "change" || next.kind === "remove"
        ? { ...other, wish: { ...next, version: newest(next.item, next.version) } } : other;
    });
    update(store, { view, pending });
    keepSoon();
  }

  /**
   * @param {Wish} wish
   * @param {SheetView} view
   */
  function learn(wish, view) {
    for (const item of view.items) {
      // The server numbers what is new; here it was called 1 until now.
      if (wish.kind === "add" && wish.item === item.id && item.version !== 1) ours.set(`${item.id}@1`, item.version);
      const before = store.get().view.items.find((old) => old.id === item.id);
      if (!before || before.version >= item.version) continue;
      // Of a change we know which version it made; a later one is somebody else's.
      if (wish.kind === "change" && wish.item === item.id) ours.set(`${item.id}@${wish.version}`, wish.version + 1);
      else if (wish.kind === "undo" || wish.kind === "redo") ours.set(`${item.id}@${before.version}`, item.version);
    }
  }

  /**
   * @param {Pending} entry
   * @param {unknown} error
   */
  async function refused(entry, error) {
    const status = error instanceof Refusal ? error.status : -1;
    const problem = error instanceof Refusal ? error.problem : {};
    if (status === 422 && problem.fields) return faulty(entry, problem.fields);
    if (status === 409 || status === 404) return overtaken(entry, problem.current);
    if (status === 0 || status === 429 || status >= 500) return wait("waiting");
    tell(error);
    if (status === 401 || status === 403) return wait("refused");
    faulty(entry, {});
  }

  /** @param {"waiting" | "refused"} light */
  function wait(light) {
    isWaiting = true;
    update(store, { light });
    later(retry, delayBefore(tries++));
  }

  /** Asks first what the server has: the answer to an edit may have been lost, not the edit. */
  async function retry() {
    if (!isWaiting || isAsking) return;
    isAsking = true;
    try {
      take(await api("GET", ""));
      isWaiting = false;
    } catch {
      later(retry, delayBefore(tries++));
    }
    isAsking = false;
    if (!isWaiting) resume();
  }

  /** Goes on with what was left, without doing twice what the server has already. */
  function resume() {
    const [first, ...rest] = store.get().pending;
    if (first?.sent && isDone(store.get().view, first)) accept(first, store.get().view);
    else if (first?.sent) setPending([{ ...first, sent: false }, ...rest]);
    pump();
  }

  /**
   * What was refused stays at its field as it was typed; the rest of the edit goes on.
   * @param {Pending} entry
   * @param {Record<string, string>} messages
   */
  function faulty(entry, messages) {
    const { wish } = entry;
    const rest = others(entry);
    if (!["change", "start", "end"].includes(wish.kind)) {
      for (const message of Object.values(messages)) note(message);
      return setPending(rest);
    }
    const subject = "item" in wish ? wish.item : "gathering";
    const typed = wish.kind === "change" ? flat(wish.fields) : { ...wish };
    const faults = Object.fromEntries(Object.entries(messages).map(([field, message]) => {
      const name = field.replace(/^texts\./, "");
      return [name, { message, typed: Reflect.get(typed, name) }];
    }));
    update(store, { faults: { ...store.get().faults, [subject]: { ...store.get().faults[subject], ...faults } } });
    const left = wish.kind === "change" ? without(wish.fields, Object.keys(faults)) : null;
    const again = left && Object.keys(faults).length > 0 && wish.kind === "change"
      ? [{ ...entry, sent: false, wish: { ...wish, fields: left } }] : [];
    setPending([...again, ...rest]);
  }

  /**
   * Somebody else was first.
   * @param {Pending} entry
   * @param {any} current an item, or the whole sheet where a turn of the history was asked
   */
  async function overtaken(entry, current) {
    const { wish } = entry;
    const view = current?.items ? current : await api("GET", "").catch(() => null);
    if (!view) return wait("waiting");
    const item = "item" in wish ? view.items.find((/** @type {Item} */ other) => other.id === wish.item) ?? null : null;
    update(store, { view });
    if (wish.kind === "change" && item && holds(item, wish.fields)) return setPending(others(entry));
    if (wish.kind === "change" || (wish.kind === "remove" && item)) {
      keepSoon();
      return update(store, { conflict: { pending: entry, current: item } });
    }
    const isLeftOut = wish.kind === "add" ? !item : wish.kind === "move" && item !== null;
    if ((wish.kind === "add" || wish.kind === "move") && isLeftOut && wish.before) {
      return setPending([{ ...entry, sent: false, wish: { ...wish, before: null } }, ...others(entry)]);
    }
    if (wish.kind === "undo" || wish.kind === "redo") note(words("history.overtaken"));
    else if (wish.kind !== "remove" && wish.kind !== "add") note(words("overtaken"));
    setPending(others(entry));
  }

  /**
   * Settles what two people wrote in one item: what was written here again on top, or what was saved in between.
   * @param {"mine" | "theirs"} choice
   */
  function settle(choice) {
    const { conflict, pending } = store.get();
    if (!conflict) return;
    const { pending: entry, current } = conflict;
    const id = "item" in entry.wish ? entry.wish.item : "";
    const rest = others(entry);
    update(store, { conflict: null });
    if (choice === "theirs") setPending(rest.filter(({ wish }) => wish.kind !== "change" || wish.item !== id));
    else if (current) setPending(standingOn([{ ...entry, sent: false }, ...rest], id, current.version));
    else setPending([putBack(entry), ...rest.filter(({ wish }) => !("item" in wish) || wish.item !== id)]);
    if (pending.length > 0) pump();
  }

  /** @param {SheetView} view */
  function take(view) {
    if (view.edit >= store.get().view.edit) update(store, { view });
  }

  /** Takes what the server has now; while something is on its way, after that. */
  async function refetch() {
    isBehind = isBusy;
    if (isBusy) return;
    const view = await api("GET", "");
    if (isBusy) isBehind = true;
    else take(view);
  }

  return {
    ask, settle, retry, refetch,
    /** Sends what an earlier visit left. */
    start: resume,
  };
}

/**
 * @param {Pending} one
 * @param {Pending} other
 */
function isSame(one, other) {
  return one === other || (one.sent && other.sent);
}

/**
 * An item that was taken away, as a new one with what was written here.
 * @param {Pending} entry
 * @returns {Pending}
 */
function putBack({ wish, base }) {
  const fields = wish.kind === "change" ? wish.fields : {};
  const { id, version, start, end, adjustedMinutes, actualStart, actualEnd, ...rest } = changed(
    base ?? /** @type {Item} */ ({}), fields);
  return { wish: { kind: "add", item: uuid(), before: null, fields: rest }, base: null, sent: false };
}
