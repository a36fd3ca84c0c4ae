import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { PROJECT_ROOT } from "../runtime/project-root.ts";
import { readImports } from "../tools/tests/read-imports.ts";

/*
 * What a person reads of verbs, domain, database and jobs stands in lib/words under a key: nothing else can be said in another language.
 */

/** Rooms whose sentences nobody reads in a language of theirs, and why. */
const SPEAK_ENGLISH: Record<string, string> = {
  "lib/words": "here they are",
  "lib/contract": "documents the API for programmers; what is wrong with a field it names by a key",
  "lib/openapi": "documents the API for programmers",
  "lib/speech/catalogue.ts": "says to whoever installs a model what it is for, and whose it is",
  "lib/cli": "speaks to whoever runs it in a terminal",
  "lib/runtime": "speaks to whoever starts the server",
  "lib/env.ts": "speaks to whoever configures the server",
  "lib/db/migrations": "speaks to whoever migrates",
  "lib/tools": "speaks to whoever develops it",
  "lib/ai/chat-parameters.ts": "asks a model",
  "lib/analysis/llm":
    "asks a model, in English; what it remarks on answers is stored in the language they are scored in",
  "lib/analysis/rubric": "remarks on answers, which it reads and scores in English alone",
  "lib/analysis/scoring-audit": "tries the scorer, which reads English alone",
  "lib/analysis/sandbox": "remarks on answers in place of those",
  "lib/analysis/pipeline/score-interview.ts": "remarks on an interview as a whole, likewise",
  "lib/analysis/text": "knows English words",
  "lib/speech/sound": "errors of the process that hears, which are told by their kind",
  "lib/transcription/hear-answer.ts": "asks a model, and keeps what it was asked",
  "lib/client/published": "speaks to programmers",
};

const LOOKED_AT = /^lib\/.*\.ts$/;
const FOR_TESTS = /\.test\.ts$|(^|\/)testing[-./]/;

/** A sentence, or what is said behind a field's name. SQL is neither. */
const SENTENCE = /^["“]?(?:\p{Lu}|(?:must|is|has|was|does) )(?:[^\n]*\p{L}[,:;]? \p{Ll}+[,:;]? \S*\p{Ll})/u;
const SQL = /\b(?:SELECT|JOIN|INSERT INTO|UPDATE|DELETE FROM|CREATE|GRANT)\b/;

type Node = { type: string; start: number } & Record<string, unknown>;

/** Errors of ours that nobody is shown, and patterns. */
const UNSEEN = ["Error", "TypeError", "RangeError", "DOMException", "RegExp"];

function isUnseen({ type, callee }: Node): boolean {
  const { name, object } = (callee ?? {}) as { name?: string; object?: { name?: string } };
  if (type === "NewExpression") return UNSEEN.includes(name ?? "");
  return type === "CallExpression" && object?.name === "logger";
}

function textOf({ type, value, quasis }: Node): string | null {
  if (type === "Literal" && typeof value === "string") return value;
  if (type !== "TemplateLiteral") return null;
  return (quasis as { value: { cooked: string } }[]).map((piece) => piece.value.cooked).join("…");
}

/** The sentences in a file, each with its line. */
function sentencesIn(file: string): string[] {
  const source = readFileSync(join(PROJECT_ROOT, file), "utf8");
  const found: string[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) look(one);
    if (Array.isArray(node) || typeof node !== "object" || node === null || isUnseen(node as Node)) return;
    const text = textOf(node as Node);
    if (text !== null && SENTENCE.test(text) && !SQL.test(text)) {
      const line = source.slice(0, (node as Node).start).split("\n").length;
      found.push(`${file}:${line} ${text.slice(0, 60)}`);
    }
    for (const inner of Object.values(node)) look(inner);
  };
  look(parseAst(source, { lang: "ts" }, file).body);
  return found;
}

test("no sentence that a person reads stands outside the catalogue", () => {
  const { files } = readImports(PROJECT_ROOT);
  const rooms = Object.keys(SPEAK_ENGLISH);
  const looked = files.filter(
    (file) =>
      LOOKED_AT.test(file) &&
      !FOR_TESTS.test(file) &&
      !rooms.some((room) => file === room || file.startsWith(`${room}/`)),
  );
  expect(looked.length).toBeGreaterThan(300);
  expect(looked.flatMap(sentencesIn)).toEqual([]);
});

test("every room that is left out is there, and has sentences", () => {
  const { files } = readImports(PROJECT_ROOT);
  const silent = Object.keys(SPEAK_ENGLISH).filter((room) => {
    const within = files.filter((file) => (file === room || file.startsWith(`${room}/`)) && file.endsWith(".ts"));
    return within.flatMap(sentencesIn).length === 0;
  });
  expect(silent).toEqual([]);
});
