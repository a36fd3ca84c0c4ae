import { StartSessionBody } from "../contract/interview.ts";
import type { NewTemplate } from "../db/new-templates.ts";
import { startSession } from "../sitting/start-session.ts";
import { testOrganization, testTemplate } from "./database/database.ts";
import { testInvitation } from "./invitation.ts";

/** A started interview of an organisation of its own. */
export async function testSession(recordingConfig: object = {}, template: Partial<NewTemplate> = {}) {
  const actor = await testOrganization();
  await testTemplate(actor, undefined, template);
  const invitation = await testInvitation({ name: "Ada Lovelace", email: "ada@example.com" }, actor);
  const body = StartSessionBody.parse({ interview_token: invitation.token, recording_config: recordingConfig });
  const { sessionId, publicId } = await startSession(body, "A test");
  return { actor, sessionId, publicId, interviewId: invitation.interviewId, candidateId: invitation.candidateId };
}
