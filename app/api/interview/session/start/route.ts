import type { StartSessionAnswer } from "@/lib/contract/interview-answers.ts";
import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { type StartedSession, startSession } from "@/lib/sitting/start-session.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.startSession, async ({ body, program, request }) =>
  presentStarted(await startSession(body, request.headers.get("user-agent"), program)),
);

function presentStarted(started: StartedSession): Omit<StartSessionAnswer, "success"> {
  const { sessionId, publicId, recordingStarted, resumed } = started;
  return {
    session_id: sessionId,
    public_id: publicId,
    recording_started: recordingStarted,
    message: resumed ? "Interview session resumed" : "Interview session started successfully",
    ...(resumed && {
      resumed: true,
      progress: resumed.progress.map(({ questionId, templateQuestionId, answered }) => ({
        question_id: questionId,
        template_question_id: templateQuestionId,
        answered,
      })),
      recording_wanted: resumed.recording,
    }),
  };
}
