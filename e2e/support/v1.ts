import { randomUUID } from "node:crypto";
import { z } from "zod";
import { CreatedInterviewAnswer } from "../../lib/contract/v1/new-interviews.ts";
import { TemplateAnswer } from "../../lib/contract/v1/templates.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { type Answer, expectOk, expectRefusal, get, post } from "./client.ts";
import type { Tenant } from "./tenant.ts";

/** A 201 whose body is of this shape, or an error that shows what came instead. */
export function expectCreated<T>(answer: Answer, schema: z.ZodType<T>): T {
  if (answer.status !== 201) throw new Error(`expected 201, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return schema.parse(answer.body);
}

export async function keyWith(tenant: Tenant, options: Partial<Parameters<typeof createApiKey>[0]>): Promise<string> {
  return (await createApiKey({ name: "tests", ...options }, tenant.actor)).plain;
}

/** Which fields a refusal names. */
export function fieldsOf(answer: Answer): string[] {
  return expectRefusal(answer, 422, "invalid_fields").error.issues.map(({ path }) => path);
}

/** The ids of a whole list, page by page. `between` runs after each page. */
export async function walk(
  path: string,
  apiKey: string,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<(string | number)[]> {
  const page = z.object({
    data: z.array(z.object({ id: z.union([z.string(), z.int()]) })),
    next_cursor: z.string().nullable(),
  });
  const ids: (string | number)[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const more: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const { data, next_cursor } = expectOk(await get(`${path}${more}`, apiKey), page);
    ids.push(...data.map(({ id }) => id));
    cursor = next_cursor;
    await between();
  }
  return ids;
}

export function newCandidate<T extends object>(over?: T) {
  return { name: "Ada Lovelace", email: `${randomUUID()}@example.com`, ...(over as T) };
}

export function newTemplate<T extends object>(over?: T) {
  return {
    name: `Template ${randomUUID()}`,
    role_title: "Tester",
    questions: [{ text: "What does a good test do?", type: "technical", keywords: ["fail"] }],
    ...(over as T),
  };
}

export async function createTemplate(tenant: Tenant, over: object = {}) {
  return expectCreated(await post("/api/v1/templates", newTemplate(over), tenant.apiKey), TemplateAnswer).template;
}

export async function createInterview(tenant: Tenant, over: object = {}) {
  const body = { candidate: newCandidate(), template_name: "Backend engineer", ...over };
  return expectCreated(await post("/api/v1/interviews", body, tenant.apiKey), CreatedInterviewAnswer);
}
