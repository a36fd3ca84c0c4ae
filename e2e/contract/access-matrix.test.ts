import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Operation } from "../../lib/contract/operation.ts";
import { OPERATIONS } from "../../lib/contract/operations/all.ts";
import { allCallers, type Caller, strangerKey } from "../support/callers.ts";
import { type RealThings, realThings } from "../support/real-things.ts";
import { newTenant } from "../support/tenant.ts";

/*
 * Every operation, asked for by every kind of caller: lib/domain/access.ts says what must come of it.
 */

/** Names in addresses that stand for nothing of an organisation's own. */
const NOT_OWNED: Record<string, string> = { segment: "0", seq: "0", part: "introduction", link: "x", token: "x" };
const NOBODYS_UUID = "00000000-0000-4000-8000-000000000000";
const NOBODYS_CANDIDATE = "2147483647";

/** It ends the sign-in of whoever asks, so it is asked for last. */
const LAST = "signOutEverywhere";

let callers: Caller[];
let things: RealThings;
let stranger: string;

beforeAll(async () => {
  const tenant = await newTenant();
  things = await realThings(tenant);
  callers = await allCallers(tenant, things);
  stranger = await strangerKey();
});

const nobodys = (name: string) => NOT_OWNED[name] ?? (name === "candidate_id" ? NOBODYS_CANDIDATE : NOBODYS_UUID);
const existing = (name: string) => things.ids[name] ?? nobodys(name);

function addressOf({ path }: Operation, idFor: (name: string) => string): string {
  return path.replace(/\{(\w+)\}/g, (_, name) => idFor(name));
}

async function ask({ method }: Operation, address: string, headers: Record<string, string>) {
  const hasBody = method !== "GET" && method !== "DELETE";
  const response = await fetch(inject("baseUrl") + address, {
    method,
    redirect: "manual",
    headers: { ...headers, ...(hasBody ? { "content-type": "application/json" } : {}) },
    body: hasBody ? "{}" : null,
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const inOrder = [...OPERATIONS].sort((one, other) => Number(one.id === LAST) - Number(other.id === LAST));

describe.each(inOrder)("$method $path ($access)", (operation) => {
  test("every caller is let in or turned away as the table has it", async () => {
    const outcomes: string[] = [];
    const expected: string[] = [];
    for (const { name, headers, verdict } of callers) {
      const wanted = verdict(operation);
      // Whoever is let in asks for what nobody has, so that nothing of the others' changes.
      const { status } = await ask(operation, addressOf(operation, wanted === "let in" ? nobodys : existing), headers);
      const turnedAway = status === 401 || status === 403;
      outcomes.push(`${name}: ${turnedAway || status >= 500 ? status : "let in"}`);
      expected.push(`${name}: ${wanted}`);
    }
    expect(outcomes).toEqual(expected);
  });

  const owned = [...operation.path.matchAll(/\{(\w+)\}/g)].filter(([, name = ""]) => !Object.hasOwn(NOT_OWNED, name));
  test.runIf(owned.length > 0 && operation.access !== "candidate")(
    "what is another organisation's and what nobody has look the same",
    async () => {
      const headers = { authorization: `Bearer ${stranger}` };
      const theirs = await ask(operation, addressOf(operation, existing), headers);
      const none = await ask(operation, addressOf(operation, nobodys), headers);
      expect(theirs.status).toBeGreaterThanOrEqual(400);
      expect(comparable(theirs)).toEqual(comparable(none));
    },
  );
});

/** All of an answer but what every answer has of its own, and the id that was asked for. */
function comparable({ status, text, headers }: Awaited<ReturnType<typeof ask>>) {
  const ids = [...Object.values(things.ids), NOBODYS_UUID, NOBODYS_CANDIDATE];
  const said = text.replace(new RegExp(`\\b(?:${ids.join("|")})\\b`, "g"), "…");
  const own = new Set(["date", "x-request-id", "ratelimit", "content-length", "content-security-policy"]);
  return { status, said, headers: [...headers].filter(([name]) => !own.has(name)) };
}

test("every id in an address is tried with something real", () => {
  const names = OPERATIONS.flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name));
  const untried = names.filter((name) => !Object.hasOwn(NOT_OWNED, name) && !Object.hasOwn(things.ids, name));
  expect([...new Set(untried)]).toEqual([]);
});
