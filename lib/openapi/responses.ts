import { z } from "zod";
import { errorEnvelope } from "../contract/envelope.ts";
import { ERRORS, type ErrorCode } from "../contract/error-codes.ts";
import type { Operation } from "../contract/operation.ts";
import { errorsOf } from "./errors-of.ts";
import { EXAMPLES } from "./examples.ts";
import { schemaOf } from "./schema-of.ts";

type Json = Record<string, unknown>;

export const HEADERS = {
  RequestId: { description: "Names the request, also in the log.", schema: { type: "string" } },
  RateLimit: {
    description: 'How many requests are left in this window, and how many seconds it lasts: `"read";r=1199;t=60`.',
    schema: { type: "string" },
  },
  RateLimitPolicy: { description: 'The limit itself: `"read";q=1200;w=60`.', schema: { type: "string" } },
  RetryAfter: { description: "Seconds until trying again makes sense.", schema: { type: "integer" } },
} as const;

/** Successes that carry nothing, or not what the operation usually answers. */
const WORDS: Record<number, string> = {
  201: "Made.",
  202: "Accepted: it is under way.",
  206: "The range that was asked for.",
  302: "It is at the address in Location, for a short time.",
  304: "It has not changed since.",
};
const EMPTY = [204, 302, 304];

/** @param name of the answer's schema among the document's */
export function successes(operation: Operation, name: string): Record<string, Json> {
  const statuses = [operation.status ?? 200, ...(operation.otherStatuses ?? [])];
  return Object.fromEntries(statuses.map((status) => [String(status), success(operation, name, status)]));
}

function success({ id, answer, answers, limit }: Operation, name: string, status: number): Json {
  const usual = status === 200 ? answers?.description : undefined;
  const described = { description: usual ?? WORDS[status] ?? "Done.", headers: headerRefs(limit, false) };
  if (EMPTY.includes(status)) return described;
  if (!answer) {
    const types = [answers?.contentType ?? "application/octet-stream", ...(answers?.otherTypes ?? [])];
    const bytes = { schema: { type: "string", format: "binary" } };
    return { ...described, content: Object.fromEntries(types.map((type) => [type, bytes])) };
  }
  const example = EXAMPLES[id]?.answer;
  const media = { schema: { $ref: `#/components/schemas/${name}` }, ...(example !== undefined && { example }) };
  return { ...described, content: { "application/json": media } };
}

/**
 * What an operation refuses with, by status.
 * @param named the document's responses: many operations share theirs, so each is put here once and referred to
 */
export function refusals(operation: Operation, named: Record<string, Json>): Record<string, Json> {
  const all = Array.from(errorsOf(operation), ([status, codes]) => {
    const name = [status, ...codes, ...(operation.limit === null ? ["unlimited"] : [])].join(".");
    named[name] = {
      description: codes.map((code) => `\`${code}\`: ${ERRORS[code].means}`).join("\n\n"),
      headers: headerRefs(operation.limit, codes.some(hasRetryAfter)),
      content: { "application/json": { schema: refusalSchema(codes), example: refusalExample(codes) } },
    };
    return [String(status), { $ref: `#/components/responses/${name}` }];
  });
  return Object.fromEntries(all);
}

/** The envelope, with the codes that this status can have here. */
function refusalSchema(codes: ErrorCode[]): Json {
  return schemaOf(errorEnvelope(z.enum(codes)), { io: "output", closed: true, named: {} });
}

function refusalExample([code]: ErrorCode[]): Json | undefined {
  return code && { success: false, message: ERRORS[code].means, error: { code, issues: [] } };
}

function hasRetryAfter(code: ErrorCode): boolean {
  return ["too_many_requests", "unavailable", "storage_full", "idempotency_in_progress"].includes(code);
}

function headerRefs(limit: Operation["limit"], retryAfter: boolean): Json {
  const header = (name: keyof typeof HEADERS) => ({ $ref: `#/components/headers/${name}` });
  return {
    "X-Request-Id": header("RequestId"),
    ...(limit && { RateLimit: header("RateLimit"), "RateLimit-Policy": header("RateLimitPolicy") }),
    ...(retryAfter && { "Retry-After": header("RetryAfter") }),
  };
}
