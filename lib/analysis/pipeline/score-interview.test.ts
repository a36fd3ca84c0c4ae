import { describe, expect, test } from "vitest";
import { memoryCalls } from "../../ai/call-log.ts";
import { ScorerError } from "../../ai/scorer-error.ts";
import { CRITERIA, isDocumented } from "../../domain/criteria.ts";
import type { QuestionSource } from "../../domain/question-source.ts";
import { everywhere, fakeScorer, interviewOf, questionOf, RULES } from "../../testing/analysis/scorers.ts";
import { failure } from "../../words/happened.ts";
import { offlineRubric } from "../rubric/offline-rubric.ts";
import { DISCLAIMER } from "../rubric/overall-feedback.ts";
import type { Scorer, ScorerIdentity } from "../scorer.ts";
import type { InterviewInput, ScoringRules } from "./interview-input.ts";
import { scoreInterview } from "./score-interview.ts";

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
    for (const criterion of CRITERIA.filter(isDocumented)) {
      const level = scored.categories[criterion];
      expect(level).toBeGreaterThan(0);
      expect(level).toBeLessThanOrEqual(85);
    }
    expect(scored.overall).toBeGreaterThan(0);
    expect(scored.overallFeedback.endsWith(DISCLAIMER)).toBe(true);
    expect(scored.spread).toMatchObject({ technical: 0, communication: 0, problem_solving: 0, cultural_fit: 0 });
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

  test("skipped questions count as nothing in what they ask for, and the gap is told", async () => {
    const gaps = interviewOf(...input.questions, behavioral("never", null), behavioral("blank", "  "));
    const { categories, coverage, flags, questions, lookReasons } = await score(gaps);
    const whole = await score(input);
    expect(categories.technical).toBe(whole.categories.technical); // no story was asked for it
    for (const category of ["communication", "problem_solving", "cultural_fit"] as const)
      expect(categories[category]).toBeLessThan((whole.categories[category] ?? 0) / 2);
    expect(coverage).toMatchObject({ basis: "asked", total: 4, asked: 4, answered: 2, scored: 2 });
    expect(lookReasons).toContain("not_all_answered");
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

describe("leaving questions out", () => {
  const RANK = { failed: 0, needs_review: 1, passed: 2 };
  const texts = [GOOD, OK, "I do not really know that, maybe one would look at the logs somewhere.", "Yes.", STORY];
  const five = (answers: readonly (string | null)[]) =>
    interviewOf(...answers.map((text, at) => (at % 2 === 0 ? technical(`q${at}`, text) : behavioral(`q${at}`, text))));

  test("raises neither the score nor the recommendation, whichever are left out", async () => {
    for (const shift of texts.keys()) {
      const answers = texts.map((_, at) => texts[(at + shift) % texts.length] ?? null);
      const whole = await score(five(answers));
      for (let left = 1; left < 2 ** answers.length - 1; left++) {
        const gaps = await score(five(answers.map((text, at) => (left & (1 << at) ? null : text))));
        if (gaps.overall === null) continue; // nothing is left that has a score
        expect(gaps.overall, `${shift} ${left}`).toBeLessThanOrEqual(whole.overall ?? 0);
        expect(RANK[gaps.recommendation], `${shift} ${left}`).toBeLessThanOrEqual(RANK[whole.recommendation]);
      }
    }
  });

  test("one good answer of five is far below five good ones, and never passes", async () => {
    const all = await score(five([STORY, STORY, STORY, STORY, STORY]), fakeScorer());
    const one = await score(five([STORY, null, "", null, "No idea."]), fakeScorer());
    expect(all).toMatchObject({ overall: 80, recommendation: "passed", lookReasons: [] });
    expect(one.overall).toBeLessThan(30);
    expect(one).toMatchObject({ recommendation: "failed", coverage: { total: 5, scored: 1 } });
    const most = await score(five([...Array<string>(19).fill(STORY), ""]), fakeScorer());
    expect(most).toMatchObject({ recommendation: "needs_review", lookReasons: ["not_all_answered"] });
  });

  test("hiding what no question asked for raises nothing either", async () => {
    const shows = (level: number) =>
      fakeScorer(({ id }) => ({
        evidence: [{ quote: "I measured", category: id === "q0" ? "cultural_fit" : "technical", note: "" }],
        levels: { ...everywhere(60), cultural_fit: level },
      }));
    const ten = (first: string | null) =>
      interviewOf(technical("q0", first), ...Array.from({ length: 9 }, (_, at) => technical(`q${at + 1}`, GOOD)));
    const { overall, categories } = await score(ten(GOOD), shows(5));
    expect(categories.cultural_fit).toBe(5);
    expect(overall).toBe(60);
    expect((await score(ten(null), shows(5))).overall).toBe(54);
  });
});

describe("questions and who vouches for them", () => {
  const PLAN = ["t1", "t2", "t3", "t4", "t5"].map((id) => ({
    ...{ id, type: "technical", difficulty: "medium" },
  }));
  const from = (source: QuestionSource, templateQuestionId: string | null = null, otherWords = false) => ({
    origin: { source, templateQuestionId, otherWords },
  });
  const planned = (...questions: InterviewInput["questions"]) => ({ ...interviewOf(...questions), planned: PLAN });

  test("one of the template's five is one of five, however good it is", async () => {
    const one = await score(planned({ ...technical("q", GOOD), ...from("template", "t3") }), fakeScorer());
    expect(one).toMatchObject({ overall: 16, coverage: { basis: "template", total: 5, asked: 1, scored: 1 } });
    expect(one).toMatchObject({ recommendation: "failed", lookReasons: ["not_all_asked"] });
  });

  test("the same question asked five times is one question", async () => {
    const again = (id: string) => ({ ...technical(id, GOOD), ...from("template", "t1") });
    const { coverage, overall } = await score(planned(again("a"), again("b"), again("c")), fakeScorer());
    expect({ ...coverage, overall }).toMatchObject({ total: 5, asked: 1, overall: 16 });
  });

  test("questions of one's own make up for nothing beside the template's", async () => {
    const all = PLAN.map(({ id }) => ({ ...technical(id, "No."), ...from("template", id) }));
    const own = Array.from({ length: 20 }, (_, at) => ({ ...technical(`own${at}`, GOOD), ...from("candidate") }));
    const last = { ...technical("t6", OK), ...from("template", "t5") };
    const without = await score(planned(...all, last), fakeScorer());
    const beside = await score(planned(...all, last, ...own), fakeScorer());
    expect(beside.overall).toBe(without.overall);
    expect(beside.recommendation).toBe(without.recommendation);
    expect(beside.lookReasons).toContain("unvouched_questions");
  });

  test("with nothing but questions of one's own there are numbers, and a person looks", async () => {
    const own = await score(planned({ ...technical("q", GOOD), ...from("candidate") }), fakeScorer());
    expect(own).toMatchObject({ overall: 80, recommendation: "needs_review" });
    expect(own.coverage).toMatchObject({ basis: "template", total: 5, asked: 0, scored: 0, unvouched: 1 });
    expect(own.lookReasons).toEqual(["unvouched_questions", "not_all_asked", "band_crosses_cut"]);
  });

  test("a program of the employer's that asks none of the template's is measured by what it asked", async () => {
    const own = ["a", "b", "c", "d"].map((id) => ({ ...technical(id, GOOD), ...from("key") }));
    const keyed = await score(planned(...own), fakeScorer());
    expect(keyed).toMatchObject({ overall: 80, recommendation: "passed", lookReasons: [] });
    expect(keyed.coverage).toMatchObject({ basis: "asked", total: 4, scored: 4, ofProgram: 4 });
  });

  test("the template's question in other words than its own is for a person to see", async () => {
    const all = PLAN.map(({ id }) => ({ ...technical(id, GOOD), ...from("template", id, id === "t2") }));
    const told = await score(planned(...all), fakeScorer());
    expect(told).toMatchObject({ overall: 80, recommendation: "needs_review", lookReasons: ["other_words"] });
  });
});

describe("cuts and who set them", () => {
  const { cuts: _, ...proposed } = RULES;
  const five = interviewOf(...["a", "b", "c", "d", "e"].map((id) => technical(id, GOOD)));
  const by = (method: ScorerIdentity["method"], level: number, rules: Partial<ScoringRules>) => {
    const scorer = fakeScorer(() => ({ levels: everywhere(level) }));
    const input = { ...five, rules: { ...proposed, ...rules } };
    return score(input, { ...scorer, identity: { ...scorer.identity, method } });
  };

  test.each([0, 20, 44, 58, 72, 85])(
    "the rubric's %s recommends nothing by thresholds that nobody has tried",
    async (level) => {
      const scored = await by("offline_rubric", level, {});
      expect(scored).toMatchObject({ overall: level, recommendation: "needs_review", cutSettingId: null });
      expect(scored.lookReasons).toEqual(["cuts_not_set"]);
    },
  );

  test("the rubric recommends by cuts that were set, whatever the thresholds say", async () => {
    const cuts = { id: "7", pass: 40, fail: 20 };
    const passed = await by("offline_rubric", 50, { cuts });
    expect(passed).toMatchObject({ recommendation: "passed", lookReasons: [], cutSettingId: "7" });
    expect(await by("offline_rubric", 10, { cuts })).toMatchObject({ recommendation: "failed", lookReasons: [] });
    expect(await by("offline_rubric", 42, { cuts, gatingCategories: [] })).toMatchObject({
      lookReasons: ["band_crosses_cut"],
    });
  });

  test.each(["openai_compatible", "sandbox"] as const)(
    "%s recommends by the thresholds until cuts are set",
    async (method) => {
      expect(await by(method, 80, {})).toMatchObject({ recommendation: "passed", lookReasons: [], cutSettingId: null });
      expect(await by(method, 20, {})).toMatchObject({ recommendation: "failed" });
      const cuts = { id: "7", pass: 99, fail: 98 };
      expect(await by(method, 80, { cuts })).toMatchObject({ recommendation: "failed", cutSettingId: "7" });
    },
  );
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
      if (id === "q2") throw new ScorerError(failure("gave_up"));
      return {};
    });
    const input = interviewOf(technical("q1", GOOD), technical("q2", GOOD), technical("q3", GOOD));
    await expect(score(input, scorer)).rejects.toThrow(ScorerError);
  });
});
