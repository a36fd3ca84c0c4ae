import { createHash } from "node:crypto";

/** What is different in every run, by what it is called in examples. */
export type Names = {
  /** Where the server under test is. */
  baseUrl: string;
  startedAt: number;
  candidateIds: Map<number, number>;
  uuids: Map<string, string>;
};

export function newNames(baseUrl: string): Names {
  return { baseUrl, startedAt: Date.now(), candidateIds: new Map(), uuids: new Map() };
}

const EXAMPLE_URL = "https://talentflow.example.com";
const EXAMPLE_START = Date.parse("2027-01-15T10:00:00.000Z");
const YEAR_MS = 366 * 86_400_000;
const FIRST_CANDIDATE = 1042;
const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z/g;
/** Secrets and signed links, whose beginning says what they are; and names that are the test's alone. */
const SECRETS: [RegExp, string][] = [
  [/\btf_(live|test)_[\w-]{43}/g, "tf_$1_EXAMPLE-ONLY-THIS-KEY-OPENS-NOTHING"],
  [/\btf_(live|test)_[\w-]{6}(?![\w-])/g, "tf_$1_q3Jt8w"],
  [/\bwhsec_[\w+/=-]+/g, "whsec_RVhBTVBMRSBPTkxZLCBUSElTIFNJR05TIE5PVEhJTkc="],
  [/\/api\/media\/[\w.~-]+/g, "/api/media/EXAMPLE-ONLY-THIS-LINK-OPENS-NOTHING"],
  [/\/share\/[\w.~-]+/g, "/share/EXAMPLE-ONLY-THIS-LINK-OPENS-NOTHING"],
  [/\btalentflow-receiver\.invalid\b/g, "ats.example.com"],
  [/\brecruiter-[0-9a-f-]{36}@/g, "rita@"],
];

/** The same value with ids, times, addresses and secrets as every run would have them. */
export function steady(value: unknown, names: Names, key = ""): unknown {
  if (typeof value === "string") return steadyText(value, names);
  if (typeof value === "number") return steadyNumber(value, key, names);
  if (Array.isArray(value)) return value.map((entry) => steady(entry, names, key));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, steady(inner, names, name)]));
}

function steadyText(text: string, names: Names): string {
  let result = text.replaceAll(names.baseUrl, EXAMPLE_URL);
  for (const [secret, instead] of SECRETS) result = result.replaceAll(secret, instead);
  return result
    .replaceAll(UUID, (uuid) => exampleUuid(uuid, names))
    .replaceAll(TIME, (time, fraction) => exampleTime(time, fraction !== undefined, names));
}

function exampleUuid(uuid: string, { uuids }: Names): string {
  const known = uuids.get(uuid) ?? uuidOf(`example ${uuids.size}`);
  uuids.set(uuid, known);
  return known;
}

function uuidOf(seed: string): string {
  const hex = createHash("sha256").update(seed).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** As long after the examples' beginning as it was after the run's; what is years away stays. */
function exampleTime(time: string, withFraction: boolean, { startedAt }: Names): string {
  if (Math.abs(Date.parse(time) - startedAt) > YEAR_MS) return time;
  const moved = new Date(EXAMPLE_START + Date.parse(time) - startedAt).toISOString();
  return withFraction ? moved : moved.replace(/\.\d{3}Z$/, "Z");
}

function steadyNumber(value: number, key: string, { candidateIds }: Names): number {
  if (key === "candidate_id") candidateIds.set(value, candidateIds.get(value) ?? FIRST_CANDIDATE + candidateIds.size);
  const isCandidate = key === "candidate_id" || (key === "id" && candidateIds.has(value));
  return isCandidate ? (candidateIds.get(value) ?? value) : value;
}

/**
 * What an example and an answer have in common, whatever they say: the fields at every level and the kinds of their values.
 * Null and an empty list stand for any.
 */
export function shapeDifferences(example: unknown, answer: unknown, path = ""): string[] {
  if (example === null || answer === null) return [];
  if (kindOf(example) !== kindOf(answer))
    return [`${path} is ${kindOf(example)} in the example, ${kindOf(answer)} here`];
  if (Array.isArray(example) && Array.isArray(answer)) {
    return example.length > 0 && answer.length > 0 ? shapeDifferences(example[0], answer[0], `${path}[0]`) : [];
  }
  if (typeof example !== "object" || typeof answer !== "object") return [];
  if (FREE.some((name) => path.endsWith(name))) return [];
  const [one, other] = [example as Record<string, unknown>, answer as Record<string, unknown>];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.flatMap((name) => {
    if (!(name in one)) return [`${path}.${name} is not in the example`];
    if (!(name in other)) return [`${path}.${name} is only in the example`];
    return shapeDifferences(one[name], other[name], `${path}.${name}`);
  });
}

/** Fields that hold whatever belongs to what they are about. */
const FREE = [".detail", ".metadata", ".payload", ".checks"];

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "a list" : typeof value;
}
