import { operation } from "../operation.ts";

/* The avatar's voice, where the server has one. */

export const getVoice = operation({
  id: "getVoice",
  method: "GET",
  path: "/api/interview/session/{session_id}/voice/{part}",
  tag: "Interview",
  summary: "Hear a question",
  description:
    "The introduction (`introduction`) or a question that is handed over now (its id), spoken. 404 where no speech model is configured, 503 while it gives no voice: speak it yourself then.",
  access: "candidate",
  limit: "interview",
  answers: { contentType: "audio/mpeg", description: "The sound." },
  otherStatuses: [206, 302, 304],
  errors: ["not_found", "session_not_found", "session_ended", "invitation_revoked", "unavailable", "storage_full"],
  documented: true,
});
