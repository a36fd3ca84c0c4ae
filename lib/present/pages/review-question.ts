import { coachingNotes } from "../../analysis/coaching.ts";
import { markAt } from "../../analysis/hearing/mark-at.ts";
import type { Listen } from "../../analysis/hearing/what-to-listen-to.ts";
import { markQuote } from "../../analysis/pipeline/place-evidence.ts";
import type { Evidence } from "../../analysis/scorer.ts";
import type {
  ReviewAnswer,
  ReviewCoaching,
  ReviewQuestion,
  ReviewQuestionAnalysis,
  ReviewQuestions,
  ReviewTranscript,
  Writing,
} from "../../contract/review.ts";
import type { QuestionAnalysisRow, ReviewQuestionRow } from "../../db/reviews.ts";
import type { TaskRow } from "../../db/transcription-tasks.ts";
import { isTextSpoken, spokenWordings, wasSkipped } from "../../domain/answer.ts";
import type { PublishedFiles } from "../../domain/media-time.ts";
import type { SoundQuality } from "../../domain/sound-signs.ts";
import { bandOf } from "../../domain/standard-error.ts";
import type { AskedQuestion, AskedQuestions } from "../../review/read-review-questions.ts";
import { creditOf } from "../../speech/credit.ts";
import { LOCAL_HOST } from "../../speech/local-host.ts";
import { failureWords } from "../../words/failure-words.ts";
import type { Locale } from "../../words/locale.ts";
import { presentModels } from "../beside-rubric.ts";
import { presentFlags } from "../flags.ts";
import { presentLevels } from "./levels.ts";
import { filesOf, playedFrom } from "./played-from.ts";
import { saidParts } from "./said-parts.ts";

type AnswerRow = ReviewQuestionRow["answers"][number];

/** What leads to moments of the recording, and the language of whoever reads it. */
type Read = { files: PublishedFiles; locale: Locale };

export function presentQuestions(
  { of: { session, template }, questions, moreAfter }: AskedQuestions,
  locale: Locale,
): ReviewQuestions {
  const read = { files: filesOf(session?.recording ?? null), locale };
  return {
    questions: questions.map((asked) => presentReviewQuestion(asked, read, template.coachingNotes)),
    more_questions_after: moreAfter,
  };
}

/**
 * A question with its answers and what was found in them.
 * @param coached whether the notes without weight are wanted
 */
function presentReviewQuestion(
  { row: question, found, writing }: AskedQuestion,
  read: Read,
  coached: boolean,
): ReviewQuestion {
  const { files, locale } = read;
  const [counted, ...retakes] = question.answers.map((row) => presentAnswer(row, files));
  const answer = counted && { ...counted, writing: presentWriting(writing, locale) };
  return {
    question_id: question.id,
    position: question.position,
    text: question.text,
    type: question.type,
    difficulty: question.difficulty,
    ...playedFrom(question, files),
    asked_at: question.askedAt.toISOString(),
    answer: answer ?? null,
    retakes,
    analysis: found && presentQuestionAnalysis(found, question.answers, read),
    coaching: coached ? presentCoaching(question.answers[0] ?? null) : null,
  };
}

function presentAnswer(answer: AnswerRow, files: PublishedFiles): ReviewAnswer {
  const spoken = spokenWordings(answer)[0] ?? null;
  const played = playedFrom(answer, files);
  return {
    answer_id: answer.id,
    text: answer.text,
    recognized_text: answer.recognizedText,
    answered_by: answer.answeredBy,
    spoken_text: spoken,
    ...saidParts(spoken, answer.transcripts[0] ?? null, played.media_offset_seconds),
    transcripts: answer.transcripts.map(presentTranscript),
    writing: null,
    skipped: wasSkipped(answer),
    duration_seconds: answer.durationSeconds,
    audio_quality: answer.audioQuality,
    confidence: answer.confidence,
    ...played,
    answered_at: answer.answeredAt.toISOString(),
  };
}

function presentTranscript({
  text,
  model,
  host,
  quality,
  createdAt,
}: AnswerRow["transcripts"][number]): ReviewTranscript {
  const { verdict, reasons = [] } = (quality ?? {}) as Partial<SoundQuality>;
  return {
    text,
    model,
    here: host === LOCAL_HOST,
    credit: creditOf(host, model),
    unclear: verdict === "listen" ? reasons : [],
    created_at: createdAt.toISOString(),
  };
}

/** What is done is seen by its words. */
function presentWriting(task: TaskRow | null, locale: Locale): Writing | null {
  if (task === null || task.state === "done") return null;
  const { state, ahead, reason } = task;
  return { state, ahead, reason: reason && failureWords(reason, locale) };
}

/** Notes on what was spoken. Whoever also wrote took time for it, so there is no speaking rate. */
function presentCoaching(answer: AnswerRow | null): ReviewCoaching | null {
  const spoken = answer && (spokenWordings(answer)[0] ?? null);
  const notes = answer && coachingNotes(spoken, isTextSpoken(answer) ? answer.durationSeconds : null);
  return (
    notes && {
      filler_rate: notes.fillerRate,
      words_per_minute: notes.wordsPerMinute,
      reading_ease: notes.readingEase,
    }
  );
}

function presentQuestionAnalysis(
  row: QuestionAnalysisRow,
  answers: readonly AnswerRow[],
  { files, locale }: Read,
): ReviewQuestionAnalysis {
  const answer = answers.find(({ id }) => id === row.answerId) ?? null;
  return {
    status: row.status as ReviewQuestionAnalysis["status"],
    text_source: row.textSource as ReviewQuestionAnalysis["text_source"],
    score: row.score,
    levels: presentLevels(row.levels),
    spread: presentLevels(row.spread),
    band: bandOf(row.score, row.standardError),
    readings: (row.samples as unknown[]).length,
    ...presentModels(row),
    feedback: remarkOf(row),
    strengths: row.strengths,
    improvements: row.improvements,
    evidence: (row.evidence as Evidence[]).map(({ quote, category, note }) => {
      const said = answer && markQuote(quote, answer);
      const played = playedFrom(said?.mark ?? null, files);
      const isHeard = said?.approximate === false && played.media_offset_seconds !== null;
      return { quote, category, note, ...played, approximate: !isHeard };
    }),
    listen: (row.listen as Listen[]).map(({ text, start_ms }) => ({
      text,
      ...playedFrom(answer && markAt(answer, start_ms), files),
    })),
    flags: presentFlags(row.flags, locale),
  };
}

/** What a scorer wrote of an answer, in its own language, without what its flags say: once is enough. */
function remarkOf({ feedback, flags }: QuestionAnalysisRow): string {
  return presentFlags(flags)
    .reduce((words, { message }) => words.replace(message, ""), feedback)
    .trim();
}
