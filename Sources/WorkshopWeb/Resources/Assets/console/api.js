/** A refusal of the server, with its problem document where it sent one. */
export class Refusal extends Error {
  /**
   * @param {number} status 0 where the server was not reached
   * @param {{type?: string, title?: string, detail?: string, fields?: Record<string, string>, current?: any}} problem
   */
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? String(status));
    this.status = status;
    this.problem = problem;
  }
}

/** @typedef {(method: string, path: string, body?: object | FormData) => Promise<any>} Api */

/**
 * Calls below one address. Throws `Refusal` for everything but a 2xx answer.
 * @param {string} root
 * @param {typeof fetch} [send]
 * @returns {Api}
 */
export function makeApi(root, send = (...request) => fetch(...request)) {
  return async (method, path, body) => {
    const response = await send(root + path, request(method, body)).catch(() => {
      throw new Refusal(0, {});
    });
    const answer = await json(response);
    if (!response.ok) throw new Refusal(response.status, answer ?? {});
    return answer;
  };
}

/**
 * @param {string} method
 * @param {object | FormData} [body]
 * @returns {RequestInit}
 */
function request(method, body) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json" };
  if (method !== "GET") headers["X-Werkdag"] = "1";
  if (body === undefined) return { method, headers, cache: "no-store" };
  if (body instanceof FormData) return { method, headers, body };
  headers["Content-Type"] = "application/json";
  return { method, headers, body: JSON.stringify(body) };
}

/** @param {Response} response */
async function json(response) {
  const type = response.headers.get("Content-Type") ?? "";
  if (!/^application\/(problem\+)?json/.test(type)) return null;
  return response.json().catch(() => null);
}

/**
 * What to tell about a failure, with what to do.
 * @param {unknown} error
 * @param {import("../common/words.js").Words} words
 */
export function explain(error, words) {
  if (!(error instanceof Refusal)) return words("errors.unknown");
  if (error.status === 0) return words("errors.network");
  const { title, detail } = error.problem;
  if (detail) return title && title !== detail ? `${title}. ${detail}` : detail;
  const key = `errors.${error.status}`;
  return words.has(key) ? words(key) : title ?? words("errors.unknown");
}
