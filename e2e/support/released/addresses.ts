import type { Operation } from "../../../lib/contract/operation.ts";

/*
 * What is read of an installation: every address that reads, with names for the ids in it (names.ts). The record of who did what comes
 * first, because reading adds to it.
 */

const SITTINGS = ["finished", "running", "asked", "silent"];
const INTERVIEWS = [...SITTINGS, "expired", "open", "revoked"];
const each = (names: string[], ...addresses: string[]) =>
  names.flatMap((name) => addresses.map((address) => address.replaceAll("{x.", `{${name}.`)));

const ACCOUNT = [
  "/api/v1/audit-events?limit=100",
  "/api/v1/audit-events?action=decision.made",
  "/api/v1/audit-events?subject_id={finished.interview}",
  "/api/v1/api-keys",
  "/api/v1/webhooks?limit=1",
  ...["/api/v1/webhooks/{webhook.working}", "/api/v1/webhooks/{webhook.broken}"],
  "/api/v1/webhooks/{webhook.gone}",
  ...["/api/v1/webhooks/{webhook.working}/deliveries?limit=3", "/api/v1/webhooks/{webhook.broken}/deliveries"],
  "/api/v1/webhooks/{webhook.working}/deliveries?status=failed",
  "/api/v1/webhooks/{webhook.working}/deliveries/{delivery}",
  "/api/v1/share-links?limit=1",
];

const DOCUMENTED = [
  ...each(INTERVIEWS, "/api/interview/analysis/{x.candidate}", "/api/interview/recording/{x.candidate}"),
  ...each(INTERVIEWS, "/api/interview/recording/{x.candidate}/media"),
  "/api/interview/recording/{finished.candidate}/media?file=2&download=1",
  "/api/interview/recording/{finished.candidate}/media?format=mp4",
  "/api/interview/analysis/{finished.candidate}?session_id={finished.session}",
  "/api/interview/recording/{finished.candidate}?session_id={finished.writes}",
  ...each(SITTINGS, "/api/interview/session/{x.session}", "/api/interview/session/{x.writes}"),
  ...each(SITTINGS, "/api/interview/session/{x.writes}/upload", "/api/interview/session/{x.writes}/next-questions"),
  ...each(SITTINGS, "/api/interview/session/{x.writes}/voice/introduction", "/api/interview/session/{x.writes}/words"),
];

const PROVISIONING = [
  "/api/v1/candidates?limit=2",
  ...["q=zofie", "q=%E1%BA%90ofie%20%C3%85ngstr%C3%B6m", "email=ADA%40example.com", "external_id=cand-7"].map(
    (query) => `/api/v1/candidates?${query}`,
  ),
  ...each(INTERVIEWS, "/api/v1/candidates/{x.candidate}"),
  ...["limit=1", "archived=true", "external_id=platform-2026", "name=Webmaster"].map(
    (query) => `/api/v1/templates?${query}`,
  ),
  ...["/api/v1/templates/{template.used}", "/api/v1/templates/{template.archived}"],
  "/api/v1/interviews?limit=2",
  ...["invited", "in_progress", "interrupted", "completed", "to_review", "expired", "revoked"].map(
    (state) => `/api/v1/interviews?state=${state}&fields=state`,
  ),
  ...["recommendation=needs_review", "decision=needs_review", "external_id=app-1", "template_id={template.used}"].map(
    (query) => `/api/v1/interviews?${query}&fields=state,decision,analysis`,
  ),
  ...each(INTERVIEWS, "/api/v1/interviews/{x.interview}", "/api/v1/interviews/{x.interview}/link"),
];

const RESULTS = [
  ...["sessions", "recordings", "analyses", "decisions"].map((list) => `/api/v1/${list}?limit=1`),
  ...["/api/v1/sessions?status=active", "/api/v1/recordings?recording_status=completed"],
  ...["latest=1&fields=overall_score,final_status", "final_status=needs_review", "analysis_status=failed"].map(
    (query) => `/api/v1/analyses?${query}`,
  ),
  "/api/v1/decisions?decision=passed",
  ...each(SITTINGS, "/api/v1/sessions/{x.session}", "/api/v1/sessions/{x.writes}"),
  ...each(SITTINGS, "/api/v1/sessions/{x.session}/questions?limit=4", "/api/v1/sessions/{x.session}/analyses"),
  ...each(SITTINGS, "/api/v1/sessions/{x.session}/analysis", "/api/v1/sessions/{x.session}/analysis?version=1"),
  ...each(SITTINGS, "/api/v1/recordings/{x.session}", "/api/v1/recordings/{x.session}/link"),
  "/api/v1/sessions/{finished.session}/analyses/changes?from=1&to=3",
  "/api/media/{link}",
  ...["/api/v1/analyses/{analysis.1}", "/api/v1/analyses/{analysis.3}", "/api/v1/decisions/{decision}"],
  ...["csv", "jsonl", "xlsx"].map((format) => `/api/v1/exports/interviews?format=${format}`),
  "/api/v1/exports/interviews?format=jsonl&search=zofie",
];

const PAGES = [
  ...each(INTERVIEWS, "/api/interviews/{x.interview}/review", "/api/interviews/{x.interview}/decision"),
  ...each(SITTINGS, "/api/interviews/{x.interview}/review/questions?after=3"),
  "/api/interviews/{finished.interview}/analysis/changes?from=1&to=3",
  "/api/interviews/version?state=completed",
  ...["/api/share/{finished.share}/media", "/api/share/{finished.share}/media?file=2&download=1"],
  ...["/api/health", "/api/ready", "/api/live", "/api/openapi.json"],
];

export const ADDRESSES: readonly string[] = [...ACCOUNT, ...DOCUMENTED, ...PROVISIONING, ...RESULTS, ...PAGES];

/** Whether this address is one of the operation's. */
export function asksFor({ path }: Operation, address: string): boolean {
  const [asked = ""] = address.split("?");
  const [steps, wanted] = [asked.split("/"), path.split("/")];
  return steps.length === wanted.length && wanted.every((step, at) => step.startsWith("{") || step === steps[at]);
}
