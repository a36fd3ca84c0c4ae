import { anyone } from "@/lib/auth/guards.ts";
import { type StartSessionAnswer, StartSessionBody } from "@/lib/contract/interview.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { type StartedSession, startSession } from "@/lib/interview/start-session.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route({ auth: anyone, body: StartSessionBody }, async ({ body, request }) =>
  presentStarted(await startSession(body, request.headers.get("user-agent"))),
);

function presentStarted({ sessionId, recordingStarted, resumed }: StartedSession): StartSessionAnswer {
  return {
    success: true,
    session_id: sessionId,
    recording_started: recordingStarted,
    message: resumed ? "Interview session resumed" : "Interview session started successfully",
    ...(resumed && {
      resumed: true,
      progress: resumed.map(({ questionId, templateQuestionId, answered }) => ({
        question_id: questionId,
        template_question_id: templateQuestionId,
        answered,
      })),
    }),
  };
}
