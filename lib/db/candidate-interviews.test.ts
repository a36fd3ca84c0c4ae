import { expect, test } from "vitest";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { db } from "./client.ts";

/** The columns of the interview recording guide, in its order. */
const DOCUMENTED = `
interview_session_id interview_recording_file interview_recording_duration interview_recording_size
interview_recording_format interview_recording_quality
interview_questions_asked interview_answers_given interview_question_timestamps interview_answer_timestamps
interview_total_questions interview_answered_questions
interview_ai_questions_analysis interview_ai_overall_feedback interview_ai_technical_score
interview_ai_communication_score interview_ai_problem_solving_score interview_ai_cultural_fit_score
interview_browser_info interview_network_quality interview_technical_issues interview_session_logs
interview_avatar_used interview_avatar_settings
interview_recording_status interview_processing_status interview_ai_analysis_status interview_final_status
`
  .trim()
  .split(/\s+/);

await testDatabase();

test("the view has the guide's 28 columns and the candidate's number, no more", async () => {
  const columns = await db().$queryRaw<{ column_name: string }[]>`
    SELECT column_name FROM information_schema.columns
    WHERE table_name = 'candidate_interviews' ORDER BY ordinal_position`;
  expect(DOCUMENTED).toHaveLength(28);
  expect(columns.map((column) => column.column_name)).toEqual(["candidate_id", ...DOCUMENTED]);
});

test("a candidate who has not started has a row that says so", async () => {
  const actor = await testOrganization();
  await testTemplate(actor);
  const { candidateId } = await testInvitation({ name: "Ada", email: "ada@example.com" }, actor);
  const rows = await db().$queryRaw<Record<string, unknown>[]>`
    SELECT * FROM candidate_interviews WHERE candidate_id = ${candidateId}`;
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    interview_session_id: null,
    interview_total_questions: 0,
    interview_recording_status: "not_started",
    interview_ai_analysis_status: "pending",
  });
});

test("who asked for deletion is in no report", async () => {
  const actor = await testOrganization();
  await testTemplate(actor);
  const { candidateId } = await testInvitation({ name: "Grace", email: "grace@example.com" }, actor);
  const rows = () => db().$queryRaw`SELECT 1 FROM candidate_interviews WHERE candidate_id = ${candidateId}`;
  expect(await rows()).toHaveLength(1);
  await db().candidate.update({ where: { id: candidateId }, data: { deletionRequestedAt: new Date() } });
  expect(await rows()).toHaveLength(0);
});
