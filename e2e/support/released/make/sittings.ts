import type { OldRelease } from "./old-release.ts";
import { EXTRA, ISSUES, SITTING } from "./sitting-words.ts";

/* Sittings, as a candidate's browser takes them. */

export type Sitting = { session_id: string };
export type Question = { id?: string; text: string; [field: string]: unknown };

/** Agrees, begins and claims the sitting for one page. */
export async function begin(release: OldRelease, interview_token: string): Promise<Sitting> {
  await release.send("POST", "/api/interview/consent", { interview_token, consent_version: "2026-11" });
  const { session_id } = await release.send<Sitting>("POST", "/api/interview/session/start", {
    ...{ interview_token, recording_config: { format: "webm", quality: "SD", audio: true, video: true } },
    ...{ browser_info: "Chrome 142 on Linux", theme: "dark" },
  });
  await claim(release, { session_id }, "page-1");
  return { session_id };
}

/** The page is opened once more, and goes on instead of the first. */
export async function comeBack(release: OldRelease, sitting: Sitting, interview_token: string): Promise<void> {
  await release.send("POST", "/api/interview/session/start", { interview_token });
  await claim(release, sitting, "page-2");
}

async function claim(release: OldRelease, { session_id }: Sitting, client_key: string): Promise<void> {
  const network = { rtt_ms: 60, upload_bps: 400_000 };
  const body = { client_key, network, take_over: true };
  await release.send("POST", `/api/interview/session/${session_id}/claim`, body);
}

/** @returns the question's id */
export async function ask(release: OldRelease, sitting: Sitting, question: Question, by?: HeadersInit) {
  const { id: template_question_id, round, ...question_data } = question;
  const body = { ...sitting, question_data: { ...question_data, template_question_id }, round };
  const asked = await release.send<{ question_id: string }>("POST", "/api/interview/question/add", body, by);
  return asked.question_id;
}

export async function answer(release: OldRelease, sitting: Sitting, question_id: string, answer_data: object) {
  await release.send("POST", "/api/interview/answer/add", { ...sitting, question_id, answer_data });
}

/** Everything that there is to be asked, answered and reported. */
export async function sayAll(release: OldRelease, sitting: Sitting, questions: Question[], employer: HeadersInit) {
  for (const { question, answers } of SITTING) {
    const asked: Question = questions.find(({ text }) => text === question.text) ?? question;
    const { id, text, type, difficulty, keywords } = asked;
    const questionId = await ask(release, sitting, { id, text, type, difficulty, keywords });
    for (const given of answers) await answer(release, sitting, questionId, given);
  }
  await answer(release, sitting, await ask(release, sitting, EXTRA.question, employer), EXTRA.answer);
  for (const [code, message] of ISSUES) {
    const media = code === "device_lost" ? { segment: 0, offset_ms: 900 } : undefined;
    await release.send("POST", "/api/interview/issue/add", { ...sitting, issue: { code, message, media } });
  }
}

export async function end(release: OldRelease, sitting: Sitting): Promise<void> {
  await release.send("POST", "/api/interview/session/end", sitting);
}
