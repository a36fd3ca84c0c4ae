import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { serverError } from "../../testing/provider/mishaps.ts";
import { startProvider } from "../../testing/provider/provider.ts";
import { evaluate } from "./eval.ts";
import { betweenMarkers } from "./model-card.ts";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "talentflow-eval-"));
});
afterAll(() => rm(dir, { recursive: true }));

const QUESTION = {
  question_id: "q1",
  type: "technical",
  difficulty: "medium",
  text: "Why is this query slow?",
  ideal_answer: "It scans the whole table because there is no index on the filter.",
  keywords: ["index", "scan"],
};
const GOOD =
  "I read the query plan first, and it scans the whole table because there is no index on the filter. So I add one.";

async function run(
  questions: unknown,
  lines: (object | string)[],
  scorer: "offline" | "openai" = "offline",
): Promise<number[]> {
  const [questionsPath, answersPath, out] = ["Q.json", "A.jsonl", "S.jsonl"].map((name) => join(dir, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(questionsPath, typeof questions === "string" ? questions : JSON.stringify(questions));
  await writeFile(
    answersPath,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  );
  await evaluate({ questions: questionsPath, answers: answersPath, out, scorer });
  const written = (await readFile(out, "utf8")).trimEnd().split("\n");
  return written.map((line) => {
    const parsed = JSON.parse(line);
    expect(Object.keys(parsed)).toEqual(["score"]);
    return parsed.score;
  });
}

test("one score a line is written in the order of the answers, and none for what cannot be judged", async () => {
  const scores = await run(
    [QUESTION],
    [
      { question_id: "q1", answer: "", score: 0 },
      { question_id: "q1", answer: GOOD, score: 1 },
      { question_id: "q1", answer: "I am not sure about that, maybe restart the computer.", score: 0.2 },
      { question_id: "q1", answer: null },
    ],
  );
  expect(scores).toEqual([null, expect.any(Number), expect.any(Number), null]);
  expect(scores[1]).toBeGreaterThan(scores[2] ?? 0);
});

test("questions need no more than an id and a text", async () => {
  const questions = [{ question_id: 7, text: "Why is this query slow?", keywords: null }];
  expect(await run(questions, [{ question_id: 7, answer: GOOD }])).toEqual([expect.any(Number)]);
});

test.each([
  ["a line that is no JSON", [QUESTION], [{ question_id: "q1", answer: "" }, "{oops"], /A\.jsonl, line 2 is not JSON/],
  ["a blank line", [QUESTION], [{ question_id: "q1", answer: "" }, "", { question_id: "q1" }], /line 2 is blank/],
  ["an unknown question", [QUESTION], [{ question_id: "q9", answer: "" }], /line 1: .*Q\.json has no question q9/],
  ["a wrong field", [QUESTION], [{ question_id: "q1", answer: 5 }], /line 1: answer must be text/],
  ["no answers at all", [QUESTION], [], /A\.jsonl is empty/],
  ["a question twice", [QUESTION, QUESTION], [{ question_id: "q1" }], /has question q1 twice/],
  ["a question without text", [{ question_id: "q1" }], [{ question_id: "q1" }], /question 1: text must be text/],
  ["no list of questions", { q1: QUESTION }, [{ question_id: "q1" }], /must hold a list of questions/],
  ["questions that are no JSON", "[", [{ question_id: "q1" }], /Q\.json is not JSON/],
])("%s is told with where it stands", async (_, questions, lines, message) => {
  await expect(run(questions, lines)).rejects.toThrow(message);
});

test("a file that is not there is named in full, and half of the options are refused", async () => {
  const missing = { questions: join(dir, "none.json"), answers: "A", out: "S", scorer: "offline" } as const;
  await expect(evaluate(missing)).rejects.toThrow(`There is no file ${join(dir, "none.json")}`);
  await expect(evaluate({ questions: "Q", scorer: "offline" })).rejects.toThrow(/go together/);
});

test("a model scores through the same pipeline; what it cannot score is no number, and the command fails", async () => {
  const provider = await startProvider({ mishaps: [serverError] });
  vi.stubEnv("OPENAI_BASE_URL", provider.baseUrl).stubEnv("AI_MODEL", "loopback");
  vi.stubEnv("AI_SAMPLES", "1").stubEnv("AI_MAX_RETRIES", "0").stubEnv("AI_CONCURRENCY", "1");
  vi.resetModules();
  try {
    const fresh = await import("./eval.ts");
    const [questions, answers, out] = ["Q.json", "A.jsonl", "S.jsonl"].map((name) => join(dir, name));
    await writeFile(questions ?? "", JSON.stringify([QUESTION]));
    await writeFile(answers ?? "", JSON.stringify({ question_id: "q1", answer: GOOD }));
    const running = fresh.evaluate({ questions, answers, out, scorer: "openai" });
    await expect(running).rejects.toThrow(/1 of 1 answers could not be scored .* line 1: /);
    expect(await readFile(out ?? "", "utf8")).toBe('{"score":null}\n');
    expect(provider.chats[0]?.prompt).toContain("it scans the whole table");
  } finally {
    vi.unstubAllEnvs();
    await provider.close();
  }
});

test("without a configured model, asking for one says what is missing", async () => {
  await expect(evaluate({ scorer: "openai" })).rejects.toThrow(/needs AI_MODEL/);
});

test("the table goes between the markers of the README, and nowhere else", () => {
  const [begin, end] = ["<!-- eval:begin, written by `npm run eval -- --write` -->", "<!-- eval:end -->"];
  const written = betweenMarkers(`# A\n${begin}\nold\n${end}\nlast`, "new");
  expect(written).toBe(`# A\n${begin}\n\nnew\n\n${end}\nlast`);
  expect(betweenMarkers(written, "new")).toBe(written);
  expect(() => betweenMarkers("# A", "new")).toThrow(/must have the lines/);
});
