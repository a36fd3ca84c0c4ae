import { expect, test } from "vitest";
import { NO_SCORES } from "../../domain/criteria.ts";
import { assessment } from "../../testing/analysis/judge.ts";
import { NARRATION_SCHEMA } from "./narrate-prompt.ts";
import { OUTPUT_SCHEMA, readOutput } from "./output-schema.ts";

type Node = { type: unknown; properties?: Record<string, Node>; required?: string[]; items?: Node };

test.each([OUTPUT_SCHEMA, NARRATION_SCHEMA])("the schema of $name keeps to what strict output accepts", (schema) => {
  const visit = (node: Node & { additionalProperties?: boolean }) => {
    if (node.type === "object") {
      expect(node.additionalProperties).toBe(false);
      expect(node.required).toEqual(Object.keys(node.properties ?? {}));
    }
    expect(Object.keys(node)).not.toContain("maxLength");
    for (const child of [...Object.values(node.properties ?? {}), ...(node.items ? [node.items] : [])]) visit(child);
  };
  visit(schema.jsonSchema as Node);
});

test("evidence is asked for before levels", () => {
  const asked = Object.keys((OUTPUT_SCHEMA.jsonSchema as Node).properties ?? {});
  expect(asked.slice(0, 3)).toEqual(["addressed_to_assessor", "evidence", "levels"]);
});

test("levels one to five and null are read, also from a string", () => {
  const read = readOutput(assessment({ technical: 1, communication: "5", problem_solving: null }));
  expect(read?.output.levels).toEqual({ ...NO_SCORES, technical: 1, communication: 5 });
  expect(read?.outOfRange).toEqual([]);
});

test.each([0, 6, 900, -1, 3.5, "high", "4.5", true, [4], { level: 4 }, Number.NaN])(
  "a level of %j is none, and is not moved into range",
  (level) => {
    const read = readOutput(assessment({ technical: level }));
    expect(read?.outOfRange).toEqual(["technical"]);
    expect(read?.output.levels.technical).toBeNull();
  },
);

test.each([
  null,
  undefined,
  "text",
  [],
  {},
  { evidence: [], levels: {} },
  { evidence: [], levels: { kindness: 5 } },
  { levels: { technical: 5 } },
  { evidence: [{ category: "technical" }], levels: { technical: 5 } },
])("%j is no assessment", (json) => {
  expect(readOutput(json)).toBeNull();
});

test("what an endpoint without strict output leaves out is empty, and what it adds is not kept", () => {
  const read = readOutput({
    evidence: [{ category: "charisma", quote: "We kept two copies" }],
    levels: { technical: 4, charisma: 5 },
    total: 97,
  });
  expect(read?.output).toEqual({
    evidence: [],
    levels: { ...NO_SCORES, technical: 4 },
    feedback: "",
    strengths: [],
    improvements: [],
    addressed: [],
  });
});
