import { loadavg } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { abilityMemory } from "../../lib/ai/abilities.ts";
import { memoryCalls } from "../../lib/ai/call-log.ts";
import { openAiChat } from "../../lib/ai/openai-chat.ts";
import { hearInChild } from "../../lib/analysis/hearing/hear-in-child.ts";
import { llmScorer } from "../../lib/analysis/llm/llm-scorer.ts";
import type { InterviewInput } from "../../lib/analysis/pipeline/interview-input.ts";
import { scoreInterview } from "../../lib/analysis/pipeline/score-interview.ts";
import { offlineRubric } from "../../lib/analysis/rubric/offline-rubric.ts";
import type { Scorer } from "../../lib/analysis/scorer.ts";
import { CRITERIA } from "../../lib/domain/criteria.ts";
import type { ReceivedChat } from "../../lib/testing/provider/chat-endpoint.ts";
import { startProvider } from "../../lib/testing/provider/provider.ts";
import { readOwnSet } from "../../lib/tools/eval/own-set.ts";
import { interviewOf } from "../../lib/tools/eval/score-set.ts";
import type { Say } from "./say.ts";
import { median } from "./statistics.ts";

const QUESTIONS = 30;
const ROUNDS = 5;
const LATENCY_MS = 1_000;
/** As they are when nobody changes AI_SAMPLES and AI_CONCURRENCY. */
const [SAMPLES, CONCURRENCY] = [3, 4];
/** What the error of the scores of a usual interview is measured on. */
const SPOKEN = { answers: 10, words: 150 };
/** What a model gives the others lies so far above the rubric that it would not count. */
const READ_KINDS = ["excellent"];

/** What scoring an interview of thirty answered questions takes, from the answers to the result, without the database. */
export async function benchAnalysis(say: Say): Promise<void> {
  say(`load average ${loadavg()[0]?.toFixed(2)}`);
  const interview = await thirtyAnswers();
  await benchRubric(interview, say);
  await benchErrors(interview, say);
  await benchModel(interview, say);
}

/** Scores and their errors, of spoken answers that are heard two hundred times each; and how long nothing else could be done meanwhile. */
async function benchErrors({ questions, ...rules }: InterviewInput, say: Say): Promise<void> {
  const spoken = { ...rules, questions: questions.slice(0, SPOKEN.answers).map(asSpoken) };
  for (let round = 0; round < 3; round++) {
    const turns = monitorEventLoopDelay({ resolution: 1 });
    turns.enable();
    const start = performance.now();
    const { standardErrors } = await scoreInterview(spoken, offlineRubric, memoryCalls(), CONCURRENCY, hearInChild);
    const took = performance.now() - start;
    turns.disable();
    if (standardErrors.overall === null) throw new Error("the scores have no error");
    say(
      `errors of ${SPOKEN.answers} answers of ${SPOKEN.words} words: ${ms(took)} with the start of their process, ` +
        `± ${standardErrors.overall} points; longest turn of the loop ${ms(turns.max / 1e6)}`,
    );
  }
}

function asSpoken(question: InterviewInput["questions"][number]): InterviewInput["questions"][number] {
  const { answer } = question;
  if (!answer) return question;
  const words = answer.text.split(/\s+/);
  const text = Array.from({ length: SPOKEN.words }, (_, at) => words[at % words.length]).join(" ");
  const spans = text.split(" ").map((word, at) => ({ text: word, start_ms: at * 400, end_ms: at * 400 + 350 }));
  return { ...question, answer: { ...answer, text: "", transcript: { text, language: "en", confidence: 0.9, spans } } };
}

async function benchRubric(interview: InterviewInput, say: Say): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await timeOf(interview, offlineRubric, 1));
  const [first = Number.NaN, ...later] = times;
  say(`rubric, ${QUESTIONS} questions: ${ms(first)} the first time in a process, ${ms(median(later))} after that`);
}

/** Beside the slowest chain that the bound allows: every call waits for its turn, and the words come after all levels. */
async function benchModel(interview: InterviewInput, say: Say): Promise<void> {
  const provider = await startProvider({ answer: readFirstWords, mishaps: () => ({ after: LATENCY_MS }) });
  const endpoint = { baseUrl: provider.baseUrl, apiKey: "bench", timeoutMs: 60_000, maxRetries: 0, prices: undefined };
  const chat = openAiChat(endpoint, { memory: abilityMemory() });
  const scorer = llmScorer({ chat, model: "loopback", samples: SAMPLES, concurrency: CONCURRENCY });
  try {
    const took = await timeOf(interview, scorer, CONCURRENCY);
    const chain = Math.ceil((QUESTIONS * SAMPLES) / CONCURRENCY) * LATENCY_MS + LATENCY_MS;
    say(
      `model that takes ${ms(LATENCY_MS)} a call, ${SAMPLES} samples, ${CONCURRENCY} calls at a time: ${ms(took)} for ` +
        `${provider.chats.length} calls (at most ${provider.mostAtOnce()} at once); ⌈${QUESTIONS} × ${SAMPLES} / ${CONCURRENCY}⌉ × ` +
        `${ms(LATENCY_MS)} + ${ms(LATENCY_MS)} for the words = ${ms(chain)}, ratio ${(took / chain).toFixed(2)}`,
    );
  } finally {
    await provider.close();
  }
}

async function timeOf(interview: InterviewInput, scorer: Scorer, concurrency: number): Promise<number> {
  const start = performance.now();
  const { questions } = await scoreInterview(interview, scorer, memoryCalls(), concurrency);
  const took = performance.now() - start;
  const scored = questions.filter(({ score }) => score !== null).length;
  if (scored < QUESTIONS) throw new Error(`only ${scored} of ${QUESTIONS} answers got a score`);
  return took;
}

async function thirtyAnswers(): Promise<InterviewInput> {
  const { questions, answers } = await readOwnSet();
  const pairs = answers.flatMap((answer, at) => {
    const question = questions.get(answer.questionId);
    return question && READ_KINDS.includes(answer.kind) ? [{ answer, question: { ...question, id: `${at}` } }] : [];
  });
  return interviewOf(pairs.slice(0, QUESTIONS));
}

/** A model that quotes the first words, others for each category, and finds everything good. */
function readFirstWords({ prompt, schema }: ReceivedChat): unknown {
  if (!JSON.stringify(schema).includes("evidence")) return { feedback: "Every answer was read.", recommendations: [] };
  const stretches = [...prompt.matchAll(/^\[\d+\] (.+)$/gm)].flatMap(
    ([, line]) => line?.match(/\S+(?: \S+){3}/g) ?? [],
  );
  return {
    addressed_to_assessor: [],
    evidence: CRITERIA.map((category, at) => ({
      category,
      sentence: 1,
      quote: stretches[at] ?? "",
      note: "It says so.",
    })),
    levels: Object.fromEntries(CRITERIA.map((category) => [category, 4])),
    feedback: "The answer was read.",
    strengths: ["It answers the question."],
    improvements: [],
  };
}

function ms(value: number): string {
  return value < 1_000 ? `${value.toFixed(0)} ms` : `${(value / 1_000).toFixed(1)} s`;
}
