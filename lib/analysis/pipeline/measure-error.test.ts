import { describe, expect, it } from "vitest";
import { memoryCalls } from "../../ai/call-log.ts";
import { NO_SCORES } from "../../domain/criteria.ts";
import { QUESTION_SD } from "../../domain/standard-error.ts";
import { everywhere, fakeScorer, interviewOf, questionOf } from "../../testing/analysis/scorers.ts";
import { hearAgain } from "../hearing/hear-again.ts";
import type { Hearer } from "../hearing/hear-in-child.ts";
import { offlineRubric } from "../rubric/offline-rubric.ts";
import { sandboxScorer } from "../sandbox/sandbox-scorer.ts";
import type { Scorer } from "../scorer.ts";
import type { InterviewInput, InterviewQuestion } from "./interview-input.ts";
import { scoreInterview } from "./score-interview.ts";

const SAID =
  "I read the query plan first, because guessing wastes time. The query plan showed a missing index, so I added it, and the " +
  "latency fell from 4 seconds to 60 milliseconds. I then wrote a test with realistic data.";

/** Hears in this process, and remembers what it was asked. */
function hearer(): Hearer & { asked: Parameters<Hearer>[0][] } {
  const asked: Parameters<Hearer>[0][] = [];
  const hear = async (work: Parameters<Hearer>[0]) => {
    asked.push(work);
    return hearAgain(work);
  };
  return Object.assign(hear, { asked });
}
const score = (input: InterviewInput, scorer: Scorer, hear?: Hearer) =>
  scoreInterview(input, scorer, memoryCalls(), 2, hear);

function given(id: string, how: "written" | "heard" | "heard_and_corrected"): InterviewQuestion {
  const question = questionOf(id, SAID);
  return question.answer ? { ...question, answer: { ...question.answer, given: how } } : question;
}

function transcribed(id: string, confidence?: number): InterviewQuestion {
  const spans = SAID.split(" ").map((text, at) => ({ text, start_ms: at * 400, end_ms: at * 400 + 300, confidence }));
  const question = questionOf(id, "");
  const transcript = { text: SAID, language: "en", confidence: 0.9, spans };
  return question.answer ? { ...question, answer: { ...question.answer, skipped: false, transcript } } : question;
}

describe("the rubric's scores", () => {
  it("are less exact of a spoken answer than of a written one, and of a corrected one in between", async () => {
    const errorOf = async (how: "written" | "heard" | "heard_and_corrected") =>
      (await score(interviewOf(given("q", how)), offlineRubric, hearer())).standardErrors.overall ?? Number.NaN;
    expect(await errorOf("written")).toBe(QUESTION_SD);
    expect(await errorOf("heard")).toBeGreaterThan(await errorOf("heard_and_corrected"));
    expect(await errorOf("heard_and_corrected")).toBeGreaterThanOrEqual(QUESTION_SD);
  });

  it("ask nobody to hear what was written", async () => {
    const hear = hearer();
    const { questions } = await score(interviewOf(given("q", "written")), offlineRubric, hear);
    expect(hear.asked).toEqual([]);
    expect(questions[0]).toMatchObject({ standardError: null, listen: [] });
  });

  it("say where to listen, in the transcript's own time", async () => {
    const { questions } = await score(interviewOf(transcribed("q")), offlineRubric, hearer());
    const [{ standardError = null, listen = [] } = {}] = questions;
    expect(standardError).toBeGreaterThan(0);
    expect(listen.length).toBeGreaterThan(0);
    for (const { text } of listen) expect(SAID).toContain(text);
  });

  it("are exact as heard where the recogniser was sure of every word", async () => {
    const { questions, standardErrors } = await score(interviewOf(transcribed("q", 1)), offlineRubric, hearer());
    expect(questions[0]).toMatchObject({ standardError: 0, listen: [] });
    expect(standardErrors.overall).toBe(QUESTION_SD);
  });

  it("are the same, and have no error, where nobody could hear them again", async () => {
    const input = interviewOf(given("a", "heard"), given("b", "heard"));
    const heard = await score(input, offlineRubric, hearer());
    const unheard = await score(input, offlineRubric, async () => null);
    expect(unheard.standardErrors).toEqual({ criteria: NO_SCORES, overall: null });
    expect(unheard).toMatchObject({ overall: heard.overall, categories: heard.categories, flags: heard.flags });
  });

  it("give the candidate's name to nobody", async () => {
    const hear = hearer();
    const input = interviewOf(given("q", "heard"));
    const named = { ...input, candidate: { name: "Lovelace Milliseconds", email: "a@example.com" } };
    await score(named, offlineRubric, hear);
    expect(hear.asked).toHaveLength(1);
    expect(JSON.stringify(hear.asked)).not.toContain("milliseconds");
  });

  it("have the same error in any order of the questions", async () => {
    const questions = [given("a", "heard"), transcribed("b"), given("c", "written")];
    const { standardErrors } = await score(interviewOf(...questions), offlineRubric, hearer());
    const turned = await score(interviewOf(...questions.toReversed()), offlineRubric, hearer());
    expect(turned.standardErrors).toEqual(standardErrors);
  });
});

it("a model is asked nothing more for its error, which comes of its questions and readings", async () => {
  const hear = hearer();
  const samples = [50, 70].map(everywhere);
  const wavering = fakeScorer(() => ({ levels: everywhere(60), samples }));
  const { standardErrors, questions } = await score(interviewOf(given("q", "heard")), wavering, hear);
  expect(hear.asked).toEqual([]);
  expect(wavering.given).toHaveLength(1);
  expect(standardErrors.overall).toBe(19.3); // √(16.5² + 200 / 2)
  expect(questions[0]).toMatchObject({ standardError: 10, listen: [] });
});

it("what the sandbox invents has no error", async () => {
  const { standardErrors } = await score(interviewOf(given("q", "heard")), sandboxScorer, hearer());
  expect(standardErrors).toEqual({ criteria: NO_SCORES, overall: null });
});

it("a band over a cut recommends nothing, and says so", async () => {
  const of = (count: number) =>
    score(interviewOf(...Array.from({ length: count }, (_, at) => given(`q${at}`, "written"))), fakeScorer());
  expect(await of(2)).toMatchObject({ overall: 80, recommendation: "needs_review", lookReasons: ["band_crosses_cut"] });
  expect(await of(8)).toMatchObject({ overall: 80, recommendation: "passed", lookReasons: [] });
});
