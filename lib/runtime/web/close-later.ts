import type { ServerResponse } from "node:http";

/** Long enough for an answer to be heard by a busy sender (nginx waits as long between two reads), too short to be worth anything to whoever
 * sends without end. */
const LINGER_MS = 5_000;

/**
 * Ends an answer that was written while its request still comes: when `sent`, or after a while. A connection that is closed with bytes
 * unread is reset, and the answer may be lost with it. Whoever else holds the answer can change nothing any more.
 */
export function closeLater(response: ServerResponse, sent: Promise<void>): void {
  const end = response.end.bind(response);
  const timer = setTimeout(end, LINGER_MS);
  void sent.then(() => {
    clearTimeout(timer);
    end();
  });
  seal(response);
}

/** Makes whatever is still done to an answer do nothing. */
function seal(response: ServerResponse): void {
  const nothing = () => response;
  Object.assign(response, {
    writeHead: nothing,
    setHeader: nothing,
    setHeaders: nothing,
    appendHeader: nothing,
    removeHeader: () => undefined,
    flushHeaders: () => undefined,
    write: () => true,
    end: nothing,
  });
}
