import type { Actor } from "../../domain/actor.ts";
import { createInterview } from "../../interviews/create-interviews.ts";
import { findScheduledInterview } from "../../interviews/read.ts";
import { readWanted } from "../../interviews/wanted-interview.ts";
import { createApiKey } from "../../keys/create-api-key.ts";
import { revokeApiKey } from "../../keys/revoke-api-key.ts";
import { presentInvited } from "../../present/v1/invited.ts";
import { commandActor } from "../../runtime/command-actor.ts";
import { INTERRUPTED, withDatabase } from "../../runtime/database.ts";
import { chooseTemplate } from "../../templates/choose-template.ts";
import { interviewApi } from "./interview-api.ts";
import { type Scheduled, type Take, TEST_CANDIDATE } from "./scheduled.ts";
import { check, type Steps } from "./steps.ts";

type Options = { candidate?: number; organization?: string };

/** On the server's own machine: key and invitation come straight from its database, the interview goes over HTTP. */
export function provideByDatabase<T>(test: Steps, baseUrl: string, options: Options, take: Take<T>): Promise<T> {
  return withDatabase(async () => {
    const actor = await commandActor(options.organization);
    return withTemporaryKey(actor, async (apiKey) =>
      take(interviewApi(baseUrl, apiKey), await schedule(test, options.candidate, actor)),
    );
  });
}

/** A key for this run alone: revoked afterwards, however the run ends, Ctrl-C included. */
async function withTemporaryKey<T>(actor: Actor, work: (apiKey: string) => Promise<T>): Promise<T> {
  const { id, plain } = await createApiKey({ name: "Smoke test (temporary)" }, actor);
  const interrupt = () => void revokeApiKey(id, actor).finally(() => process.exit(INTERRUPTED));
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    return await work(plain);
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    await revokeApiKey(id, actor);
  }
}

function schedule(test: Steps, candidateId: number | undefined, actor: Actor): Promise<Scheduled> {
  return test.run("A candidate has a scheduled interview", async () => {
    const candidate = candidateId === undefined ? { email: TEST_CANDIDATE.email } : { id: candidateId };
    const scheduled = await findScheduledInterview(candidate, actor);
    if (scheduled) return scheduled;
    check(candidateId === undefined, `candidate ${candidateId} has none`);
    return inviteTestCandidate(actor);
  });
}

async function inviteTestCandidate(actor: Actor): Promise<Scheduled> {
  const { id: template_id } = await chooseTemplate(undefined, actor);
  const wanted = readWanted({ candidate: TEST_CANDIDATE, template_id, allow_another: true });
  const { candidate_id, interview_token } = presentInvited(await createInterview(wanted, actor));
  return { candidateId: candidate_id, token: interview_token };
}
