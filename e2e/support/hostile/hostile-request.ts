import { createHash } from "node:crypto";
import type { Dice } from "./dice.ts";
import { hostileValue, TEXTS } from "./hostile-values.ts";
import { mutate } from "./mutate.ts";
import { type JsonSchema, valueFor } from "./schema-values.ts";
import type { World } from "./world.ts";

/** An operation as the OpenAPI document describes it, references resolved. */
export type Described = {
  method: string;
  path: string;
  parameters: { name: string; in: "path" | "query" | "header"; required: boolean; schema: JsonSchema }[];
  json: JsonSchema | null;
  bytes: boolean;
};

/** One request as it goes over the wire. */
export type HostileRequest = {
  method: string;
  /** As it is sent: not normalised by anything. */
  target: string;
  headers: Record<string, string>;
  body: Buffer | null;
};

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"];

/** A request that means one operation, with up to three things wrong with it. */
export function hostileRequest(described: Described, world: World, dice: Dice): HostileRequest {
  const headers = headersOf(described, world, dice);
  const body = bodyOf(described, world, dice, headers);
  return {
    method: dice.chance(0.04) ? dice.pick(METHODS) : described.method,
    target: pathOf(described, world, dice) + queryOf(described, world, dice),
    headers,
    body,
  };
}

function pathOf({ path, parameters }: Described, world: World, dice: Dice): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = parameters.find((one) => one.in === "path" && one.name === name)?.schema ?? {};
    const value = dice.chance(0.15) ? textOf(hostileValue(dice)) : String(valueFor(schema, name, dice, world));
    return dice.chance(0.03) ? dice.pick(PATH_NOISE) : escaped(value).slice(0, 4_000);
  });
  if (!dice.chance(0.05)) return filled;
  const noise = dice.pick(PATH_NOISE);
  return dice.pick([`${filled}/`, `${filled}${noise}`, `${filled}/${noise}`, filled.toUpperCase(), `/${filled}`]);
}

const PATH_NOISE = [
  ...["%", "%00", "%zz", "%ff", "%C0%AF", "..", "%2e%2e", "%2F", "%5c", ";a=b", ".json", ".rsc", "//", "\\"],
  ...["%F0%9F%92%A3", "a".repeat(3_000), "%61".repeat(2_000), "[", "]", "{x}", "@", "*", "'"],
];

function queryOf({ parameters }: Described, world: World, dice: Dice): string {
  const pairs: [string, string][] = [];
  for (const { name, schema, required } of parameters.filter((one) => one.in === "query")) {
    if (!required && !dice.chance(0.35)) continue;
    const value = dice.chance(0.3) ? hostileValue(dice) : valueFor(schema, name, dice, world);
    pairs.push([name, textOf(value)]);
    if (dice.chance(0.05)) pairs.push([name, textOf(hostileValue(dice))]);
  }
  if (dice.chance(0.08)) pairs.push([dice.pick([...TEXTS, "__proto__", "a[b]", "_rsc"]), textOf(hostileValue(dice))]);
  if (pairs.length === 0)
    return dice.chance(0.02) ? dice.pick(["?", "?%", "?=&&=", "?%00", `?${"&".repeat(3_000)}`]) : "";
  return `?${pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join("&")}`.slice(0, 8_000);
}

function headersOf({ parameters }: Described, world: World, dice: Dice): Record<string, string> {
  const headers: Record<string, string> = {};
  const authorization = authorizationOf(world, dice);
  if (authorization !== null) headers.authorization = authorization;
  for (const { name, schema } of parameters.filter((one) => one.in === "header" && one.name !== "Idempotency-Key")) {
    if (dice.chance(0.1)) continue;
    const value = dice.chance(0.2) ? hostileValue(dice) : valueFor(schema, name, dice, world);
    headers[name.toLowerCase()] = headerText(textOf(value));
  }
  if (dice.chance(0.15)) headers["idempotency-key"] = dice.pick([`key-${dice.below(20)}`, ...IDEMPOTENCY_KEYS]);
  if (dice.chance(0.15)) {
    const [name, values] = dice.pick(Object.entries(NOISE));
    headers[name] = dice.pick(values);
  }
  return headers;
}

function authorizationOf({ keys }: World, dice: Dice): string | null {
  if (dice.chance(0.6)) return `Bearer ${keys[0]}`;
  const key = dice.pick(keys);
  return dice.pick([
    ...[null, `Bearer ${key}`, `bearer ${key}`, `Bearer  ${key}`, key, `Basic ${key}`, `Bearer ${key}x`, "Bearer", ""],
    ...[`Bearer ${"x".repeat(8_000)}`, "Bearer tf_live_", "Bearer \u00e9\u00ff", `Bearer ${key}, Bearer ${key}`],
  ]);
}

const IDEMPOTENCY_KEYS = ["", " ", "a b", "\u00e9", "k".repeat(255), "k".repeat(256), "'; DROP TABLE", "__proto__"];

const NOISE: Record<string, string[]> = {
  range: [
    "bytes=0-",
    "bytes=-1",
    "bytes=5-1",
    "bytes=0-0,1-1",
    "bytes=99999999999999999999-",
    "lines=1-2",
    "bytes=a-b",
  ],
  "if-none-match": ["*", '"x"', "W/", '"'.repeat(1_000)],
  "if-modified-since": ["yesterday", "Thu, 01 Jan 1970 00:00:00 GMT"],
  accept: ["text/html", "application/xml", "*/*;q=9", ""],
  "accept-encoding": ["identity;q=0", "br, gzip", "x".repeat(1_000)],
  "content-encoding": ["gzip", "br", "aes128gcm"],
  cookie: [
    "next-auth.session-token=eyJhbGciOiJub25lIn0.e30.",
    `next-auth.session-token=${"x".repeat(4_000)}`,
    "__Secure-next-auth.session-token=x; next-auth.session-token=y",
    ";;;===",
  ],
  origin: ["null", "https://evil.example", "x"],
  host: ["evil.example", "localhost:1", "[::1"],
  "x-forwarded-for": ["127.0.0.1", "'; DROP", "a".repeat(2_000)],
  "x-forwarded-host": ["evil.example"],
  "x-forwarded-proto": ["javascript"],
  "x-request-id": ["\u00e9", "a".repeat(500), "<script>"],
  "x-http-method-override": ["DELETE"],
  "x-middleware-subrequest": ["middleware:middleware:middleware:middleware:middleware", "src/middleware"],
  "x-nextjs-data": ["1"],
  "x-matched-path": ["/dashboard"],
  "x-invoke-path": ["/dashboard"],
  "x-talentflow-client": ["10.0.0.1"],
  "x-talentflow-body-length": ["1"],
  "next-action": ["0".repeat(42), "x", "7f".repeat(21)],
  rsc: ["1"],
  "next-router-state-tree": ["%5B%22%22%5D", "[", "%"],
  expect: ["100-continue"],
  upgrade: ["h2c"],
};

function bodyOf(described: Described, world: World, dice: Dice, headers: Record<string, string>): Buffer | null {
  if (described.bytes) return bytesOf(dice, headers);
  if (!described.json) return dice.chance(0.05) ? Buffer.from(JSON.stringify(hostileValue(dice)) ?? "") : null;
  headers["content-type"] = dice.chance(0.95) ? "application/json" : dice.pick(CONTENT_TYPES);
  let value = valueFor(described.json, "", dice, world);
  for (let wrong = dice.below(4); wrong > 0; wrong--) value = mutate(value, dice);
  const text = Buffer.from(JSON.stringify(value) ?? "");
  return dice.chance(0.06) ? broken(text, dice) : text;
}

const CONTENT_TYPES = [
  ...["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x"],
  ...["application/json; charset=utf-16", "text/x-component", ""],
];

function broken(text: Buffer, dice: Dice): Buffer {
  const at = dice.below(text.length + 1);
  switch (dice.below(4)) {
    case 0:
      return text.subarray(0, at);
    case 1:
      return Buffer.concat([
        text.subarray(0, at),
        Buffer.from([dice.pick([0, 0x22, 0x7b, 0xff, 0xc0])]),
        text.subarray(at),
      ]);
    case 2:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text]);
    default:
      return Buffer.concat([text, text]);
  }
}

/** Most say of themselves what they are, so that they are stored. */
function bytesOf(dice: Dice, headers: Record<string, string>): Buffer {
  const bytes = Buffer.alloc(dice.pick([0, 1, 1_000, 100_000, 900 * 1024, 900 * 1024 + 1]), dice.below(256));
  if (dice.chance(0.8)) headers["x-part-sha256"] = createHash("sha256").update(bytes).digest("hex");
  if (dice.chance(0.8)) headers["x-part-offset"] = String(dice.pick([0, 0, 0, 1, 1_000, 2 ** 31, 2 ** 40]));
  return bytes;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** Percent-encoded as a client would; half a surrogate, which no client can send, becomes what decoders make of it. */
function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** What HTTP lets into a header. */
function headerText(text: string): string {
  return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, "").slice(0, 4_000);
}
