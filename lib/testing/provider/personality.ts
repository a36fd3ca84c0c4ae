import { openAiError } from "./mishaps.ts";

/** What an endpoint can do, and in which words it says that it cannot. */
export type Personality = {
  /** Values of `response_format.type` it takes. */
  formats: readonly ("json_schema" | "json_object")[];
  /** Parameters it answers with 400. */
  refuses: readonly string[];
  /** How it writes its errors: as OpenAI does, a string as LM Studio does, or as FastAPI's validation does. */
  errors: "openai" | "string" | "fastapi";
  /** It takes `response_format` without a word and pays no heed to it, as old servers do. */
  ignoresFormat: boolean;
};

export const OPENAI: Personality = {
  formats: ["json_schema", "json_object"],
  refuses: [],
  errors: "openai",
  ignoresFormat: false,
};

/** The 400 that a request with this body earns, or null. */
export function refusalOf(body: Record<string, unknown>, personality: Personality): object | null {
  const parameter = personality.refuses.find((name) => name in body);
  if (parameter === "temperature" && personality.errors === "openai") {
    return openAiError(
      "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.",
      { param: "temperature", code: "unsupported_value" },
    );
  }
  if (parameter) return said(`Unsupported parameter: '${parameter}' is not supported.`, parameter, personality);
  const type = formatOf(body);
  if (type === undefined || personality.ignoresFormat || personality.formats.some((format) => format === type)) {
    return null;
  }
  const words = `Invalid parameter: 'response_format' of type '${type}' is not supported with this model.`;
  return said(words, "response_format", personality);
}

export function formatOf(body: Record<string, unknown>): string | undefined {
  const format = body.response_format;
  if (typeof format !== "object" || format === null || !("type" in format)) return undefined;
  return String(format.type);
}

function said(message: string, param: string, { errors }: Personality): object {
  if (errors === "string") return { error: message };
  if (errors === "fastapi") {
    return { detail: [{ type: "extra_forbidden", loc: ["body", param], msg: "Extra inputs are not permitted" }] };
  }
  return openAiError(message, { param, code: "unsupported_parameter" });
}
