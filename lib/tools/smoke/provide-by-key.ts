import { InterviewAnswer, InterviewLinkAnswer, InterviewsAnswer } from "../../contract/v1/interviews.ts";
import { CreatedInterviewAnswer } from "../../contract/v1/new-interviews.ts";
import { TemplateAnswer, TemplatesAnswer } from "../../contract/v1/templates.ts";
import { CliError } from "../../runtime/cli-error.ts";
import { INTERRUPTED } from "../../runtime/database.ts";
import { INTERVIEW } from "./interview.ts";
import { type InterviewApi, interviewApi } from "./interview-api.ts";
import { type Take, TEST_CANDIDATE } from "./scheduled.ts";
import { check, type Steps } from "./steps.ts";

type Options = { apiKey?: string; candidate?: number; organization?: string };

/** Against any deployment: everything goes over the API with the caller's own key, which needs `read` and `write`. */
export async function provideByKey<T>(test: Steps, baseUrl: string, options: Options, take: Take<T>): Promise<T> {
  if (options.organization !== undefined) {
    throw new CliError("Leave --organization away: the key says for which organisation it is.");
  }
  const api = interviewApi(baseUrl, options.apiKey ?? "");
  const { candidate } = options;
  if (candidate !== undefined) return take(api, await test.run(FIND, () => findScheduled(api, candidate)));
  const templateId = await test.run("There is a template", () => anyTemplate(api));
  const invited = await test.run("A candidate is invited", () => invite(api, templateId));
  return thenRevoked(test, api, invited.interview_id, () =>
    take(api, { candidateId: invited.candidate_id, token: invited.interview_token }),
  );
}

const FIND = "The candidate has a scheduled interview";

async function findScheduled(api: InterviewApi, candidateId: number) {
  const { data } = await api.get(`v1/interviews?candidate_id=${candidateId}&state=invited&limit=1`, InterviewsAnswer);
  check(data[0] !== undefined, `candidate ${candidateId} has none`);
  const { interview_token: token } = await api.get(`v1/interviews/${data[0].id}/link`, InterviewLinkAnswer);
  return { candidateId, token };
}

/** The newest there is; in an organisation that has none, one of its own. */
async function anyTemplate(api: InterviewApi): Promise<string> {
  const { data } = await api.get("v1/templates?limit=1", TemplatesAnswer);
  if (data[0]) return data[0].id;
  const questions = INTERVIEW.map(({ question }) => ({ text: question.text, type: question.type }));
  const body = { name: "Smoke test", role_title: "Smoke test", questions };
  return (await api.provide("v1/templates", body, TemplateAnswer)).template.id;
}

async function invite(api: InterviewApi, template_id: string) {
  const body = { candidate: TEST_CANDIDATE, template_id, expires_in_days: 1, allow_another: true };
  const invited = await api.provide("v1/interviews", body, CreatedInterviewAnswer);
  check(invited.url.endsWith(invited.interview_token), "the link does not hold the token");
  return invited;
}

/** Afterwards the link opens nothing any more, however the run ends, Ctrl-C included. */
async function thenRevoked<T>(test: Steps, api: InterviewApi, id: string, work: () => Promise<T>): Promise<T> {
  const revoke = () => api.provide(`v1/interviews/${id}/revoke`, {}, InterviewAnswer);
  const interrupt = () => void revoke().finally(() => process.exit(INTERRUPTED));
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  const result = await work()
    .catch(async (error: unknown) => {
      await revoke();
      throw error;
    })
    .finally(() => void process.off("SIGINT", interrupt).off("SIGTERM", interrupt));
  await test.run("The finished interview stays, its link is withdrawn", async () => {
    const { interview } = await revoke();
    check(interview.state === "completed", `state is ${interview.state}`);
    check(interview.revoked_at !== null, "revoked_at is null");
  });
  return result;
}
