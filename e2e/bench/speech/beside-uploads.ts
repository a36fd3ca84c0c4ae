import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fixtureParts } from "../../support/recording.ts";
import type { TestServer } from "../../support/server.ts";
import { firstInterview } from "../../support/server-client.ts";
import { speechVariables } from "../../support/speech.ts";
import type { Tenant } from "../../support/tenant.ts";
import { openSegment } from "../recording/published.ts";
import { type Candidates, load, type Run } from "../recording/upload.ts";
import type { Say } from "../say.ts";
import { percentile } from "../statistics.ts";
import { postJson, withServer } from "../with-server.ts";

const LOAD: Candidates = { candidates: 20, seconds: 60 };
/** Each is heard in a process of its own, one after the other: more than there is time for. */
const SPOKEN_ANSWERS = 150;
const MEDIA = "chrome-webm/segment-0";

/**
 * Whether writing down what is said slows down those who upload: twenty candidates send a part a second, first alone, then while answers are
 * heard one after the other, then alone again.
 */
export async function benchBesideUploads(say: Say): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "beside-uploads-"));
  try {
    const variables = await speechVariables(folder);
    say(
      variables.SPEECH_ENGINE ? "with the engine that stands in" : `with ${variables.SPEECH_MODEL?.split("/").at(-1)}`,
    );
    await withServer((server, tenant) => measure(server, tenant, say), variables);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(server: TestServer, tenant: Tenant, say: Say): Promise<void> {
  const before = await uploads(server, tenant);
  tell(say, "alone, before", before);
  await speakALot(server);
  await delay(2_000);
  const waitedBefore = await waiting();
  const beside = await uploads(server, tenant);
  const heard = waitedBefore - (await waiting());
  tell(say, `while ${heard} answers were heard`, beside);
  if ((await waiting()) === 0) say("all answers had been heard before the end: the middle is not only beside them");
  await forget();
  const after = await uploads(server, tenant);
  tell(say, "alone, after", after);
  const alone = (p95(before) + p95(after)) / 2;
  say(`p95 beside transcription / alone: ${(p95(beside) / alone).toFixed(2)}`);
}

async function uploads(server: TestServer, tenant: Tenant): Promise<Run> {
  const segments = await Promise.all(
    Array.from({ length: LOAD.candidates }, () => openSegment(server.baseUrl, tenant)),
  );
  const pathOf = (candidate: number, seq: number) => {
    const segment = segments[candidate];
    return `/api/interview/session/${segment?.sessionId}/segments/${segment?.segment}/parts/${seq}`;
  };
  return load(server.baseUrl, server.pids().web, pathOf, LOAD);
}

/** One sitting with many spoken answers, all of whose sound is there. */
async function speakALot(server: TestServer): Promise<void> {
  const interview = await firstInterview(server);
  await interview.uploadSegment(await fixtureParts(MEDIA));
  for (let answer = 0; answer < SPOKEN_ANSWERS; answer++) {
    const session_id = interview.sessionId;
    const asked = { session_id, question_data: { text: `What have you worked on (${answer})?` } };
    const { question_id } = await postJson(server.baseUrl, "/api/interview/question/add", asked);
    const answer_data = { text: "", answered_by: "voice", duration: 7, media: { segment: 0, offset_ms: 200 } };
    await postJson(server.baseUrl, "/api/interview/answer/add", { session_id, question_id, answer_data });
  }
}

async function waiting(): Promise<number> {
  const { db } = await import("../../../lib/db/client.ts");
  return db().transcriptionTask.count({ where: { state: { in: ["queued", "running"] } } });
}

/** What is still to be heard is left. */
async function forget(): Promise<void> {
  const { db } = await import("../../../lib/db/client.ts");
  await db().$executeRaw`DELETE FROM pgboss.job WHERE name = 'transcription.run'`;
  while ((await db().transcriptionTask.count({ where: { state: "running" } })) > 0) await delay(500);
}

const p95 = (run: Run) => percentile(run.acknowledgedMs, 95);

function tell(say: Say, when: string, run: Run): void {
  const ms = (percent: number) => percentile(run.acknowledgedMs, percent).toFixed(1);
  say(
    `${when}: ${run.acknowledgedMs.length} parts, ${run.errors} errors; acknowledged p50 ${ms(50)} ms, p95 ${ms(95)} ms, p99 ${ms(99)} ms`,
  );
}
