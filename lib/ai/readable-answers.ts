import { joinEventStream } from "./event-stream.ts";
import { type Body, errorIn, namedStatus, statusOf } from "./reported-error.ts";

/**
 * Gives the `openai` package answers that say one thing. It goes by status and content type, and endpoints get both wrong: gateways report
 * failures under a 200 or another failure's status, servers stream unasked, or send JSON as text. So the body is looked at first:
 *
 * - an error object under a 200 becomes an answer with the status that its code names, and one under another status does where it names one;
 * - an event stream becomes the completion that it is a piecewise copy of;
 * - JSON is called JSON;
 * - an error's words are put where the package reads them, wherever they stand, also those that a proxy says in HTML.
 *
 * Bytes that are no text, such as sound, pass as they are.
 */
export function withReadableAnswers(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await send(input, init);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const { status, headers } = answer;
    if (!answer.ok) return refusal(new TextDecoder().decode(bytes), status, headers);
    if (!isText(bytes)) return new Response(bytes, { status, headers });
    const text = new TextDecoder().decode(bytes);
    const body = asObject(text) ?? joinEventStream(text, errorIn);
    const error = body && errorIn(body);
    if (error) return asJson({ error }, statusOf(error), headers);
    if (body === null || "text" in body) return new Response(bytes, { status, headers });
    return asJson(body, status, headers);
  };
}

function refusal(text: string, status: number, headers: Headers): Response {
  const body = asObject(text);
  const error = body && errorIn(body);
  if (!error) return asJson({ error: { message: text.slice(0, 4000) } }, status, headers);
  return asJson({ error }, (status >= 400 && namedStatus(error)) || status, headers);
}

/** Of the length and the packing of another body nothing is kept. */
function asJson(body: object, status: number, headers: Headers): Response {
  const { "content-length": _, "content-encoding": __, ...rest } = Object.fromEntries(headers);
  return new Response(JSON.stringify(body), { status, headers: { ...rest, "content-type": "application/json" } });
}

/** An object, a list or the fields of an event begin it, after any number of empty lines that keep a connection open; a sound begins with none. */
function isText(bytes: Uint8Array): boolean {
  const first = bytes.findIndex((byte) => !BEFORE_TEXT.has(byte));
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(first, first + 8));
  return first >= 0 && /^(?:[{[]|data:|event:|id:|retry:|:)/.test(beginning);
}

/** Space, tab, line ends, and the three bytes of a byte order mark. */
const BEFORE_TEXT = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

/** The object in a body; of a list the first, as Google reports an error so. */
function asObject(text: string): Body | null {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    const body: unknown = JSON.parse(text);
    const first = Array.isArray(body) ? body[0] : body;
    return typeof first === "object" && first !== null && !Array.isArray(first) ? (first as Body) : null;
  } catch {
    return null; // somebody said a brace
  }
}
