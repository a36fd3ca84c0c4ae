import type { Readings } from "./read-all.ts";
import type { Reading } from "./reading.ts";

/** One thing that is answered otherwise than before: to whom, and which field. */
export type Difference = { address: string; by: string; field: string; before: unknown; now: unknown };

/**
 * Differences that are meant.
 * @property fields how their paths end, `[]` left out, such as `analysis.coverage`; `status` where somebody is let in, turned away or answered
 * otherwise as a whole; `(row)` of an entry that a list has no more, or only now
 * @property at the addresses where; everywhere without it
 */
export type Meant = { fields: string[]; at?: RegExp; why: string };

/** Everything that is answered otherwise than it was, for everyone who asks. */
export function differences(before: Readings, now: Readings): Difference[] {
  const addresses = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...addresses].flatMap((address) => {
    const all = [...(before[address] ?? []), ...(now[address] ?? [])];
    return [...new Set(all.flatMap(({ by }) => by))].flatMap((by) => {
      const to = (readings: Readings) => readings[address]?.find((reading) => reading.by.includes(by));
      return readingDiffers(to(before), to(now)).map((found) => ({ address, by, ...found }));
    });
  });
}

/** What is not meant, a line each; and what is meant and is not so. */
export function judge(found: readonly Difference[], meant: readonly Meant[]): { unmeant: string[]; unmet: string[] } {
  const each = meant.flatMap(({ fields, at, why }) => fields.map((field) => ({ field, at, why })));
  return {
    unmeant: found.filter((difference) => !each.some((one) => covers(one, difference))).map(inWords),
    unmet: each
      .filter((one) => !found.some((difference) => covers(one, difference)))
      .map(({ field, why }) => `${field}: ${why}`),
  };
}

function covers({ field, at }: { field: string; at: RegExp | undefined }, difference: Difference): boolean {
  return `.${difference.field.replaceAll("[]", "")}`.endsWith(`.${field}`) && (at?.test(difference.address) ?? true);
}

function inWords({ address, by, field, before, now }: Difference): string {
  const [was, is] = [before, now].map((value) => JSON.stringify(value)?.slice(0, 200) ?? "absent");
  return `${address} to ${by}: ${field} was ${was}, is ${is}`;
}

type Found = Pick<Difference, "field" | "before" | "now">;

function readingDiffers(before: Reading | undefined, now: Reading | undefined): Found[] {
  if (before?.status !== now?.status) return [{ field: "status", before: before?.status, now: now?.status }];
  return [...differ(before?.headers, now?.headers, "headers"), ...differ(before?.body, now?.body, "body")];
}

function differ(before: unknown, now: unknown, field: string): Found[] {
  if (Array.isArray(before) && Array.isArray(now)) return listsDiffer(before, now, `${field}[]`);
  if (isObject(before) && isObject(now)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    return names.flatMap((name) => differ(before[name], now[name], `${field}.${name}`));
  }
  return JSON.stringify(before) === JSON.stringify(now) ? [] : [{ field, before, now }];
}

/** Entries that only one of the lists has are told by themselves, and the others are compared one by one. */
function listsDiffer(before: unknown[], now: unknown[], field: string): Found[] {
  const [had, have] = [before, now].map((list) => new Set(list.map(idOf)));
  const gone = before.filter((entry) => !have?.has(idOf(entry)));
  const come = now.filter((entry) => !had?.has(idOf(entry)));
  const [left, stayed] = [before.filter((one) => !gone.includes(one)), now.filter((one) => !come.includes(one))];
  const isAligned = before.length !== now.length && left.length === stayed.length;
  const [one, other] = isAligned ? [left, stayed] : [before, now];
  return [
    ...(isAligned ? gone.map((entry) => ({ field: `${field}.(row)`, before: entry, now: undefined })) : []),
    ...(isAligned ? come.map((entry) => ({ field: `${field}.(row)`, before: undefined, now: entry })) : []),
    ...Array.from({ length: Math.max(one.length, other.length) }, (_, at) => at).flatMap((at) =>
      differ(one[at], other[at], field),
    ),
  ];
}

const IDS = ["id", "analysis_id", "decision_id", "session_id", "interview_id", "candidate_id"];

/** What an entry of a list is known by; itself where it has no id. */
function idOf(entry: unknown): unknown {
  if (!isObject(entry)) return JSON.stringify(entry);
  const name = IDS.find((id) => entry[id] !== undefined && entry[id] !== null);
  return name === undefined ? JSON.stringify(entry) : entry[name];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
