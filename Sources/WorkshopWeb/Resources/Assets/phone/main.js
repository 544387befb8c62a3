import { speaker } from "./words.js";
import { openStorage } from "./storage.js";
import { openApi } from "./api.js";
import { openOutbox } from "./outbox.js";
import { followRoom } from "./events.js";
import { openShell } from "./shell.js";
import { fill, part } from "./dom.js";
import { inFragment } from "./codes.js";
import { joinView, joinWith } from "./join.js";
import { checkinView, noticeView } from "./checkin.js";
import { nowView } from "./step.js";
import { later, viewOf, fetchRest } from "./arrival.js";

/** The phone's own storage, or null where it is refused. */
function storageArea() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function start() {
  const page = part("main");
  const area = storageArea();
  const device = openStorage(area, "werkdag:");
  let isFetching = false;
  /** @type {Record<string, { storage: import("./types").Storage, outbox: import("./types").Outbox }>} */
  const homes = {};
  /** @type {any} */
  const notYet = null;

  /** @type {import("./types").App} */
  const app = {
    say: speaker(JSON.parse(part("words").textContent)),
    send: openApi(fetch.bind(window)),
    device, storage: device,
    outbox: notYet,
    me: null, step: null, room: null, roomAt: 0, revision: null, isConnected: false,
    view: { nodes: [] },
    person: (step) => app.storage.get("p:" + step) || 0,
    turnTo: (step, person) => {
      app.storage.set("p:" + step, person);
      if (location.hash === "#mijn") location.hash = "";
      else app.render();
    },
    show,
    render: () => show(viewNow()),
    enter, leave,
  };
  const shell = openShell(app);
  setInterval(shell.tick, 1000);
  const stream = followRoom({ open: () => new EventSource("/api/events"), ask: refresh, hear, link });

  /** @param {import("./types").View} view */
  function show(view) {
    app.view = view;
    shell.news();
    shell.update();
    fill(page, view.nodes);
    /** @type {HTMLElement | null} */
    const title = page.querySelector("h1");
    if (!title) return;
    const name = title.textContent + " · Elk Gezin Telt";
    title.focus({ preventScroll: true });
    if (document.title !== name) window.scrollTo(0, 0);
    document.title = name;
  }

  function viewNow() {
    const { hash } = location;
    if (hash === "#terugnemen" || inFragment(hash, "code")) return viewOf(app, "withdrawView");
    if (!app.me) return joinView(app);
    if (hash === "#spelregels") return viewOf(app, "rulesView");
    if (!app.me.participant.checkedIn || hash === "#wie") return checkinView(app, app.me);
    if (!app.storage.get("notice")) return noticeView(app, app.me);
    return hash === "#mijn" ? viewOf(app, "ownView") : nowView(app);
  }

  /** @param {string} id */
  function homeOf(id) {
    const storage = openStorage(area, "werkdag:" + id + ":");
    /** @param {import("./types").Counter} counter */
    const courier = (counter) => later.courier && later.courier(counter, app);
    return { storage, outbox: openOutbox({ storage, changed: happened, courier }) };
  }

  /** @param {import("./types").Me} me */
  function take(me) {
    const isOther = !app.me || app.me.traject.id !== me.traject.id;
    const isNewDay = !isOther && app.me && app.me.participant.checkedIn && !me.participant.checkedIn;
    app.me = me;
    device.set("me", me);
    if (isOther) {
      // Kept for who joins again: what did not fit on the phone is in it.
      const own = (homes[me.traject.id] = homes[me.traject.id] || homeOf(me.traject.id));
      Object.assign(app, own);
      app.step = own.storage.get("s:" + me.room.step);
      app.revision = null;
    }
    if (app.view.taken) app.view.taken();
    hear(me.room);
    // Check-in is asked again for another gathering, but never over what somebody is typing.
    if (isNewDay && !(app.view.holds && app.view.holds())) app.render();
  }

  /** @param {import("./types").Me} me */
  function enter(me) {
    take(me);
    app.render();
    stream.connect();
    app.outbox.flush();
  }

  function leave() {
    // Whoever is typing the code already must not lose it.
    if (!app.me) return;
    stream.stop();
    device.remove("me");
    app.me = null;
    app.render();
  }

  async function refresh() {
    const { status, body } = await app.send("GET", "/api/me");
    if (status === 401) leave();
    if (status === 200 && body.traject) take(body);
    return status === 200;
  }

  /** @param {boolean} isConnected */
  function link(isConnected) {
    app.isConnected = isConnected;
    shell.light();
    if (!isConnected) return;
    fetchRest(flush);
    flush();
  }

  function flush() {
    if (app.me) app.outbox.flush();
  }

  /** @param {import("./types").Room} room */
  function hear(room) {
    app.room = room;
    app.roomAt = performance.now();
    shell.update();
    const isStale = app.revision !== room.revision || (app.step ? app.step.id : null) !== room.step;
    // Spread at random: every phone in the room hears of a new step in the same instant.
    if (isStale && !isFetching) fetchLater(app.revision === null ? 0 : Math.random() * 1000);
    else if (!room.step && app.view.refresh) app.view.refresh();
  }

  /** @param {number} wait */
  function fetchLater(wait) {
    isFetching = true;
    setTimeout(async () => {
      const revision = app.room && app.room.revision;
      const { status, body } = await app.send("GET", "/api/step");
      isFetching = false;
      if (status === 200 || status === 204) {
        app.revision = revision;
        stepChanged(body);
      }
      // A failed stream asks again by itself; a server that is busy, or a room that moved on meanwhile, is asked here.
      if (status && app.room && app.room.revision !== app.revision) fetchLater(3000 + Math.random() * 3000);
    }, wait);
  }

  /** @param {import("./types").Step | null} step */
  function stepChanged(step) {
    const isSame = (app.step && app.step.id) === (step && step.id);
    app.step = step;
    if (step) app.storage.set("s:" + step.id, step);
    shell.update();
    if (isSame) {
      if (app.view.refresh) app.view.refresh();
    } else if (app.view.holds && app.view.holds()) shell.news(app.view.closed);
    else if (app.me && app.me.participant.checkedIn && location.hash !== "#wie") app.render();
  }

  /** @param {import("./types").OutboxEvent} event */
  function happened(event) {
    const { type, entry } = event;
    if (type === "session") return leave();
    shell.update();
    if (app.view.happened) app.view.happened(event);
    if (type === "sent" && entry.payload.kind) refresh();
  }

  async function begin() {
    fetchRest(flush);
    const token = inFragment(location.hash, "t");
    if (token) history.replaceState(null, "", location.pathname);
    const failed = token && (await joinWith(app, { token }));
    if (token && !failed) return;
    const { status, body } = await app.send("GET", "/api/me");
    const known = status === 200 ? body : status === 401 ? null : device.get("me");
    // A timer kept from before says nothing about now.
    if (known && status !== 200) known.room.timer = null;
    if (known && known.traject) enter(known);
    else app.render();
  }

  window.addEventListener("hashchange", app.render);
  window.addEventListener("hashchange", () => app.me && refresh());
  window.addEventListener("online", () => app.me && stream.nudge());
  window.addEventListener("offline", () => link(false));
  document.addEventListener("visibilitychange", () => !document.hidden && app.me && stream.nudge());
  for (const type of ["storage", "focus", "pageshow"]) {
    window.addEventListener(type, () => app.view.awake && app.view.awake());
  }
  begin();
}

start();
