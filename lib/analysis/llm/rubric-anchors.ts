import type { Criterion } from "../../domain/criteria.ts";

/** Moves whenever a word that a model reads moves (in prompt.ts, repair.ts and narrate-prompt.ts). A test holds both together. */
export const PROMPT_VERSION = "prompt-1.3.0";

/** Moves whenever a word below moves: scores are only compared under one version. A test holds both together. */
export const ANCHORS_VERSION = "anchors-1.0.0";

/** The levels a model may give, lowest first. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

/** What each level means, so that two readers mean the same by a number. */
export const ANCHORS = {
  technical: [
    "What is said on the subject is wrong, or does not touch what was asked.",
    "Right terms, but wrong or confused about how they work; a central point of the question is missed.",
    "Mostly right on the main point; no depth, no limits, or one clear mistake.",
    "Right and complete on what was asked, with the how or the why of it.",
    "Right, complete and precise, with limits, costs or failure cases that apply here.",
  ],
  communication: [
    "What is meant cannot be made out.",
    "The point must be guessed; parts contradict each other or do not belong together.",
    "The point is clear; the way to it wanders or leaves gaps.",
    "Clear and in order; a listener could retell it.",
    "Clear, in order and to the point, with examples or comparisons that make it easy for the listener.",
  ],
  problem_solving: [
    "No way of going about it, or one that cannot work.",
    "Steps without reasons, or a jump to a solution without looking at the problem.",
    "A workable way with some reasons; alternatives or causes are not looked at.",
    "Looks for causes, weighs at least one alternative, and gives reasons for the choice.",
    "Takes the problem apart, weighs alternatives with their costs, checks the result, and says what would change the choice.",
  ],
  cultural_fit: [
    "Describes acting against the stated values.",
    "Names values without anything that was done, or puts the fault on others.",
    "Something that was done agrees with a stated value; the candidate's own part stays vague.",
    "The candidate's own actions show a stated value in one concrete situation.",
    "The candidate's own actions show stated values at some cost or against resistance, with what came of it or was learned.",
  ],
} as const satisfies Record<Criterion, readonly string[]>;

/** A level as points: 1, 2, 3, 4, 5 are 0, 25, 50, 75, 100. */
export function pointsOf(level: Level): number {
  return (level - 1) * 25;
}
