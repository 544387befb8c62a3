import { byID } from "../common/dom.js";

/** The key of the printed link, or null: it travels in the fragment, which no server and no log ever sees. */
const token = /^#sleutel=(.+)$/.exec(location.hash)?.[1] ?? null;

/** @param {string} key */
async function exchange(key) {
  // Out of the address bar first, so that it is not left in the history.
  history.replaceState(null, "", location.pathname);
  const response = await fetch("/api/console-session", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Werkdag": "1" },
    body: JSON.stringify({ token: decodeURIComponent(key) }),
  }).catch(() => null);
  if (response?.status === 204) location.reload();
  else byID("key-refused").hidden = false;
}

if (token) exchange(token);
