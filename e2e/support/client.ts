import { inject } from "vitest";
import type { z } from "zod";
import { ErrorEnvelope } from "../../lib/contract/envelope.ts";
import { assertDocumented } from "./documented.ts";

export type Answer = { status: number; body: unknown; headers: Headers };

/**
 * Sends one request to the server under test. `json` may be anything, also what no client should send.
 * @throws Error when the answer is not as the API's document has it
 */
export async function send(
  method: string,
  path: string,
  { json, raw, apiKey, headers = {} }: { json?: unknown; raw?: BodyInit; apiKey?: string; headers?: HeadersInit } = {},
): Promise<Answer> {
  const all = new Headers(headers);
  if (json !== undefined) all.set("content-type", "application/json");
  if (apiKey) all.set("authorization", `Bearer ${apiKey}`);
  const body = json === undefined ? raw : JSON.stringify(json);
  const response = await fetch(new URL(path, inject("baseUrl")), { method, headers: all, body: body ?? null });
  const answer = { status: response.status, body: parse(await response.text()), headers: response.headers };
  assertDocumented(method, path, { ...answer, contentType: response.headers.get("content-type") ?? "" });
  return answer;
}

export function post(path: string, json: unknown, apiKey?: string): Promise<Answer> {
  return send("POST", path, apiKey ? { json, apiKey } : { json });
}

export function get(path: string, apiKey?: string): Promise<Answer> {
  return send("GET", path, apiKey ? { apiKey } : {});
}

/** A 200 whose body is of this shape, or an error that shows what came instead. */
export function expectOk<T>(answer: Answer, schema: z.ZodType<T>): T {
  if (answer.status !== 200) throw new Error(`expected 200, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return schema.parse(answer.body);
}

/** A refusal in the contract's envelope with this status and code. */
export function expectRefusal(answer: Answer, status: number, code: string): ErrorEnvelope {
  const said = `${answer.status} ${JSON.stringify(answer.body)}`;
  const parsed = ErrorEnvelope.strict().safeParse(answer.body);
  if (!parsed.success) throw new Error(`not in the envelope: ${said}`);
  if (answer.status !== status || parsed.data.error.code !== code) {
    throw new Error(`expected ${status} ${code}, got ${said}`);
  }
  return parsed.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
