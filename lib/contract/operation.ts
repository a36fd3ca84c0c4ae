import type { z } from "zod";
import type { Access } from "../domain/access.ts";
import type { RateLimitClass } from "../domain/rate-limits.ts";
import type { ErrorCode } from "./error-codes.ts";

/**
 * The largest body where an operation does not say otherwise: a text of 20,000 characters, four bytes each, with room for keywords and
 * metadata.
 */
export const MAX_JSON_BYTES = 256 * 1024;

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * One thing that the API does, written once: its route validates with it, the access table and the limits are looked up by
 * it, and the OpenAPI document is generated from it.
 */
export type Operation = {
  /** The operation's name in generated clients. */
  id: string;
  method: Method;
  /** `{name}` marks a parameter. */
  path: `/api/${string}`;
  /** Groups operations in the documentation. */
  tag: "Interview" | "Results" | "Upload" | "Provisioning" | "Events" | "Account" | "Health" | "Pages";
  summary: string;
  description?: string;
  access: Access;
  /** Null: not limited. */
  limit: RateLimitClass | null;
  query?: z.ZodType;
  body?: z.ZodType;
  /** The most bytes that the body may have, where it is not the usual `MAX_JSON_BYTES`. */
  maxBodyBytes?: number;
  /** The body is raw bytes of this type, streamed. */
  upload?: { contentType: string };
  /** Headers that must come along. */
  headers?: readonly { name: string; description: string; schema: z.ZodType }[];
  /** Of a success. Absent: the answer is no JSON, and `answers` says what. */
  answer?: z.ZodType;
  answers?: { contentType: string; otherTypes?: readonly string[]; description: string };
  /** A field of the answer that is a secret: it is not stored for an Idempotency-Key, a repeated request gets null for it. */
  shownOnce?: string;
  /** Of a success; 200 without it. */
  status?: number;
  /** Other statuses that a success can have: of the same shape, or empty (302, 304). */
  otherStatuses?: readonly number[];
  /** Besides those that any operation of its kind can answer with. */
  errors?: readonly ErrorCode[];
  /** Part of the documented API; what only our own pages use is not. */
  documented: boolean;
};

/** Keeps the exact types of an operation's schemas. */
export function operation<const O extends Operation>(spec: O): O {
  return spec;
}

type ParameterNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never;

/** The parameters in an operation's path, as they stand in the address. */
export type PathParameters<O extends Operation> = Record<ParameterNames<O["path"]>, string>;

export type BodyOf<O extends Operation> = O["body"] extends z.ZodType<infer Body> ? Body : undefined;
export type QueryOf<O extends Operation> = O["query"] extends z.ZodType<infer Query> ? Query : undefined;
/** What a success answers, but for `success: true`, which every one has. */
export type AnswerOf<O extends Operation> =
  O["answer"] extends z.ZodType<unknown, infer Answer> ? Omit<Answer & object, "success"> : never;
