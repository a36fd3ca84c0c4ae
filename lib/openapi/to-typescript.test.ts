import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ERRORS } from "../contract/error-codes.ts";
import { PROJECT_ROOT } from "../runtime/project-root.ts";
import { openApiDocument } from "./document.ts";
import { toTypeScript } from "./to-typescript.ts";

const PUBLISHED = join(PROJECT_ROOT, "lib/client/published/schema.ts");

test("the published client's types are those of the document", async () => {
  const types = toTypeScript(openApiDocument("http://localhost:5000"), Object.keys(ERRORS));
  if (process.env.UPDATE_EXAMPLES === "1") await writeFile(PUBLISHED, types);
  expect(await readFile(PUBLISHED, "utf8"), "UPDATE_EXAMPLES=1 writes them anew").toBe(types);
});

test("types say what a schema says", () => {
  const schema = {
    type: "object",
    required: ["a", "d"],
    properties: {
      a: { type: ["integer", "null"], description: "A number." },
      b: { type: "array", items: { enum: ["x", "y"] } },
      c: { anyOf: [{ $ref: "#/components/schemas/Other" }, { type: "null" }] },
      d: { type: "object", additionalProperties: { type: "string" } },
    },
  };
  const types = toTypeScript({ paths: {}, components: { schemas: { Thing: schema } } }, ["gone"]);
  expect(types).toContain(
    'export type Thing = {\n  /** A number. */\n  a: number | null;\n  b?: Array<"x" | "y">;\n  c?: Other | null;\n  d: Record<string, string>;\n};',
  );
  expect(types).toContain('export type ErrorCode =\n  | "gone";');
});
