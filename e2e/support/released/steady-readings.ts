import type { Names } from "./names.ts";
import type { Reading } from "./reading.ts";
import { moveTimes } from "./times.ts";

/*
 * What is new in every answer, or with every migration, and so is no difference. This is the whole list of it.
 *
 * - Times are told as they were when the dump was made. What happened since it was put back, and what ends within the hour, is at `{now}`.
 *   Names of files have `{day}`.
 * - The server's address is `{server}`, and links that it signs are `{link}`.
 * - The ids that readers know sessions by are `{session of the finished interview}` …, whatever the release: before 7f998e7's successor
 *   they were the ids that browsers write by. Other ids that are not in the dump are `{new id}`.
 * - Marks that hang on times, copies that say when they were made, and records of the reading itself are left out.
 */

export type Told = {
  baseUrl: string;
  names: Names;
  movedBySeconds: number;
  putBackAt: number;
  /** The dump, to know its ids by. */
  sql: string;
};

const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|\+00:00)/g;
/** Some times are kept to the minute. */
const MINUTE_MS = 60_000;
const SOON_MS = 3_600_000;

/** The same reading with all of that in words that do not change. */
export function steady({ status, headers, body }: Reading, address: string, told: Told): Reading {
  const words = (value: unknown) => JSON.parse(steadyText(JSON.stringify(value), told));
  if (address.startsWith("/api/interviews/version?") && status === 200) return { status, headers, body: "a mark" };
  if (address.includes("format=mp4") && status === 200) return { status, headers: onSomeDay(headers), body: "a copy" };
  if (address === "/api/openapi.json")
    return { status, headers: words(headers), body: "held by the tests of the document" };
  return { status, headers: onSomeDay(words(headers)), body: withoutReading(words(body), address) };
}

function steadyText(text: string, { baseUrl, names, movedBySeconds, putBackAt, sql }: Told): string {
  const sessions = Object.entries(names).filter(([name]) => name.endsWith(".session"));
  const named = sessions.reduce(
    (said, [name, id]) => said.replaceAll(id, `{session of the ${name.replace(".session", "")} interview}`),
    text.replaceAll(baseUrl, "{server}").replaceAll(/\/api\/media\/[\w.~-]+/g, "/api/media/{link}"),
  );
  const ofDump = (time: string) => (isNow(Date.parse(time), putBackAt) ? "{now}" : moveTimes(time, -movedBySeconds));
  return named.replaceAll(UUID, (id) => (sql.includes(id) ? id : "{new id}")).replaceAll(TIME, ofDump);
}

function isNow(time: number, putBackAt: number): boolean {
  return time > putBackAt - MINUTE_MS && time < Date.now() + SOON_MS;
}

/** Names of files have the day in them. */
function onSomeDay(headers: Reading["headers"]): Reading["headers"] {
  const dated = Object.entries(headers).map(([name, value]) => [name, value.replaceAll(/\d{4}-\d\d-\d\d/g, "{day}")]);
  return Object.fromEntries(dated);
}

/** Who reads is written down as well, and is read with the rest. */
function withoutReading(body: unknown, address: string): unknown {
  if (!address.startsWith("/api/v1/audit-events") || typeof body !== "object" || body === null) return body;
  if (!("data" in body) || !Array.isArray(body.data)) return body;
  return { ...body, data: body.data.filter(({ at }) => at !== "{now}") };
}
