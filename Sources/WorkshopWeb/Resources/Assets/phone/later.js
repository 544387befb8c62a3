import { later } from "./arrival.js";
import { ownView, draftView } from "./own.js";
import { sentView } from "./sent.js";
import { withdrawView } from "./withdraw.js";
import { dotsView } from "./dots.js";
import { stancesView } from "./stances.js";
import { assessmentControl } from "./assessment.js";
import { openAlbum } from "./album.js";
import { openCourier } from "./courier.js";
import { timerStrip } from "./timer.js";
import { openSeat } from "./seat.js";
import { closedView } from "./closed.js";
import { photoControl } from "./photo-field.js";
import { teamsView } from "./teams.js";
import { dropGone } from "./gone.js";
import { tellersBar } from "./tellers.js";
import { isListening, listenView } from "./listen.js";
import { readBackView } from "./read-back.js";
import { tableStoriesControl } from "./table-stories.js";

Object.assign(later, { ownView, draftView, sentView, withdrawView, dotsView, stancesView, teamsView });
Object.assign(later, { assessment: assessmentControl, photo: photoControl, closedView });
Object.assign(later, { tellers: tellersBar, isListening, listenView, readBackView, tableStories: tableStoriesControl });
const seatStrip = openSeat();
later.timerStrip = (/** @type {import("./types").App} */ app) => {
  timerStrip(app);
  seatStrip(app);
  dropGone(app);
  if (app.view.tick) app.view.tick();
};
later.album = openAlbum(window.indexedDB);
later.courier = (/** @type {import("./types").Counter} */ counter, /** @type {import("./types").App} */ app) =>
  openCourier(counter, { say: app.say, send: app.send, album: later.album });
if (later.arrived) later.arrived();
