import { z } from "zod";
import { CRITERION_KEY } from "../../../domain/criteria.ts";
import { CUT_SIDES, type CutSide, OVERALL } from "../../../domain/cuts.ts";
import type { Judgement } from "../../../psychometrics/angoff.ts";
import { middleRating } from "../../../psychometrics/middle-rating.ts";
import { RATINGS, type Rated, type Rating } from "../../../psychometrics/standard-setting.ts";
import { CliError } from "../../../runtime/cli-error.ts";
import { readText } from "../read-set.ts";

const id = z.union([z.string().min(1), z.number()], "must be text").transform(String);
const points = z.number("must be a number").min(0, "must be 0 or more").max(100, "must be 100 at most");
const word = z.enum(RATINGS);

const Line = z
  .object({
    interview_id: id.nullish(),
    criterion: z.string("must be text").regex(CRITERION_KEY, "must be a criterion's key").default(OVERALL),
    scorer: z.string("must be text").nullish(),
    judge: id.nullish(),
    score: points.nullish(),
    rating: z.union([word, points], `must be ${RATINGS.join(", ")}, or a judge's number of 0 to 100`),
    cut: z.enum(CUT_SIDES, `must be ${CUT_SIDES.join(" or ")}`).default("pass"),
  })
  .refine(({ rating, score }) => typeof rating === "number" || score !== undefined, {
    path: ["score"],
    error: "must be given, or null where there is none",
  })
  .refine(({ rating, judge }) => typeof rating !== "number" || judge, {
    path: ["judge"],
    error: "must be named where the rating is a number",
  });
type Line = z.output<typeof Line> & { line: number };

export type CriterionRatings = {
  criterion: string;
  rated: Rated[];
  judgements: Record<CutSide, Judgement[]>;
  /** Rated interviews without a score. */
  withoutScore: number;
};

const MOST_TOLD = 20;

/**
 * Reads ratings, one JSON object a line: an interview's `score` with the `rating` of one person (`passed`, `borderline`, `failed`), or the
 * score that a `judge` expects of a borderline candidate (a number). Several people's ratings of an interview count as one, their middle.
 * @param scorer whose scores they must be, where a line says whose
 * @returns the criteria in the order in which they come
 * @throws CliError with every line that is damaged or contradicts another: from a damaged file nothing is set
 */
export async function readRatings(path: string, scorer: string): Promise<CriterionRatings[]> {
  const text = (await readText(path)).trimEnd();
  if (text === "") throw new CliError(`${path} is empty`);
  const read = text.split(/\r?\n/).map((line, at) => readLine(line, at + 1, scorer));
  const lines = read.flatMap((each) => (typeof each === "string" ? [] : [each]));
  const wrong = [...read.filter((each) => typeof each === "string"), ...contradictions(lines)];
  if (wrong.length === 0) return [...Map.groupBy(lines, ({ criterion }) => criterion).values()].map(ofCriterion);
  const more = wrong.length > MOST_TOLD ? [`and ${wrong.length - MOST_TOLD} more`] : [];
  throw new CliError([`${path} cannot be used:`, ...wrong.slice(0, MOST_TOLD), ...more].join("\n  "));
}

/** What is wrong with it, or what it says. */
function readLine(text: string, line: number, scorer: string): Line | string {
  if (text.trim() === "") return `line ${line} is blank`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return `line ${line} is not JSON`;
  }
  const parsed = Line.safeParse(value);
  if (!parsed.success) {
    return `line ${line}: ${parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(" ")).join("; ")}`;
  }
  const other = parsed.data.scorer;
  if (other && other !== scorer) return `line ${line}: the score is by ${other}, not by ${scorer}`;
  return { ...parsed.data, line };
}

/** One interview has one score, and one person one opinion of it. The same line twice is the same. */
function contradictions(lines: readonly Line[]): string[] {
  const scores = new Map<string, Line>();
  const opinions = new Map<string, Line>();
  return lines.flatMap((line) => {
    const { interview_id: interview, criterion, judge, cut, rating } = line;
    if (!interview) return [];
    const place = `line ${line.line}: interview ${interview}`;
    const isWord = typeof rating === "string";
    const scored = isWord ? first(scores, JSON.stringify([interview, criterion]), line) : line;
    if (scored.score !== line.score) return [`${place} has another score on line ${scored.line}`];
    const opinion = first(opinions, JSON.stringify([interview, criterion, judge ?? "", isWord || cut]), line);
    if (opinion.rating === rating) return [];
    return [`${place} is rated otherwise by ${judge ?? "somebody without a name"} on line ${opinion.line}`];
  });
}

function first(known: Map<string, Line>, key: string, line: Line): Line {
  const found = known.get(key);
  if (!found) known.set(key, line);
  return found ?? line;
}

function ofCriterion(lines: Line[]): CriterionRatings {
  const rated = [...Map.groupBy(lines.filter(isRating), interviewOf).values()].map((own) => ({
    score: own[0]?.score ?? null,
    rating: middleRating(onePerJudge(own).map(({ rating }) => rating)),
  }));
  const scored = rated.flatMap(({ score, rating }) => (score === null ? [] : [{ score, rating }]));
  const given = (side: CutSide) =>
    lines.flatMap(({ rating, judge, cut }) =>
      typeof rating === "number" && cut === side ? [{ judge: judge ?? "", expected: rating }] : [],
    );
  return {
    criterion: lines[0]?.criterion ?? OVERALL,
    rated: scored,
    judgements: { pass: given("pass"), fail: given("fail") },
    withoutScore: rated.length - scored.length,
  };
}

type RatingLine = Line & { rating: Rating };

function isRating(line: Line): line is RatingLine {
  return typeof line.rating === "string";
}

/** A line that names no interview is one of its own. */
function interviewOf({ interview_id: interview, line }: Line): string {
  return interview ? `interview ${interview}` : `line ${line}`;
}

function onePerJudge(lines: RatingLine[]): RatingLine[] {
  return [...new Map(lines.map((line) => [line.judge ?? "", line])).values()];
}
