import type { ListedRecording, Recording } from "../../contract/v1/recordings.ts";
import type { Belonging, ListedRow } from "../../db/session-list.ts";
import type { getRecording } from "../../sitting/read-results.ts";
import { presentRecording as presentDocumented } from "../documented/recording.ts";

type Found = Awaited<ReturnType<typeof getRecording>>;

export function presentRecording(found: Found, { publicId, interviewId, candidateId }: Belonging): Recording {
  const { recording_info: info } = presentDocumented(found);
  return { ...info, candidate_id: candidateId, interview_id: interviewId, session_id: publicId };
}

export function presentListedRecording(row: ListedRow): ListedRecording {
  const { candidateId, publicId, interviewId } = row;
  const { segments: _, ...info } = presentDocumented({ candidateId, session: row, segments: [] }).recording_info;
  return { ...info, candidate_id: candidateId, interview_id: interviewId, session_id: publicId };
}
