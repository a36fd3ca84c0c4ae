import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { PROJECT_ROOT } from "../runtime/project-root.ts";
import { readImports } from "../tools/tests/read-imports.ts";

/*
 * What stands on a page stands in lib/words, to the last word: here a single one counts, wherever it would be read.
 */

/** Whose pages say everything from the catalogue: all but the settings, the sign-in and the documentation. */
const PAGES = [
  "components/interview",
  "components/review",
  "components/dashboard",
  "components/share",
  "components/shell",
  "components/ui",
  "components/spool-drainer.tsx",
  "app/interview",
  "app/share",
  "app/(recruiter)/interviews",
  "app/(recruiter)/dashboard",
  "app/error.tsx",
  "app/global-error.tsx",
  "app/layout.tsx",
  "app/not-found.tsx",
  "app/page.tsx",
];
const FOR_TESTS = /\.test\.tsx?$|(^|\/)testing[-./]/;

/** Attributes, of elements and of our own parts, that are read: `aria-label`, `title`, `repeatLabel`. */
const READ =
  /(^|[a-z-])(label|Label|title|Title|hint|placeholder|alt|description|legend|error|words|valuetext|valueText)$/;
const WORD = /\p{L}{2}/u;
const SENTENCE = /^\p{Lu}[^\n]*\p{L}[,:;]? \p{Ll}+[,:;.]? \S*\p{Ll}/u;
/** Errors that nobody is shown. */
const UNSEEN = ["Error", "TypeError", "RangeError"];

type Node = { type: string; start: number } & Record<string, unknown>;
type Place = "code" | "read";

/** The words in a file that come from no catalogue, each with its line. */
function wordsIn(file: string, source: string): string[] {
  const found: string[] = [];
  const look = (value: unknown, place: Place): void => {
    if (Array.isArray(value)) for (const one of value) look(one, place);
    if (Array.isArray(value) || typeof value !== "object" || value === null || !("type" in value)) return;
    const node = value as Node;
    if (isUnseen(node)) return;
    const text = textOf(node);
    if (text !== null && (place === "read" ? WORD : SENTENCE).test(text)) {
      found.push(`${file}:${source.slice(0, node.start).split("\n").length} ${text.trim().slice(0, 60)}`);
    }
    for (const [name, inner] of Object.entries(node)) look(inner, placeOf(node, name, place));
  };
  look(parseAst(source, { lang: file.endsWith("x") ? "tsx" : "ts" }, file).body, "code");
  return found;
}

/** Whether what is within a node under a name is read by whoever looks at the page. */
function placeOf(node: Node, name: string, place: Place): Place {
  switch (node.type) {
    case "JSXElement":
    case "JSXFragment":
      return name === "children" ? "read" : "code";
    case "JSXAttribute":
      return name === "value" && READ.test(String((node.name as Node).name)) ? "read" : "code";
    case "Property":
      return name === "value" && READ.test(keyOf(node)) ? "read" : "code";
    case "ConditionalExpression":
      return name === "test" ? "code" : place;
    case "LogicalExpression":
    case "JSXExpressionContainer":
    case "TemplateLiteral":
      return place;
    default:
      return "code";
  }
}

function keyOf({ key }: Node): string {
  const { name, value } = key as { name?: string; value?: unknown };
  return name ?? String(value);
}

function isUnseen({ type, callee }: Node): boolean {
  return type === "NewExpression" && UNSEEN.includes((callee as { name?: string }).name ?? "");
}

function textOf({ type, value, quasis }: Node): string | null {
  if (type === "JSXText" || (type === "Literal" && typeof value === "string")) return String(value);
  if (type !== "TemplateLiteral") return null;
  return (quasis as { value: { cooked: string } }[]).map((piece) => piece.value.cooked).join("…");
}

test("no word on a candidate's page, or in a part of pages, stands outside the catalogue", () => {
  const { files } = readImports(PROJECT_ROOT);
  const looked = files.filter(
    (file) => PAGES.some((page) => file === page || file.startsWith(`${page}/`)) && !FOR_TESTS.test(file),
  );
  expect(looked.length).toBeGreaterThan(90);
  const found = looked.flatMap((file) => wordsIn(file, readFileSync(join(PROJECT_ROOT, file), "utf8")));
  expect(found).toEqual([]);
});

test.each([
  ["between tags", "<p>Done</p>"],
  ["chosen", 'on ? <p>{on ? "Yes" : null}</p> : null'],
  ["put together", `<p>{\`\${name} chosen\`}</p>`],
  ["in what is read aloud", '<button aria-label="Close" />'],
  ["in what a part shows", `<Alert title={\`Over \${n}\`} />`],
  ["given to a part among others", '<Controls repeatLabel={on ? "Again" : ""} />'],
  ["in what a part is given otherwise", '({ ...more, "aria-label": "Pages" })'],
  ["in a table of sentences", '({ gone: "Your camera has gone" })'],
])("a word %s is found", (_, code) => {
  expect(wordsIn("example.tsx", `const it = ${code};`)).toHaveLength(1);
});

test.each([
  ["keys, looks and comparisons", '<p className="text-sm">{state === "on" ? say("on") : say("off", { a: "b" })}</p>'],
  ["signs", '<p title="·">… {name}</p>'],
  ["what nobody is shown", '() => { throw new Error("This needs something around it."); }'],
])("%s are not words", (_, code) => {
  expect(wordsIn("example.tsx", `const it = ${code};`)).toEqual([]);
});
