import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offlineRubric } from "../../../analysis/rubric/offline-rubric.ts";
import { db } from "../../../db/client.ts";
import { scorerKey } from "../../../domain/cuts.ts";
import { talentflow } from "../../../testing/command.ts";
import { testDatabase, testOrganization, testTemplate } from "../../../testing/database/database.ts";
import { evaluate } from "../eval.ts";

await testDatabase();
const SCORER = scorerKey(offlineRubric.identity);

let dir: string;
let file: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "talentflow-cuts-"));
  file = join(dir, "ratings.jsonl");
});
afterAll(() => rm(dir, { recursive: true }));

type Row = object | string;

async function write(rows: readonly Row[]): Promise<void> {
  await writeFile(file, rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n"));
}

async function cuts(rows: readonly Row[], more: object = {}) {
  await write(rows);
  const { json, text } = await evaluate({ cuts: file, scorer: "offline", ...more });
  const { cuts: found } = json as { cuts: { criterion: string; n: number; pass: object; fail: object }[] };
  return { found, text };
}

const group = (rating: string, from: number, more: object = {}) =>
  Array.from({ length: 15 }, (_, at) => ({ interview_id: `${rating} ${at}`, score: from + at / 10, rating, ...more }));
const RATED = [...group("failed", 20), ...group("borderline", 50), ...group("passed", 80)];

test("each criterion of a file has its cuts with method, number and error, or says that there are too few", async () => {
  const technical = RATED.slice(0, 20).map((row) => ({ ...row, criterion: "technical" }));
  const { found, text } = await cuts([...technical, ...RATED]);
  expect(found.map(({ criterion, n }) => [criterion, n])).toEqual([
    ["technical", 20],
    ["overall", 45],
  ]);
  expect(found[0]?.pass).toEqual({ kind: "too_few", n: 20, needed: 30, side: "all" });
  expect(found[1]?.pass).toMatchObject({
    kind: "cut",
    cut: 65.7,
    below: 30,
    above: 15,
    false_above: 0,
    standard_error: null,
  });
  expect(text).toContain(
    "technical: contrasting groups, 20 rated interviews\n  pass  too few: 20 rated interviews, and it takes 30",
  );
  expect(text).toMatch(/ {2}pass {2}65\.7 \(95 % interval [\d.]+–[\d.]+\), wrong for 0\.0 % of 45/);
});

test("several people's ratings of an interview are one, the same line twice is the same, and what has no score is left out", async () => {
  const [first, ...others] = RATED;
  const by = (judge: string, rating: string) => ({ ...first, judge, rating });
  const again = [by("a", "failed"), by("b", "passed"), by("c", "failed"), by("c", "failed")];
  const { found, text } = await cuts([...again, ...others, { interview_id: "silent", score: null, rating: "failed" }]);
  expect(found).toMatchObject([{ n: 45, fail: { cut: 35.7, below: 15, above: 30 } }]);
  expect(text).toContain("45 rated interviews, 1 more without a score");
});

test("lines that name no interview are interviews of their own, and fields that nobody knows are not read", async () => {
  const { found } = await cuts(RATED.map(({ score, rating }) => ({ score, rating, comment: "Good." })));
  expect(found).toMatchObject([{ n: 45, pass: { cut: 65.7 } }]);
});

test("judges' numbers set cuts by Angoff, beside ratings that tell how often those are wrong", async () => {
  const judged = [60, 64, 62].flatMap((rating, at) => [
    { judge: `j${at}`, rating },
    { judge: `j${at}`, rating: rating - 30, cut: "fail" },
  ]);
  const { found } = await cuts([...RATED, ...judged], { method: "angoff" });
  expect(found).toMatchObject([{ n: 45, method: "angoff", pass: { cut: 62, false_above: 0 }, fail: { cut: 32 } }]);
  expect((await cuts([...RATED, ...judged])).text).toContain("Judges' numbers are used by --method angoff alone");
  expect((await cuts(judged, { method: "angoff" })).text).toContain("too few: 0 rated interviews");
  expect((await cuts(RATED, { method: "angoff" })).text).toContain("it takes what two judges expect");
});

test("all lines that are damaged are told, with their numbers, and then nothing is set", async () => {
  const damaged: [Row, RegExp][] = [
    ["{oops", /line 1 is not JSON/],
    ["", /line 2 is blank/],
    ["null", /line 3: /],
    [{ score: 50, rating: "good" }, /line 4: rating must be failed, borderline, passed, or a judge's number/],
    [{ score: 101, rating: "passed" }, /line 5: score must be 100 at most/],
    [{ rating: "passed" }, /line 6: score must be given/],
    [{ rating: 50 }, /line 7: judge must be named/],
    [{ score: 50, rating: "passed", criterion: "Not a key" }, /line 8: criterion must be a criterion's key/],
    [{ score: 50, rating: "passed", scorer: "offline_rubric 0" }, /line 9: the score is by offline_rubric 0, not by/],
    [{ interview_id: "x", score: 50, rating: "passed" }, /cannot be used/],
    [{ interview_id: "x", score: 51, rating: "passed" }, /line 11: interview x has another score on line 10/],
    [
      { interview_id: "x", score: 50, rating: "failed" },
      /line 12: interview x is rated otherwise by somebody .* line 10/,
    ],
  ];
  const told = await cuts(damaged.map(([row]) => row)).then(
    () => "nothing",
    (error: Error) => error.message,
  );
  for (const [, message] of damaged) expect(told).toMatch(message);
  expect(await cuts(Array(500).fill("{")).catch((error: Error) => error.message)).toMatch(/and 480 more$/);
  await expect(cuts([])).rejects.toThrow(/is empty/);
  await expect(evaluate({ cuts: join(dir, "none"), scorer: "offline" })).rejects.toThrow(/There is no file/);
});

test("options that do not go together are refused", async () => {
  await write(RATED);
  await expect(evaluate({ cuts: file, scorer: "offline", store: true })).rejects.toThrow(/go together/);
  await expect(evaluate({ cuts: file, scorer: "offline", templateVersion: "x" })).rejects.toThrow(/go together/);
  await expect(evaluate({ cuts: file, scorer: "offline", questions: "Q" })).rejects.toThrow(/no other set/);
  await expect(evaluate({ scorer: "offline", store: true })).rejects.toThrow(/--store is for --cuts/);
});

test("kept for a version of a template they are in force for this scorer; with nothing to keep the command fails", async () => {
  const actor = await testOrganization("Cutters");
  const { id } = await testTemplate(actor);
  const { publishedVersionId: version } = await db().template.findUniqueOrThrow({ where: { id } });
  const command = ["eval", "--cuts", file, "--store", "--template-version", version ?? "", "--organization", "Cutters"];
  await write(RATED.slice(0, 20));
  const keeping = { store: true, templateVersion: version ?? "", organization: "Cutters" };
  await expect(evaluate({ cuts: file, scorer: "offline", ...keeping })).rejects.toThrow(/Nothing was kept/);

  await write([...RATED, ...RATED.slice(0, 9).map((row) => ({ ...row, criterion: "technical" }))]);
  const { code, stdout } = await talentflow([...command, "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ scorer: SCORER, kept: ["overall"] });
  const rows = await db().cutSetting.findMany({ where: { templateVersionId: version ?? "" } });
  expect(rows).toMatchObject([
    { scorer: SCORER, criterion: "overall", pass: 65.7, fail: 35.7, n: 45, inheritedFrom: null },
  ]);
  expect(rows[0]?.passFigures).toMatchObject({ below: 30, above: 15, falseAbove: 0, falseBelow: 0 });
});
