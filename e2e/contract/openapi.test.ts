import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { OPERATIONS } from "../../lib/contract/operations/all.ts";
import { ACCESS, type AccessRule } from "../../lib/domain/access.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import type { Example } from "../../lib/openapi/examples.ts";
import { expectRefusal, get } from "../support/client.ts";
import { assertDocumented, documentedOperations } from "../support/documented.ts";
import { DocumentedRun } from "../support/documented-run.ts";
import { newNames, shapeDifferences } from "../support/steady.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";
import { runAccount } from "./documented/account.ts";
import { runEvents } from "./documented/events.ts";
import { runHeardWords } from "./documented/heard-words.ts";
import { runInterview } from "./documented/interview.ts";
import { runProvisioning } from "./documented/provisioning.ts";
import { runResults } from "./documented/results.ts";

/* Every operation of the document, against the server. What `send` gets it holds against the document's schemas. */

const EXAMPLES = join(import.meta.dirname, "../../lib/openapi/examples.json");
const examples = () => JSON.parse(readFileSync(EXAMPLES, "utf8")) as Record<string, Example>;

let tenant: Tenant;
let run: DocumentedRun;

beforeAll(async () => {
  tenant = await newTenant();
  const { plain } = await createApiKey({ name: "Everything", scopes: ["admin"] }, tenant.actor);
  run = new DocumentedRun(plain, newNames(inject("baseUrl")));
});

test("the document that is served is the one that the tests hold answers against", async () => {
  const served = (await get("/api/openapi.json")).body as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const names = Object.values(served.paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId));
  expect(names.sort()).toEqual(documentedOperations().sort());
});

describe("every operation answers as documented", () => {
  test("provisioning: candidates, templates, interviews", () => runProvisioning(run));
  test("an interview with its recording, and what came of it", async () => {
    const taken = await runInterview(run, tenant);
    await runResults(run, taken, tenant);
  });
  test("events", () => runEvents(run));
  test("account and health", () => runAccount(run));
  test("words that were heard", async () => runHeardWords(run, await newTenant()));
  test("none was left out", () => {
    expect(documentedOperations().filter((id) => !run.ran.has(id))).toEqual([]);
  });
});

/** What nobody has, where it is not a UUID. */
const NUMBERS: Record<string, string> = { candidate_id: "2147483647", segment: "0", seq: "0" };

describe("every operation refuses as documented", () => {
  const documented = OPERATIONS.filter((operation) => operation.documented);
  const closed = documented.filter(({ access }) => !(ACCESS[access] as AccessRule).open);
  const unknown = Object.fromEntries(
    [
      ...new Set(documented.flatMap(({ path }) => Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = ""]) => name))),
    ].map((name) => [name, NUMBERS[name] ?? "b6c1f9a2-5d2e-4c68-9f70-4f2f3a3c9b11"]),
  );

  test.each(closed.map((operation) => [operation.id, operation] as const))("%s to nobody", async (_, operation) => {
    expectRefusal(await run.answerTo(operation, { params: unknown, apiKey: null }), 401, "unauthenticated");
  });

  const bodies = documented.filter(({ body }) => body !== undefined);
  test.each(bodies.map((operation) => [operation.id, operation] as const))(
    "%s to what is no JSON",
    async (_, operation) => {
      expectRefusal(await run.answerTo(operation, { params: unknown, raw: "{" }), 400, "not_json");
    },
  );
  test.each(bodies.map((operation) => [operation.id, operation] as const))("%s to a list", async (_, operation) => {
    expectRefusal(await run.answerTo(operation, { params: unknown, body: [] }), 422, "invalid_fields");
  });

  // A part announces its bytes first, and a signed link is not looked up but checked.
  const addressed = documented.filter(
    ({ path, id }) => path.includes("{") && !["putPart", "openMediaLink"].includes(id),
  );
  test.each(addressed.map((operation) => [operation.id, operation] as const))(
    "%s what is not there",
    async (_, operation) => {
      const body = operation.body ? { body: run.recorded[operation.id]?.body } : {};
      const query = operation.id === "readAnalysisChanges" ? { query: { from: "1", to: "2" } } : {};
      expect(await run.answerTo(operation, { params: unknown, ...body, ...query })).toMatchObject({ status: 404 });
    },
  );

  const lists = documented.filter(
    ({ query, path }) => query !== undefined && path.startsWith("/api/v1/") && !path.includes("{"),
  );
  test.each(lists.map((operation) => [operation.id, operation] as const))(
    "%s to unknown words in the address",
    async (_, operation) => {
      expectRefusal(await run.answerTo(operation, { query: { nonsense: "1" } }), 422, "invalid_fields");
    },
  );
});

describe("an answer that leaves the document fails the test that got it", () => {
  const end = "/api/interview/session/end";
  const answer = { status: 200, contentType: "application/json", body: { success: true, message: "Done." } };

  test.each([
    ["a status that is not listed", { status: 418 }, "418, which is not documented"],
    ["another type", { contentType: "text/html" }, "200 with text/html"],
    ["a field less", { body: { success: true } }, "required property 'message'"],
    ["a field more", { body: { ...answer.body, password: "x" } }, "additional properties"],
    ["a value of another kind", { body: { success: true, message: 7 } }, "message must be string"],
  ])("%s", (_, change, words) => {
    expect(() => assertDocumented("POST", end, answer)).not.toThrow();
    expect(() => assertDocumented("POST", end, { ...answer, ...change })).toThrow(words);
  });

  test("a code that is not listed for its status", () => {
    const refusal = { success: false, message: "No.", error: { code: "question_not_found", issues: [] } };
    const refused = { status: 404, contentType: "application/json", body: refusal };
    expect(() => assertDocumented("POST", "/api/interview/answer/add", refused)).not.toThrow();
    expect(() => assertDocumented("POST", end, refused)).toThrow("one of the allowed values");
  });
});

describe("the examples of the document", () => {
  test("are what was sent and answered just now", () => {
    if (process.env.UPDATE_EXAMPLES === "1") {
      writeFileSync(EXAMPLES, `${JSON.stringify(run.recorded, null, 2)}\n`);
    }
    const kept = examples();
    const names = [...new Set([...Object.keys(kept), ...Object.keys(run.recorded)])];
    const stale = names.flatMap((id) => shapeDifferences(kept[id] ?? {}, run.recorded[id] ?? {}, id));
    expect(stale, "UPDATE_EXAMPLES=1 writes them anew").toEqual([]);
  });
});
