import { z } from "zod";
import { says, Uuid } from "../fields.ts";
import { RecordingAnswer } from "../interview-answers.ts";
import { Moment } from "./fields.ts";
import { CandidateFilter, InterviewIdFilter } from "./filters.ts";
import { ListQuery, listAnswer } from "./list.ts";

/** Recordings, by the session they are of. */

const Info = RecordingAnswer.shape.recording_info;
const Belongs = { candidate_id: z.int(), interview_id: Uuid, session_id: Uuid };

export const RecordingsQuery = ListQuery.extend({
  candidate_id: CandidateFilter,
  interview_id: InterviewIdFilter,
  recording_status: Info.shape.recording_status.optional(),
  started_after: Moment.optional().meta({ description: "Of sessions begun after this moment." }),
  started_before: Moment.optional().meta({ description: "Of sessions begun before this moment." }),
});
export type RecordingsQuery = z.infer<typeof RecordingsQuery>;

/** The documented `recording_info`, without the parts it is made of. */
export const ListedRecording = Info.omit({ segments: true }).extend(Belongs);
export type ListedRecording = z.infer<typeof ListedRecording>;

export const RecordingList = listAnswer(ListedRecording);

export const Recording = Info.extend(Belongs);
export type Recording = z.infer<typeof Recording>;

export const RecordingResponse = z.object({ success: z.literal(true), recording: Recording });

export const LINK_SECONDS = { shortest: 60, usual: 900, longest: 3_600 } as const;

export const LinkQuery = z.strictObject({
  expires_in_seconds: z.coerce
    .number(says("whole_number"))
    .int(says("whole_number"))
    .min(LINK_SECONDS.shortest, says("at_least"))
    .max(LINK_SECONDS.longest, says("at_most"))
    .default(LINK_SECONDS.usual)
    .meta({ description: "How long the link opens the recording.", example: LINK_SECONDS.usual }),
  download: z.enum(["0", "1"], says("one_of")).default("0").meta({ description: "`1` saves the file, `0` plays it." }),
  file: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, says("whole_from_one"))
    .transform(Number)
    .default(1)
    .meta({ description: "1 is the recording; 2 and on are the `other_files` beside it.", example: "1" }),
});
export type LinkQuery = z.infer<typeof LinkQuery>;

export const LinkAnswer = z.object({
  success: z.literal(true),
  url: z.string().meta({ description: "Opens the file without any other credential, ranges and all." }),
  expires_at: z.iso.datetime(),
});
