import { expect, it } from "vitest";
import { PROJECT_ROOT } from "./runtime/project-root.ts";
import { type Import, readImports } from "./tools/tests/read-imports.ts";

/*
 * How the house stands. A room imports only from rooms that are named before it here, so the way of a request is a way down, and whoever
 * changes a room knows whom it may reach. A new room must take its place in the list. Tests and their builders see everything.
 */
const FLOORS: readonly (readonly string[])[] = [
  // What depends on nothing.
  [
    "lib/domain",
    "lib/psychometrics",
    "lib/words",
    "lib/env.ts",
    "lib/deployment-secret.ts",
    "lib/sealing.ts",
    "lib/in-parallel.ts",
  ],
  // The wire, and how things are said.
  [
    "lib/contract",
    "lib/contract/v1",
    "lib/contract/operations",
    "lib/errors.ts",
    "lib/told.ts",
    "lib/parse-fields.ts",
    "lib/logger.ts",
  ],
  // What lies outside: database, files, models, jobs.
  ["lib/db", "lib/storage", "lib/limits", "lib/ai", "lib/queue", "lib/events", "lib/children", "lib/speech"],
  // Who.
  ["lib/audit", "lib/members", "lib/keys"],
  // What is asked, and whom.
  ["lib/restriction", "lib/templates", "lib/candidates", "lib/interviews"],
  // The interview itself, and what is made of it.
  ["lib/sitting", "lib/recording", "lib/transcription", "lib/analysis"],
  // What people and programs do with it.
  ["lib/review", "lib/exports", "lib/shares", "lib/webhooks", "lib/privacy", "lib/health"],
  // How it is told.
  ["lib/present", "lib/auth", "lib/http", "lib/openapi"],
  // The browser's side.
  ["lib/client", "components/words", "components", "app", "instrumentation.ts", "instrumentation-client.ts"],
  // What runs it.
  ["lib/worker", "prisma", "lib/runtime", "lib/tools", "lib/cli"],
];

/** Where some rooms may not reach, although it lies below them: the way there leads through another. */
const ONLY: Record<string, readonly string[]> = {
  "lib/domain": [],
  "lib/psychometrics": ["lib/domain"],
  "lib/words": ["lib/domain"],
  "lib/contract": ["lib/domain", "lib/words"],
  "lib/contract/v1": ["lib/domain", "lib/words", "lib/contract"],
  "lib/contract/operations": ["lib/domain", "lib/words", "lib/contract", "lib/contract/v1"],
  // The browser's side knows the wire and nothing behind it.
  "lib/client": ["lib/domain", "lib/words", "lib/contract", "lib/contract/v1"],
  components: ["lib/domain", "lib/words", "lib/contract", "lib/contract/v1", "lib/client", "components/words"],
};

/** Pages and routes call verbs; verbs talk to the database. */
const NOT: Record<string, readonly string[]> = { app: ["lib/db", "lib/storage", "lib/queue"] };

/** Packages that only some rooms know. */
const PACKAGES: readonly { name: RegExp; rooms: readonly string[] }[] = [
  { name: /^@prisma\//, rooms: ["lib/db"] },
  {
    name: /^next(-auth)?(\/|$)/,
    rooms: ["app", "components", "components/words", "lib/http", "lib/auth", "lib/runtime", "instrumentation.ts"],
  },
  { name: /^use-intl(\/|$)/, rooms: ["lib/words"] },
  { name: /^(react|react-dom)(\/|$)/, rooms: ["app", "components", "components/words", "lib/client"] },
];

const GENERATED = "lib/db/generated/";
/** Tests, what they are made with, and what only they are given. */
const FOR_TESTS = /\.test\.tsx?$|(^|\/)testing[-./]/;

const { files: all, imports } = readImports(PROJECT_ROOT);
/** What stands outside looks in as it likes, and nobody looks out. */
const OUTSIDE = /^e2e\//;
const files = all.filter((file) => !OUTSIDE.test(file) && !FOR_TESTS.test(file));
const known = new Set(all);

const ROOMS = FLOORS.flat();

/** The longest name in the list that a file lies in. */
function roomOf(file: string): string | undefined {
  return ROOMS.filter((room) => file === room || file.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0];
}

const ours = imports.filter(({ from, to }) => files.includes(from) && known.has(to));
const told = ({ from, to }: Import) => `${from} → ${to}`;

it("knows the floor of every room", () => {
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
});

it("has files in every room it names", () => {
  expect(ROOMS.filter((room) => !files.some((file) => roomOf(file) === room))).toEqual([]);
});

it("imports downwards only", () => {
  const climbs = ours.filter(({ from, to }) => ROOMS.indexOf(roomOf(to) ?? "") > ROOMS.indexOf(roomOf(from) ?? ""));
  expect(climbs.map(told)).toEqual([]);
});

it("reaches only where each room may", () => {
  const beyond = ours.filter(({ from, to }) => {
    const [room = "", target = ""] = [roomOf(from), roomOf(to)];
    if (room === target) return false;
    return ONLY[room]?.includes(target) === false || NOT[room]?.includes(target) === true;
  });
  expect(beyond.map(told)).toEqual([]);
});

it("keeps what is made for tests out of the product", () => {
  const isProduct = (file: string) => roomOf(file) !== "lib/tools"; // which tries and measures it
  expect(ours.filter(({ from, to }) => isProduct(from) && (FOR_TESTS.test(to) || OUTSIDE.test(to))).map(told)).toEqual(
    [],
  );
});

it("leaves each package to the rooms that know it", () => {
  const strangers = imports.filter(({ from, to }) => {
    if (!files.includes(from)) return false;
    const name = to.startsWith(GENERATED) ? "@prisma/client" : to;
    return PACKAGES.some((rule) => rule.name.test(name) && !rule.rooms.includes(roomOf(from) ?? ""));
  });
  expect(strangers.map(told)).toEqual([]);
});

it("has no circle of files, types included", () => {
  expect(circles(ours)).toEqual([]);
});

/** Strongly connected components of more than one file (Tarjan 1972). */
function circles(edges: readonly Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (file: string) => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    stack.push(file);
    for (const to of next.get(file) ?? []) {
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) low.set(file, Math.min(low.get(file) ?? 0, low.get(to) ?? 0));
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const file of next.keys()) if (!index.has(file)) visit(file);
  return found;
}
