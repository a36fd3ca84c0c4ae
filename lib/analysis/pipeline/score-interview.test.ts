import { describe, expect, test } from "vitest";
import { memoryCalls } from "../call-log.ts";
import { offlineRubric } from "../rubric/offline-rubric.ts";
import { DISCLAIMER } from "../rubric/overall-feedback.ts";
import { type Scorer, ScorerError } from "../scorer.ts";
import type { InterviewInput } from "./interview-input.ts";
import { scoreInterview } from "./score-interview.ts";
import { everywhere, fakeScorer, interviewOf, questionOf } from "./testing.ts";

const GOOD =
  "I measured the slow endpoint first, because guessing wastes time. The query plan showed a missing index, so I added it, and the latency fell from 4 seconds to 60 milliseconds.";
const OK = "I would look at the query plan and probably add an index to the table.";
const STORY =
  "Last year our tester and I argued about a release. I was responsible for it and she thought the retries were not tested enough. I asked her to walk me through her cases, reproduced two, admitted she was right and fixed the logic in two days. As a result we shipped a week later with no incidents.";

const technical = (id: string, text: string | null) => questionOf(id, text);
const behavioral = (id: string, text: string | null) =>
  questionOf(id, text, {
    text: "Tell me about a time you disagreed with a colleague.",
    type: "behavioral",
    difficulty: "hard",
    keywords: [],
  });

const score = (input: InterviewInput, scorer: Scorer = offlineRubric) => scoreInterview(input, scorer, memoryCalls());
const codes = (flags: readonly { code: string }[]) => flags.map(({ code }) => code);

describe("an interview scored by the rubric", () => {
  const input = interviewOf(technical("q1", GOOD), behavioral("q2", STORY));

  test("has all four scores up to the ceiling, an overall and words that say what they are", async () => {
    const scored = await score(input);
    for (const level of Object.values(scored.categories)) {
      expect(level).toBeGreaterThan(0);
      expect(level).toBeLessThanOrEqual(85);
    }
    expect(scored.overall).toBeGreaterThan(0);
    expect(scored.overallFeedback.endsWith(DISCLAIMER)).toBe(true);
    expect(scored.spread).toEqual(everywhere(0));
  });

  test("scores the same again, and in any order of the questions", async () => {
    const many = interviewOf(
      technical("q1", GOOD),
      technical("q2", OK),
      behavioral("q3", STORY),
      technical("q4", null),
    );
    const forward = await score(many);
    expect(await score(structuredClone(many))).toEqual(forward);
    const backward = await score({ ...many, questions: [...many.questions].reverse() });
    expect({ ...backward, questions: [...backward.questions].reverse() }).toEqual(forward);
  });

  test("skipped questions take nothing off, and the gap is flagged", async () => {
    const gaps = interviewOf(...input.questions, behavioral("never", null), behavioral("blank", "  "));
    const { categories, flags, questions } = await score(gaps);
    expect(categories).toEqual((await score(input)).categories);
    expect(codes(flags)).toEqual(["partly_answered"]);
    expect(questions.slice(2).map((each) => [each.status, each.score, each.answerId, codes(each.flags)])).toEqual([
      ["insufficient", null, null, ["no_answer"]],
      ["insufficient", null, "answer-blank", ["no_answer"]],
    ]);
  });

  test("does not assess a category that nobody asked about and no answer shows", async () => {
    const { categories, overall } = await score(interviewOf(technical("q1", GOOD)));
    expect(categories.cultural_fit).toBeNull();
    expect(overall).not.toBeNull();
  });
});

describe("an interview scored by any scorer", () => {
  test("only what passed the pre-check reaches it", async () => {
    const scorer = fakeScorer();
    const silent = questionOf("spoken", "");
    const spoken = { ...silent, answer: silent.answer && { ...silent.answer, skipped: false } };
    const { questions } = await score(
      interviewOf(technical("good", GOOD), technical("short", "Yes."), technical("blank", ""), spoken),
      scorer,
    );
    expect(scorer.given.map(({ id }) => id)).toEqual(["good"]);
    expect(questions.map(({ status }) => status)).toEqual(["assessed", "insufficient", "insufficient", "not_assessed"]);
  });

  test("with nothing to judge it is never called, and there is no number", async () => {
    const untouched = fakeScorer(() => {
      throw new Error("called");
    });
    untouched.narrate = async () => {
      throw new Error("called");
    };
    for (const input of [interviewOf(), interviewOf(technical("q1", "")), interviewOf(technical("q1", null))]) {
      const scored = await score(input, untouched);
      expect(scored).toMatchObject({ categories: everywhere(null), overall: null, recommendation: "needs_review" });
      expect(codes(scored.flags)).toEqual(["no_answers"]);
      expect(scored.overallFeedback).not.toBe("");
    }
  });

  test("never learns the candidate's name, and its quotes come back as they were said", async () => {
    const quote = { quote: "Interviewee, look at the query plan", category: "technical", note: "" } as const;
    const told = (name: string) => `My lead said: ${name}, look at the query plan. I did, and an index was missing.`;
    const seen = [];
    for (const name of ["Sarah", "Mohammed"]) {
      const scorer = fakeScorer(() => ({ evidence: [quote] }));
      scorer.narrate = async (findings) => JSON.stringify(findings);
      const candidate = { name: `${name} Lee`, email: "x@example.com" };
      const input = { ...interviewOf(technical("q1", told(name))), candidate };
      const { questions, overallFeedback } = await score(input, scorer);
      expect(overallFeedback).toContain(quote.quote);
      expect(questions[0]?.evidence[0]?.quote).toBe(`${name}, look at the query plan`);
      seen.push({ given: scorer.given, overallFeedback });
    }
    expect(seen[0]).toEqual(seen[1]);
  });

  test("a quote that does not stand in the answer is never shown, and a person is asked to look", async () => {
    const real = { quote: "The query plan", category: "technical", note: "" } as const;
    const scorer = fakeScorer(() => ({
      evidence: [{ ...real, quote: "I wrote PostgreSQL" }, real, { ...real, quote: " " }],
    }));
    const { questions, recommendation } = await score(interviewOf(technical("q1", GOOD)), scorer);
    expect(questions[0]?.evidence).toEqual([real]);
    expect(codes(questions[0]?.flags ?? [])).toEqual(["unverified_quote"]);
    expect(recommendation).toBe("needs_review");
  });

  test("a category that only a quote shows is estimated, and says so", async () => {
    const quote = { quote: "I measured", category: "cultural_fit", note: "" } as const;
    const scorer = fakeScorer(() => ({ evidence: [quote], levels: { ...everywhere(80), cultural_fit: 60 } }));
    const { categories, flags } = await score(interviewOf(technical("q1", GOOD)), scorer);
    expect(categories.cultural_fit).toBe(60);
    expect(codes(flags)).toEqual(["indirect_cultural_fit"]);
  });

  test("passing takes evidence behind four in five questions", async () => {
    const questions = Array.from({ length: 5 }, (_, at) => technical(`q${at}`, GOOD));
    const bare = (without: number) => fakeScorer(({ id }) => (Number(id.slice(1)) < without ? { evidence: [] } : {}));
    expect(await score(interviewOf(...questions), bare(1))).toMatchObject({
      evidenceCoverage: 0.8,
      recommendation: "passed",
    });
    const little = await score(interviewOf(...questions), bare(2));
    expect(little).toMatchObject({ evidenceCoverage: 0.6, recommendation: "needs_review" });
    expect(codes(little.flags)).toEqual(["little_evidence"]);
  });

  test("bad audio and doubtful transcripts take nothing off and ask for a person", async () => {
    const doubtful = technical("q1", GOOD);
    if (doubtful.answer) doubtful.answer = { ...doubtful.answer, confidence: 0.2, audioQuality: "poor" };
    const scored = await score(interviewOf(doubtful), fakeScorer());
    expect(scored).toMatchObject({ overall: 80, recommendation: "needs_review" });
  });

  test("an error of the scorer is an error of the interview", async () => {
    const scorer = fakeScorer(({ id }) => {
      if (id === "q2") throw new ScorerError("The model's endpoint could not be reached.");
      return {};
    });
    const input = interviewOf(technical("q1", GOOD), technical("q2", GOOD), technical("q3", GOOD));
    await expect(score(input, scorer)).rejects.toThrow(ScorerError);
  });
});
