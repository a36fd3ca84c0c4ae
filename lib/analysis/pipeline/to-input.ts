import type { SessionForScoring } from "../../db/analyses.ts";
import { versionOf } from "../../db/interview-version.ts";
import { isTextSpoken, wasSkipped } from "../../domain/answer.ts";
import type { PlannedQuestion } from "../../domain/coverage.ts";
import { CRITERIA, type CriterionWeights, EQUAL_WEIGHTS } from "../../domain/criteria.ts";
import type { SetCuts } from "../../domain/cuts.ts";
import { isVouched, type QuestionSource } from "../../domain/question-source.ts";
import type { SoundQuality } from "../../domain/sound-signs.ts";
import type { InterviewAnswer, InterviewInput } from "./interview-input.ts";

type QuestionRow = SessionForScoring["questions"][number];
type VersionRow = NonNullable<SessionForScoring["interview"]["templateVersion"]>;
type AnswerRow = SessionForScoring["questions"][number]["answers"][number];

/**
 * A stored interview as the pipeline takes it: by the version of its template that it keeps, whatever the template says by now.
 * @param cuts as they are set for that version and the scorer that is to score; null: nobody has set any
 */
export function toInput(
  { candidate, interview, questions }: SessionForScoring,
  cuts: SetCuts | null = null,
): InterviewInput {
  const version = versionOf(interview);
  return {
    // both names, where the invitation was sent under another
    candidate: { ...candidate, name: [candidate.name, interview.candidateName].filter(Boolean).join(" ") },
    rules: {
      categoryWeights: readWeights(version.categoryWeights),
      passThreshold: version.passThreshold,
      failThreshold: version.failThreshold,
      ...(cuts ? { cuts } : {}),
      companyValues: version.companyValues,
      gatingCategories: CRITERIA.filter((criterion) => version.gatingCategories.includes(criterion)),
      requirePersonToFail: version.requirePersonToFail,
    },
    planned: plannedOf(version.questions),
    questions: questions.map(({ answers: [answer], ...question }) => ({
      id: question.id,
      text: question.text,
      ...yardstickOf(question),
      origin: {
        source: question.source as QuestionSource,
        templateQuestionId: question.templateQuestionId,
        otherWords: hasClaim(question.clientClaims, "text"),
      },
      answer: answer ? toAnswer(answer) : null,
    })),
  };
}

/** In an order of their own, so that another order of asking is the same work. */
function plannedOf(questions: VersionRow["questions"]): PlannedQuestion[] {
  return questions
    .map(({ questionId: id, type, difficulty }) => ({ id, type, difficulty }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What an answer is judged by: as it stands where somebody vouches for it, and nothing at all otherwise, whatever is stored. */
function yardstickOf(question: Omit<QuestionRow, "answers">) {
  const { type, difficulty, keywords, idealAnswer, alsoRight, rubricNotes } = question;
  if (isVouched(question.source as QuestionSource))
    return { type, difficulty, keywords, idealAnswer, alsoRight, rubricNotes };
  return { type: "general", difficulty: "medium", keywords: [], idealAnswer: "", alsoRight: [], rubricNotes: "" };
}

function hasClaim(claims: unknown, name: string): boolean {
  return typeof claims === "object" && claims !== null && Object.hasOwn(claims, name);
}

function toAnswer(answer: AnswerRow): InterviewAnswer {
  const [transcript] = answer.transcripts;
  return {
    id: answer.id,
    text: answer.text,
    skipped: wasSkipped(answer),
    confidence: answer.confidence,
    audioQuality: answer.answeredBy === "text" ? null : answer.audioQuality, // nobody listens to what was written
    given: howGiven(answer),
    transcript: transcript ? toTranscript(transcript) : null,
  };
}

function toTranscript({ quality, ...transcript }: AnswerRow["transcripts"][number]): InterviewAnswer["transcript"] {
  const isUnclear = (quality as SoundQuality | null)?.verdict === "listen";
  return { ...transcript, ...(isUnclear ? { isUnclear } : {}) };
}

function howGiven(answer: AnswerRow): InterviewAnswer["given"] {
  if (!isTextSpoken(answer)) return "written";
  return answer.recognizedText === null ? "heard" : "heard_and_corrected";
}

function readWeights(stored: unknown): CriterionWeights {
  const given = (stored ?? {}) as Partial<Record<string, unknown>>;
  const weights = { ...EQUAL_WEIGHTS };
  for (const criterion of CRITERIA) {
    const weight = given[criterion];
    if (typeof weight === "number" && weight >= 0) weights[criterion] = weight;
  }
  return weights;
}
