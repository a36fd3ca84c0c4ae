import { read } from "./reading.ts";
import type { Restored } from "./restore.ts";
import type { Visitor } from "./visitors.ts";

/** What the names in addresses stand for on this server. */
export type Names = Record<string, string>;

type Listed = Record<string, string | number>;

/**
 * What the dump tells, and what only the server can: the ids that readers know sessions by are made when the database is migrated, and
 * links to recordings with each request.
 */
export async function namesOf(baseUrl: string, { installation }: Restored, visitor: Visitor): Promise<Names> {
  const { interviews, templates, webhooks } = installation;
  const list = async (path: string) => ((await read(baseUrl, path, visitor)).body as { data: Listed[] }).data;
  const sessions = await list("/api/v1/sessions");
  const names: Names = {};
  for (const [name, { interviewId, candidateId, sessionId, shareToken }] of Object.entries(interviews)) {
    names[`${name}.interview`] = interviewId;
    names[`${name}.candidate`] = String(candidateId);
    if (shareToken) names[`${name}.share`] = shareToken;
    if (!sessionId) continue;
    names[`${name}.writes`] = sessionId;
    names[`${name}.session`] = sure(sessions.find(({ interview_id }) => interview_id === interviewId)?.session_id);
  }
  for (const [name, id] of Object.entries(templates)) names[`template.${name}`] = id;
  for (const [name, id] of Object.entries(webhooks)) names[`webhook.${name}`] = id;
  const finished = `candidate_id=${interviews.finished.candidateId}`;
  for (const { version, analysis_id } of await list(`/api/v1/analyses?${finished}`))
    names[`analysis.${version}`] = String(analysis_id);
  names.decision = sure((await list(`/api/v1/decisions?${finished}`))[0]?.decision_id);
  names.delivery = sure((await list(`/api/v1/webhooks/${webhooks.working}/deliveries?limit=100`))[0]?.id);
  const { body } = await read(baseUrl, `/api/v1/recordings/${names["finished.session"]}/link`, visitor);
  names.link = new URL((body as { url: string }).url, baseUrl).pathname.split("/").at(-1) ?? "";
  return names;
}

function sure(id: string | number | undefined): string {
  if (id === undefined) throw new Error("a list lacks what the dump has");
  return String(id);
}
