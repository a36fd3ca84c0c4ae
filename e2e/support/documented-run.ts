import type { Operation } from "../../lib/contract/operation.ts";
import { OPERATIONS } from "../../lib/contract/operations/all.ts";
import type { Example } from "../../lib/openapi/examples.ts";
import { type Answer, send } from "./client.ts";
import { type Names, steady } from "./steady.ts";

export type Ask = {
  params?: Record<string, string | number>;
  query?: Record<string, string>;
  body?: unknown;
  /** Null: nobody. */
  apiKey?: string | null;
  raw?: BodyInit;
  headers?: Record<string, string>;
  /** What is expected; the operation's own success without it. */
  status?: number;
};

/** Asks for documented operations by their names, and remembers what each was first sent and answered. */
export class DocumentedRun {
  readonly ran = new Set<string>();
  readonly recorded: Record<string, Example> = {};
  readonly #apiKey: string;
  readonly #names: Names;

  /** @param names what stands in examples in the place of what is different in every run */
  constructor(apiKey: string, names: Names) {
    this.#apiKey = apiKey;
    this.#names = names;
  }

  /** @throws Error when the answer is not the expected one, or leaves the document */
  async ask<T = Record<string, unknown>>(id: string, ask: Ask = {}): Promise<T & { headers: Headers }> {
    const operation = operationOf(id);
    const expected = ask.status ?? operation.status ?? 200;
    const answer = await this.answerTo(operation, ask);
    if (answer.status !== expected) {
      throw new Error(`${id}: expected ${expected}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
    }
    this.ran.add(id);
    if (expected < 300) this.#record(operation, ask, answer);
    return { ...(answer.body as T), headers: answer.headers };
  }

  answerTo(
    operation: Operation,
    { params = {}, query, body, apiKey = this.#apiKey, raw, headers = {} }: Ask,
  ): Promise<Answer> {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(params[name] ?? name)));
    const search = query ? `?${new URLSearchParams(query)}` : "";
    const sent = body === undefined ? (raw === undefined ? {} : { raw }) : { json: body };
    return send(operation.method, `${path}${search}`, { ...sent, ...(apiKey ? { apiKey } : {}), headers });
  }

  #record({ id, answer: shape, body: takes }: Operation, { body }: Ask, { body: answered }: Answer): void {
    if (id in this.recorded || id === "getOpenApi") return;
    this.recorded[id] = {
      ...(takes && { body: steady(body, this.#names) }),
      ...(shape && { answer: steady(answered, this.#names) }),
    };
  }
}

export function operationOf(id: string): Operation {
  const operation = OPERATIONS.find((one) => one.id === id);
  if (!operation) throw new Error(`there is no operation ${id}`);
  return operation;
}
