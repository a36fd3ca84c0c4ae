import { expect, test } from "vitest";
import { z } from "zod";
import { OPERATIONS } from "../contract/operations/all.ts";
import { randomFrom } from "../domain/random.ts";
import { fieldIssues } from "./field-issues.ts";
import { fieldWords } from "./field-words.ts";

const ROUNDS = 150;

/** What no field expects, or only some do. */
const ODD: readonly unknown[] = [
  ...[
    undefined,
    null,
    true,
    0,
    1,
    -1,
    1.5,
    1e20,
    Number.NaN,
    [],
    {},
    [1],
    ["a", "a"],
    Array(600).fill("a"),
    new Date(0),
  ],
  ...[
    "",
    " ",
    "a",
    "\u0000",
    "\u2800",
    "\ud800",
    "x".repeat(600),
    "x".repeat(30_000),
    "12",
    "0",
    "-1",
    "mp4",
    "HD",
    "a@b",
  ],
  ...["1800-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "ftp://x", "https://u:p@x.example:22/", "password1"],
];

type Known = z.core.$ZodType & { shape?: Record<string, z.core.$ZodType>; element?: z.core.$ZodType };

/** What a schema is of, below defaults, transforms and the like. */
function core(schema: z.core.$ZodType): Known {
  const def = schema._zod.def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType; options?: z.core.$ZodType[] };
  const inner = def.innerType ?? def.in ?? def.options?.at(-1);
  return inner ? core(inner) : schema;
}

/** A value of about the right shape with odd things in it. */
function odd(schema: z.core.$ZodType, random: () => number, depth = 0): unknown {
  const { shape, element } = core(schema);
  if (depth < 5 && random() < 0.85) {
    if (element) return Array.from({ length: Math.floor(random() * 3) }, () => odd(element, random, depth + 1));
    if (shape) {
      const entries = Object.entries(shape).filter(() => random() < 0.8);
      const filled = entries.map(([key, inner]) => [key, odd(inner, random, depth + 1)]);
      return Object.fromEntries(random() < 0.2 ? [...filled, ["unknown", 1]] : filled);
    }
  }
  return ODD[Math.floor(random() * ODD.length)];
}

const SCHEMAS = OPERATIONS.flatMap(({ id, body, query }) =>
  Object.entries({ body, query }).flatMap(([part, schema]): [string, z.ZodType][] =>
    schema ? [[`${id}'s ${part}`, schema]] : [],
  ),
);

test.each(SCHEMAS)("all that can be wrong with %s can be said", (name, schema) => {
  const random = randomFrom(name.length);
  for (let round = 0; round < ROUNDS; round++) {
    const { error } = schema.safeParse(odd(schema, random));
    for (const issue of error ? fieldIssues(error) : []) {
      const words = fieldWords(issue, "en");
      if (typeof issue.key === "object")
        expect(words).toMatch(/^(Invalid|Too|Unrecognized) /); // zod's own, where we have none
      else expect(words).toMatch(/^(must|is|has) [^{}]+$/);
    }
  }
});

test("what stands in the words is the schema's limit, its choices or what its check gave along", () => {
  const schema = z.strictObject({
    short: z.string().max(3, "characters_at_most"),
    kind: z.enum(["a", "b", "c"], "one_of"),
    names: z.enum(["a", "b", "c"], "one_of_many"),
    late: z.number().refine(() => false, { error: "days_away", params: { days: 7 } }),
    other: z.string("what somebody else's check says"),
  });
  const { error } = schema.safeParse({ short: "long", kind: "d", names: "d", late: 1, other: 1, more: 1 });
  expect(error && fieldIssues(error).map((issue) => `${issue.path} ${fieldWords(issue, "en")}`)).toEqual([
    "short must have at most 3 characters",
    "kind must be a, b or c",
    "names must be one of a, b, c",
    "late must be at most 7 days away",
    "other what somebody else's check says",
    "more is not known here",
  ]);
});
