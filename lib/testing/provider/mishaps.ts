/**
 * What may happen to a request to the provider of the tests. Each stands for something that real endpoints do.
 */
export type Mishap =
  /** Nothing: it is answered. */
  | "ok"
  /** It is taken and never answered. */
  | "hang"
  /** The connection ends before a byte of the answer. */
  | "down"
  /** The connection ends in the middle of the answer's body. */
  | "cut"
  /** The body never ends. */
  | "endless"
  /** A body that is no JSON, with a header that says it is. */
  | "not_json"
  | { after: number; then?: Mishap }
  | { status: number; body?: unknown; headers?: Record<string, string> }
  /** A 200 with these very words, called whatever. */
  | { text: string; type: string }
  | ChatMishap;

/** What may happen to the model's answer; the protocol around it is as it should be. */
export type ChatMishap =
  | "refusal"
  | "content_filter"
  /** It ran into the limit of tokens. */
  | "length"
  | "empty"
  | "fenced"
  | "think"
  /** Prose before and after. */
  | "talk"
  | "prose"
  | "no_usage"
  /** As a list of parts, thoughts among them. */
  | "parts"
  /** The answer, changed on its way. */
  | { alter: (answer: unknown) => unknown };

/** 429, with what the endpoint says about trying again: seconds, or an HTTP date. */
export const rateLimited = (retryAfter?: string): Mishap => ({
  status: 429,
  headers: retryAfter === undefined ? {} : { "retry-after": retryAfter },
  body: openAiError("Rate limit reached.", { type: "requests", code: "rate_limit_exceeded" }),
});

export const serverError: Mishap = {
  status: 500,
  body: openAiError("The server had an error.", { type: "server_error" }),
};

export const wrongKey: Mishap = {
  status: 401,
  body: openAiError("Incorrect API key provided.", { code: "invalid_api_key" }),
};

export const unknownModel: Mishap = {
  status: 404,
  body: openAiError("The model does not exist.", { code: "model_not_found" }),
};

export const outOfQuota: Mishap = {
  status: 429,
  body: openAiError("You exceeded your current quota.", { type: "insufficient_quota", code: "insufficient_quota" }),
};

/** Azure's filter on the prompt, which quotes of injections set off. */
export const promptFiltered: Mishap = {
  status: 400,
  body: openAiError("The response was filtered due to the prompt triggering a content management policy.", {
    param: "prompt",
    code: "content_filter",
  }),
};

export const tooLong: Mishap = {
  status: 400,
  body: openAiError(
    "'max_tokens' is too large. This model's maximum context length is 8192 tokens, your messages have 9000.",
    { param: "messages", code: "context_length_exceeded" },
  ),
};

/** Levels far off the scale. */
export const levelsOutOfRange: Mishap = {
  alter: (answer) => mapped(answer, (key, value) => (/level/.test(key) && typeof value === "number" ? 900 : value)),
};

/** Quotes of things nobody said. */
export const inventedQuotes: Mishap = {
  alter: (answer) =>
    mapped(answer, (key, value) =>
      /quote/.test(key) && typeof value === "string"
        ? "I single-handedly rewrote the whole kernel in an afternoon"
        : value,
    ),
};

/** Words for people in German, whatever was asked for. */
export const wrongLanguage: Mishap = {
  alter: (answer) =>
    mapped(answer, (key, value) =>
      typeof value === "string" && !/quote|category/.test(key)
        ? "Die Antwort ist überzeugend und gut gegliedert."
        : value,
    ),
};

export function openAiError(message: string, rest: { type?: string; param?: string; code?: string } = {}): object {
  return { error: { message, type: "invalid_request_error", param: null, code: null, ...rest } };
}

/** The same tree with every leaf changed; an item of a list goes by the name of its list, a leaf by its own and its parents' names. */
function mapped(value: unknown, change: (path: string, leaf: unknown) => unknown, path = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change, path));
  if (typeof value !== "object" || value === null) return change(path, value);
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, mapped(child, change, `${path}.${key}`)]),
  );
}
