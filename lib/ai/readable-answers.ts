import { joinEventStream } from "./event-stream.ts";

/**
 * Gives the `openai` package answers that say one thing. It goes by status and content type, and endpoints get both wrong: gateways report
 * failures under a 200, servers stream unasked, or send JSON as text. So the body is looked at first:
 *
 * - an error object under a 200 becomes an answer with the status that its code names;
 * - an event stream becomes the completion that it is a piecewise copy of;
 * - JSON is called JSON;
 * - an error's words are put where the package reads them, wherever they stand: FastAPI says `{"detail": …}`, older vLLM `{"message": …}`, and a
 *   proxy says something in HTML.
 *
 * Bytes that are no text, such as sound, pass as they are.
 */
export function withReadableAnswers(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await send(input, init);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const { status, headers } = answer;
    if (!answer.ok) return readableError(new TextDecoder().decode(bytes), status, headers);
    if (!isText(bytes)) return new Response(bytes, { status, headers });
    const text = new TextDecoder().decode(bytes);
    const body = asObject(text) ?? joinEventStream(text);
    const error = body && errorIn(body);
    if (error) return readableError(JSON.stringify({ error }), statusOf(error), headers);
    if (body === null || "text" in body) return new Response(bytes, { status, headers });
    return new Response(JSON.stringify(body), {
      status,
      headers: { ...plain(headers), "content-type": "application/json" },
    });
  };
}

type Body = Record<string, unknown>;

function readableError(text: string, status: number, headers: Headers): Response {
  const body = asObject(text)?.error ? text : JSON.stringify({ error: { message: text.slice(0, 4000) } });
  return new Response(body, { status, headers: { ...plain(headers), "content-type": "application/json" } });
}

/** Of the length and the packing of another body nothing is kept. */
function plain(headers: Headers): Record<string, string> {
  const { "content-length": _, "content-encoding": __, ...rest } = Object.fromEntries(headers);
  return rest;
}

/** An object or the fields of an event begin it; a sound begins with neither. */
function isText(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, 64)).trimStart();
  return /^(?:\{|data:|event:|id:|retry:|:)/.test(beginning);
}

function asObject(text: string): Body | null {
  if (!text.trimStart().startsWith("{")) return null;
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? (body as Body) : null;
  } catch {
    return null; // somebody said a brace
  }
}

/** The error that a body or its only choice reports instead of an answer. */
function errorIn(body: Body): Body | null {
  const choices = Array.isArray(body.choices) ? body.choices : [];
  const error = choices.length > 0 ? (choices[0] as Body | null)?.error : body.error;
  if (!error || typeof body.text === "string") return null;
  return typeof error === "object" ? (error as Body) : { message: String(error) };
}

const BY_WORDS: [RegExp, number][] = [
  [/rate.?limit|too.?many|quota|overload|capacity/i, 429],
  [/auth|api.?key|permission|forbidden/i, 401],
  [/content.?(?:filter|policy)|invalid.?request|bad.?request|unsupported|context.?length/i, 400],
  [/not.?found/i, 404],
];

/** By the number that an error names, else by its kind; without either it may be over the next time. */
function statusOf({ code, status, status_code, type }: Body): number {
  const numbers = [code, status, status_code].map(Number);
  const named = numbers.find((number) => Number.isInteger(number) && number >= 400 && number <= 599);
  return named ?? BY_WORDS.find(([words]) => words.test(`${code} ${type}`))?.[1] ?? 502;
}
