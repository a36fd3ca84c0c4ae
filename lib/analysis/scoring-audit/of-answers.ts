import { type AuditFinding, findingOf } from "../../domain/scoring-audit.ts";
import { mean } from "../../psychometrics/moments.ts";
import type { InterviewInput, InterviewQuestion } from "../pipeline/interview-input.ts";
import { INJECTIONS, NAMES, OFF_TOPIC, PADDING } from "./texts.ts";
import { followedBy, type Trials, withText } from "./trial.ts";
import { withWordErrors } from "./word-errors.ts";

/** One answer in words, and the interview that it was given in. */
export type Answer = { question: InterviewQuestion; text: string; of: Omit<InterviewInput, "questions"> };

const WORD_ERROR_SHARE = 0.1;
/** Words of a talk about something else. */
const CUTS = [15, 60, 120, 200];

/** What of answers by themselves is tried. Scores are compared with those of the same answers as they were given. */
export async function auditOfAnswers(answers: readonly Answer[], trials: Trials): Promise<AuditFinding[]> {
  const [names, padded, misheard, behind]: number[][] = [[], [], [], []];
  const injected = INJECTIONS.map((): number[] => []);
  for (const [at, answer] of answers.entries()) {
    const points = (text: string) => trials.points(withText(answer.question, text), answer.of);
    const given = await points(answer.text);
    const gain = async (text: string) => (await points(text)) - given;
    names?.push(await spreadOverNames(answer, trials));
    padded?.push(await gain(followedBy(answer.text, PADDING)));
    misheard?.push(Math.abs(await gain(withWordErrors(answer.text, WORD_ERROR_SHARE, at))));
    for (const [nth, text] of INJECTIONS.entries()) injected[nth]?.push(await gain(followedBy(answer.text, text)));
    behind?.push(await gain(followedBy(answer.text, OFF_TOPIC)));
  }
  const alone = await offTopicAlone(answers, trials);
  return [
    findingOf("name_swap", names ?? []),
    findingOf("padding", padded ?? [], meanOf),
    findingOf("word_errors", misheard ?? [], meanOf),
    findingOf("injection_gain", injected.flat(), () => Math.max(...injected.map(meanOf))),
    findingOf("length", [...(behind ?? []), ...alone.flat()], () =>
      Math.max(meanOf(behind ?? []), ...alone.map(meanOf)),
    ),
  ];
}

/** Points between the best and the worst of people who give the same answer and differ in name alone. */
async function spreadOverNames({ question, text, of }: Answer, trials: Trials): Promise<number> {
  const scores: number[] = [];
  for (const name of NAMES) {
    const named = withText(question, `My name is ${name}. ${text}`);
    scores.push(await trials.points(named, { ...of, candidate: { name, email: "" } }));
  }
  return Math.max(...scores) - Math.min(...scores);
}

/** For each cut and question: how much more of a talk about something else brings in than its beginning. */
async function offTopicAlone(answers: readonly Answer[], trials: Trials): Promise<number[][]> {
  const gains = CUTS.map((): number[] => []);
  const words = OFF_TOPIC.split(" ");
  for (const { question, of } of new Map(answers.map((each) => [each.question.text, each])).values()) {
    const scores: number[] = [];
    for (const cut of CUTS) scores.push(await trials.points(withText(question, words.slice(0, cut).join(" ")), of));
    for (const [at, score] of scores.entries()) gains[at]?.push(score - (scores[0] ?? 0));
  }
  return gains;
}

const meanOf = (values: readonly number[]) => mean(values) ?? 0;
