/**
 * Makes the function that asks the server.
 *
 * An answer that is not the server's own (no network, a deadline, the HTML of a Wi-Fi gateway) has status 0.
 * @param {typeof fetch} fetcher
 * @returns {import("./types").Send}
 */
export function openApi(fetcher) {
  return async (method, path, body) => {
    const multipart = body instanceof FormData;
    /** @type {Record<string, string>} */
    const headers = method === "GET" ? {} : { "X-Werkdag": "1" };
    if (body && !multipart) headers["Content-Type"] = "application/json";
    const abort = new AbortController();
    const deadline = setTimeout(() => abort.abort(), multipart ? 120000 : 20000);
    try {
      const content = multipart || !body ? body : JSON.stringify(body);
      const { signal } = abort;
      return await readReply(await fetcher(path, { method, headers, body: content, signal, redirect: "error" }));
    } catch {
      return { status: 0, body: null, wait: 0 };
    } finally {
      clearTimeout(deadline);
    }
  };
}

/**
 * @param {Response} response
 * @returns {Promise<import("./types").Reply>}
 */
async function readReply(response) {
  const { status, headers } = response;
  if (status === 204) return { status, body: null, wait: 0 };
  // A gateway's refusal of something too big stays one, however often it is sent.
  if (!/json/.test(headers.get("Content-Type") || "")) return { status: status === 413 ? 413 : 0, body: null, wait: 0 };
  const body = await response.json();
  return { status, body, wait: body.retryAfter || Number(headers.get("Retry-After")) || 0 };
}
