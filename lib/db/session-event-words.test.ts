import { expect, test } from "vitest";
import { testDatabase } from "../testing/database/database.ts";
import { events } from "../words/en/events.ts";
import { eventWords } from "../words/event-words.ts";
import type { Said } from "../words/said.ts";
import { db } from "./client.ts";

await testDatabase();

const ONE = {
  epoch: 1,
  parts: 1,
  limit: "memory",
  segment: 0,
  seconds: 0.5,
  at: 0,
  count: 1,
  more: 1,
  part: 1,
  seq: 0,
};
const MANY = {
  epoch: 7,
  parts: 12,
  limit: "computing_time",
  segment: 31,
  seconds: 12,
  at: 3671.4,
  count: 12,
  more: 900,
};
const REST = {
  ...{ part: 4, seq: 9, length: 1_048_576, sha256: "ab12", why: "by choice", said: 7.9987, written: 60 },
  ...{ tracks: "audio,video", track: "video", fault: "100 % of “it” isn't {here}", how: "SIGSEGV" },
};

async function bySql({ code, say, params, message }: Said): Promise<string> {
  const [row] = await db().$queryRaw<{ words: string }[]>`
    SELECT session_event_words(${code}, ${say ?? null}, ${JSON.stringify(params)}::jsonb, ${message ?? null}) AS words`;
  return row?.words ?? "";
}

test.each(Object.keys(events))("a report that reads by SQL says of %s what the pages say", async (key) => {
  const [code = "", say = null] = key.split(":");
  for (const params of [
    { ...REST, ...ONE },
    { ...REST, ...MANY },
  ]) {
    const happened = { code, say, params };
    expect(await bySql(happened)).toBe(eventWords(happened, "en"));
    expect(eventWords(happened, "en")).not.toMatch(/\{(?!here)/);
  }
});

test("the sender's own words stay theirs, and what has none is told by its code", async () => {
  for (const happened of [
    { code: "fan_noise", params: {}, message: "The fan is {loud}." },
    { code: "session_started", params: {}, message: "Hello." },
    { code: "fan_noise", params: {} },
  ]) {
    expect(await bySql(happened)).toBe(eventWords(happened, "en"));
  }
});
