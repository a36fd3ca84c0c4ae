export type Body = Record<string, unknown>;

/**
 * The error that a body reports instead of an answer, null where it reports none. Servers write it as `error` (an object or words), in the
 * only choice (OpenRouter), as the body itself (older vLLM, Azure's gateway, FastAPI), in `errors` (Cloudflare), or as a status of their
 * own beside it (MiniMax). Its `message` has all the words there are: a proxy's are followed by those of whom it asked.
 */
export function errorIn(body: Body): Body | null {
  if (typeof body.text === "string") return null;
  const choices = Array.isArray(body.choices) ? body.choices : [];
  const given = [body.error, asBody(choices[0])?.error, ...listOf(body.errors), ownStatus(body.base_resp)].find(
    saysSomething,
  );
  if (given !== undefined) return withWords(given, body);
  if (choices.length > 0) return null;
  const isError = body.object === "error" || body.type === "error" || (!("choices" in body) && "detail" in body);
  const isNamed = !("choices" in body) && [body.message, body.msg, body.error_msg].some(saysSomething);
  return isError || isNamed ? withWords(body, body) : null;
}

/** The status that an error names as a number, by itself or before its words (`"429 Too Many Requests"`). */
export function namedStatus({ code, status, status_code, statusCode, error_code }: Body): number | null {
  const numbers = [code, status, status_code, statusCode, error_code].map((given) =>
    Number(typeof given === "string" ? /^\s*(\d{3})\b/.exec(given)?.[1] : given),
  );
  return numbers.find((number) => Number.isInteger(number) && number >= 400 && number <= 599) ?? null;
}

/** By its kind, which says more than its words. */
const BY_KIND: [RegExp, number][] = [
  [/rate.?limit|too.?many|quota|overload|capacity/i, 429],
  [/auth|api.?key|permission|forbidden/i, 401],
  [/content.?(?:filter|policy)|invalid.?request|bad.?request|unsupported|context.?length/i, 400],
  [/not.?found/i, 404],
];

const BY_WORDS: [RegExp, number][] = [
  [/rate.?limit|too many requests|overloaded|over capacity/i, 429],
  [/(?:invalid|incorrect|missing|wrong|no) (?:api.?key|auth\w*|credentials)|unauthori[sz]ed|login fail/i, 401],
  [/context.?(?:length|window|size)|max_tokens|response_format|content.?(?:filter|policy)|flagged/i, 400],
  [/model\b.{0,80}(?:not found|does not exist)|no such model/i, 404],
];

/** By the number that an error names, else by its kind or its words; without any it may be over the next time. */
export function statusOf(error: Body): number {
  const { code, type, status, message } = error;
  const by = (rules: typeof BY_KIND, words: string) => rules.find(([pattern]) => pattern.test(words))?.[1];
  return namedStatus(error) ?? by(BY_KIND, `${code} ${type} ${status}`) ?? by(BY_WORDS, `${message}`) ?? 502;
}

/** Not `null`, `false`, `""`, `{}` or the `0` of a server that says that there was none. */
function saysSomething(given: unknown): boolean {
  const error = asBody(given);
  if (!error) return given === true || (typeof given === "string" && given !== "");
  const { message, detail, type } = error;
  const isFine = [error.code, error.status_code].some((code) => code === 0 || code === "0" || code === 200);
  return !isFine && [message, detail, type, error.code, error.status_code, error.status_msg].some(Boolean);
}

function withWords(given: unknown, body: Body): Body {
  const error = asBody(given) ?? {};
  const own =
    error.message ?? error.msg ?? error.error_msg ?? error.status_msg ?? (typeof given === "string" ? given : null);
  const words = typeof own === "string" ? own : JSON.stringify(own ?? body).slice(0, LONGEST);
  const raw = asBody(error.metadata)?.raw;
  const code = error.code ?? error.status_code ?? error.error_code ?? body.code ?? body.status_code ?? null;
  const message = typeof raw === "string" ? `${words} ${raw}`.slice(0, LONGEST) : words;
  return { ...error, message, code };
}

const LONGEST = 4000;

const ownStatus = (given: unknown) => (Number(asBody(given)?.status_code) > 0 ? given : null);
const listOf = (given: unknown): unknown[] => (Array.isArray(given) ? given : []);
const asBody = (given: unknown): Body | null =>
  typeof given === "object" && given !== null && !Array.isArray(given) ? (given as Body) : null;
