import { setTimeout as delay } from "node:timers/promises";
import type { Installation, KnownInterview } from "../installation.ts";
import { type By, letIn, makeTemplates, makeWebhooks } from "./first-days.ts";
import {
  type Invited,
  invite,
  settled,
  type Template,
  takeHalf,
  takeInVain,
  takeShort,
  takeWhole,
} from "./interviews.ts";
import type { OldRelease } from "./old-release.ts";
import type { Sitting } from "./sittings.ts";

/*
 * What happens in the installation of a dump, from its first key to its last invitation.
 */

type Lived = Omit<Installation, "authSecret" | "dumpedAt">;

/** Past the ten minutes after which what a silent sitting has left is made ready. */
const SILENCE_MS = 11 * 60_000;
const EXPIRES_AFTER_MS = 5_000;

/** @param receiver takes webhooks, and answers 500 at `/broken` and 410 at `/gone` */
export async function liveThrough(
  release: OldRelease,
  owner: { email: string; password: string },
  receiver: string,
): Promise<Lived> {
  const { accounts, keys } = await letIn(release, owner);
  const by: By = {
    owner: await release.signedIn(owner),
    recruiter: await release.signedIn(accounts.recruiter),
    admin: { authorization: `Bearer ${keys.admin}` },
  };
  const { template, archived } = await makeTemplates(release, by);
  const webhooks = await makeWebhooks(release, by, receiver);
  const interviews = {
    ...(await neverTaken(release, by)),
    running: await running(release, by, template),
    finished: await finished(release, by, template),
    asked: await askedForDeletion(release, by),
    silent: await silent(release, by),
  };
  await delay(SILENCE_MS);
  await settled(release, { candidate_id: interviews.running.candidateId }, by.admin, 1);
  await untilDelivered(release, by, webhooks.working);
  const { baseUrl } = release;
  return { baseUrl, accounts, keys, interviews, templates: { used: template.id, archived }, webhooks };
}

async function neverTaken(release: OldRelease, { admin, recruiter }: By) {
  const expires_at = new Date(Date.now() + EXPIRES_AFTER_MS).toISOString();
  const expired = await invite(release, admin, { name: "Late Larry", email: "larry@example.com" }, { expires_at });
  // Written in marks of their own and in capitals: who finds it depends on how names are folded.
  const name = "Ẑofie A\u030Angstro\u0308m-ŁUKASIEWICZ";
  const open = await invite(release, recruiter, { name, email: "Zofie@Example.com", external_id: "Zo-1" });
  const revoked = await invite(
    release,
    admin,
    { name: "Rae Vogt", email: "rae@example.com" },
    { external_id: "app-3" },
  );
  await release.send("POST", `/api/v1/interviews/${revoked.interview_id}/revoke`, {}, recruiter);
  await delay(EXPIRES_AFTER_MS);
  return { expired: known(expired), open: known(open), revoked: known(revoked) };
}

async function running(release: OldRelease, { admin }: By, template: Template) {
  const invited = await invite(
    release,
    admin,
    { name: "Grace Hopper", email: "grace@example.com" },
    { external_id: "app-2" },
  );
  return known(invited, await takeHalf(release, invited, template));
}

/** Taken, scored by the model and by the rubric, decided twice, shared twice of which one link was withdrawn. */
async function finished(release: OldRelease, by: By, template: Template) {
  const candidate = { name: "Ada Lovelace", email: "ada@example.com", external_id: "cand-7" };
  const invited = await invite(release, by.admin, candidate, { external_id: "app-1", expires_in_days: 300 });
  const { interview_id, interview_token } = invited;
  await fetch(`${release.baseUrl}/interview/${interview_token}`);
  const sitting = await takeWhole(release, invited, template, by.admin);
  const { session_id } = sitting;
  await release.send("POST", `/api/interviews/${interview_id}/analysis`, { scorer: "offline" }, by.recruiter);
  await settled(release, invited, by.admin, 3);
  const passed = { interview_id, decision: "passed", reason: "Measures first.", decided_by: "recruiter@example.com" };
  await release.send("POST", "/api/v1/decisions", passed, by.admin);
  const doubted = { decision: "needs_review", reason: "One part of the recording is missing." };
  await release.send("POST", `/api/interviews/${interview_id}/decision`, doubted, by.owner);
  await release.send("GET", `/api/v1/recordings/${session_id}/link`, undefined, by.recruiter);
  const share = () =>
    release.send<{ url: string; share_link: { share_link_id: string } }>(
      ...(["POST", `/api/v1/interviews/${interview_id}/share-links`, { expires_in_days: 30 }, by.recruiter] as const),
    );
  const [{ url }, withdrawn] = [await share(), await share()];
  await release.send("DELETE", `/api/v1/share-links/${withdrawn.share_link.share_link_id}`, undefined, by.recruiter);
  return { ...known(invited, sitting), shareToken: url.split("/").at(-1) ?? "" };
}

/** Its analysis failed, and then its candidate asked for all of it to be deleted. */
async function askedForDeletion(release: OldRelease, { recruiter, admin }: By) {
  const invited = await invite(release, recruiter, { name: "Priya Private", email: "priya@example.com" });
  const sitting = await takeShort(release, invited, admin);
  const { interview_token } = invited;
  await release.send("POST", "/api/interview/deletion-request", { interview_token });
  return known(invited, sitting);
}

async function silent(release: OldRelease, { recruiter, admin }: By) {
  const invited = await invite(release, recruiter, { name: "Sid Silent", email: "sid@example.com" });
  return known(invited, await takeInVain(release, invited, admin));
}

async function untilDelivered(release: OldRelease, { owner }: By, webhook: string): Promise<void> {
  for (;;) {
    const path = `/api/v1/webhooks/${webhook}/deliveries?status=pending`;
    const { data } = await release.send<{ data: unknown[] }>("GET", path, undefined, owner);
    if (data.length === 0) return;
    await delay(500);
  }
}

function known({ interview_id, candidate_id, interview_token }: Invited, sitting?: Sitting): KnownInterview {
  const at = { interviewId: interview_id, candidateId: candidate_id, token: interview_token };
  return sitting ? { ...at, sessionId: sitting.session_id } : at;
}
