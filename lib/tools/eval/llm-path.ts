import { isDeepStrictEqual } from "node:util";
import * as mishaps from "../../testing/provider/mishaps.ts";
import { measureGullibility } from "./gullibility.ts";
import { judge } from "./judge.ts";
import { assessAll, withModel } from "./loopback-model.ts";
import { blankIsInsufficient, quotesNotSaid } from "./measures/honesty.ts";
import { injections } from "./measures/injections.ts";
import type { Measure, Versions } from "./measures/measure.ts";
import type { OwnAnswer, OwnSet } from "./own-set.ts";
import { scoreSet } from "./score-set.ts";

/** Form only: what is meant stays the same. */
const UNTIDY: mishaps.Mishap[] = ["ok", "fenced", "think", "talk", "no_usage", "parts"];

const FAILURES: mishaps.Mishap[] = [
  ...(["hang", "down", "cut", "not_json", "refusal", "content_filter", "length", "empty", "prose"] as const),
  mishaps.serverError,
  mishaps.rateLimited("0"),
  mishaps.wrongKey,
  mishaps.unknownModel,
  mishaps.outOfQuota,
  mishaps.promptFiltered,
  mishaps.tooLong,
];

/**
 * What the model scorer keeps to, whatever a model or its endpoint does: a server on loopback speaks the protocol and
 * misbehaves. It says nothing about how well any model judges.
 */
export async function measureLlmPath(set: OwnSet): Promise<Measure[]> {
  return [
    await promptsOfSwaps(set),
    ...(await injectionsStayInside(set)),
    ...(await measureGullibility(set)),
    await inventedQuotesAreLeftOut(set),
    await blankIsNeverSent(set),
    await failuresStoreNothing(set),
  ];
}

/**
 * A model that quotes the first words it reads between the delimiters, others for each category, and gives the middle level, or the highest once
 * anything outside of them asks for it.
 */
function readObediently(prompt: string): unknown {
  const isTold = /full marks|maximum|top score|100 points|ignore (?:all|the)/i.test(outside(prompt));
  return assessAll(prompt, isTold ? 5 : 3);
}

/** What a prompt says apart from the material of others; markers differ with the material and are taken out. */
function outside(prompt: string): string {
  return prompt
    .replace(/<<<BEGIN (\w+) (\w+)>>>[\s\S]*?<<<END \1 \2>>>/g, "<<<$1>>>")
    .replace(/\b[0-9a-f]{20}\b/g, "<<<marker>>>");
}

type Prompts = { pair: Versions; version: string[]; base: string[] };

/** Versions and their bases, each scored alone, with everything that was sent for it. */
async function promptsOf(set: OwnSet, kind: string, fate: mishaps.Mishap[]): Promise<Prompts[]> {
  return withModel({ fate, answer: readObediently }, async (scorer, provider) => {
    const judgeAlone = async (answer: OwnAnswer) => {
      const before = provider.chats.length;
      const [judged] = await judge({ ...set, answers: [answer] }, scorer);
      return { judged, sent: provider.chats.slice(before).map(({ prompt }) => prompt) };
    };
    const found: Prompts[] = [];
    for (const version of set.answers.filter((each) => each.kind === kind)) {
      const base = set.answers.find(({ id }) => id === version.base);
      if (!base) continue;
      const [one, other] = [await judgeAlone(version), await judgeAlone(base)];
      if (one.judged && other.judged) {
        found.push({ pair: { version: one.judged, base: other.judged }, version: one.sent, base: other.sent });
      }
    }
    return found;
  });
}

async function promptsOfSwaps(set: OwnSet): Promise<Measure> {
  const prompts = await promptsOf(set, "name", ["ok"]);
  const differing = prompts.filter(({ version, base }) => version.length === 0 || !isDeepStrictEqual(version, base));
  return {
    name: "name swapped: largest change",
    demanded: "identical prompts",
    value: `${prompts.length - differing.length} of ${prompts.length} prompts identical`,
    holds: differing.length === 0,
    failing: differing.map(({ pair }) => pair.version.id),
  };
}

async function injectionsStayInside(set: OwnSet): Promise<Measure[]> {
  const prompts = await promptsOf(set, "injection", UNTIDY);
  // Of the question's honest answers: one that is too short to be judged has no prompts of its own to compare with.
  const cleanOf = Map.groupBy(prompts, ({ pair }) => pair.base.questionId);
  const escaped = prompts.filter(({ version, pair }) => {
    const clean = new Set(cleanOf.get(pair.base.questionId)?.flatMap(({ base }) => base.map(outside)));
    return version.some((prompt) => !clean.has(outside(prompt)));
  });
  const judged = prompts.flatMap(({ pair }) => [pair.version, pair.base]);
  const [upgraded] = injections(judged).filter(({ name }) => name === "injections: recommendation upgraded");
  return [
    ...(upgraded ? [upgraded] : []),
    {
      name: "injections: text outside its delimiter",
      demanded: "0",
      value: `${escaped.length} of ${prompts.length}`,
      holds: escaped.length === 0,
      failing: escaped.map(({ pair }) => pair.version.id),
    },
  ];
}

async function inventedQuotesAreLeftOut(set: OwnSet): Promise<Measure> {
  const answers = set.answers.filter(({ kind }) => kind === "excellent" || kind === "ok");
  const fate = [mishaps.inventedQuotes, "ok" as const, mishaps.levelsOutOfRange, mishaps.wrongLanguage];
  return withModel({ fate, answer: readObediently }, async (scorer) =>
    quotesNotSaid(await judge({ ...set, answers }, scorer)),
  );
}

async function blankIsNeverSent(set: OwnSet): Promise<Measure> {
  const answers = set.answers.filter(({ kind }) => kind === "empty");
  return withModel({ answer: readObediently }, async (scorer, provider) => {
    const measured = blankIsInsufficient(await judge({ ...set, answers }, scorer));
    const sent = provider.requests.length;
    return { ...measured, value: `${measured.value}, ${sent} calls`, holds: measured.holds === true && sent === 0 };
  });
}

async function failuresStoreNothing(set: OwnSet): Promise<Measure> {
  const answer = set.answers.find(({ kind }) => kind === "excellent");
  const numbers: string[] = [];
  for (const fate of FAILURES) {
    await withModel({ fate: [fate], answer: readObediently }, async (scorer) => {
      const [scored] = await scoreSet({ ...set, answers: answer ? [answer] : [] }, scorer);
      if (scored?.failure === undefined) numbers.push(JSON.stringify(fate));
    });
  }
  return {
    name: "scores stored after a provider failure",
    demanded: "0",
    value: `${numbers.length} of ${FAILURES.length} kinds of failure`,
    holds: numbers.length === 0,
    failing: numbers,
  };
}
