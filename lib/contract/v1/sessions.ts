import { z } from "zod";
import { Uuid } from "../fields.ts";
import { SessionDataAnswer, SessionQuestion, SessionAnswer as ToQuestion } from "../interview-answers.ts";
import { JobStatus, RecordingStatus, SessionStatus } from "../status.ts";
import { Moment } from "./fields.ts";
import { CandidateFilter, InterviewIdFilter } from "./filters.ts";
import { ListQuery, listAnswer } from "./list.ts";
import { Transcript } from "./transcripts.ts";

/** Sittings: what was asked and answered, and how it went. */

/** What a session belongs to, by our ids and by theirs. */
const Belongs = {
  interview_id: Uuid,
  interview_external_id: z.string().nullable(),
  candidate_external_id: z.string().nullable(),
  template_id: Uuid,
  template_external_id: z.string().nullable(),
};

export const SessionsQuery = ListQuery.extend({
  candidate_id: CandidateFilter,
  interview_id: InterviewIdFilter,
  status: SessionStatus.optional(),
  started_after: Moment.optional().meta({ description: "Begun after this moment.", example: "2027-01-01T00:00:00Z" }),
  started_before: Moment.optional().meta({ description: "Begun before this moment.", example: "2027-02-01T00:00:00Z" }),
});
export type SessionsQuery = z.infer<typeof SessionsQuery>;

export const ListedSession = z.object({
  session_id: Uuid,
  candidate_id: z.int(),
  ...Belongs,
  status: SessionStatus,
  start_time: z.string(),
  end_time: z.string().nullable(),
  duration_seconds: z.int().nullable(),
  total_questions: z.int(),
  recording_status: RecordingStatus,
  processing_status: JobStatus.nullable(),
});
export type ListedSession = z.infer<typeof ListedSession>;

export const SessionList = listAnswer(ListedSession);

/** The latest last. */
const Transcripts = z
  .array(Transcript)
  .meta({ description: "What models heard in the answer; its own text stays as the candidate left it." });

/** The documented `session_data`, what was heard in each answer, and what the session belongs to. */
export const Session = SessionDataAnswer.shape.session_data.extend({
  answers: z.array(ToQuestion.extend({ transcripts: Transcripts })),
  ...Belongs,
});
export type Session = z.infer<typeof Session>;

/** A session's questions, in the order they were asked. */
export const QuestionsQuery = ListQuery.extend({
  cursor: ListQuery.shape.cursor.meta({
    description: "`next_cursor` of the page before; absent: from the first question on.",
  }),
});
export type QuestionsQuery = z.infer<typeof QuestionsQuery>;

export const AskedQuestion = SessionQuestion.extend({
  answer: ToQuestion.extend({ transcripts: Transcripts })
    .nullable()
    .meta({ description: "The answer that counts: the latest. Null: there is none." }),
});

export const QuestionList = listAnswer(AskedQuestion);
export type QuestionList = z.infer<typeof QuestionList>;

export const SessionAnswer = z.object({ success: z.literal(true), session: Session });
