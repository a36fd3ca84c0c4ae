import type { UploadAnswer } from "../../contract/upload.ts";
import { ClientError, NetworkError } from "../fetch-json.ts";
import { uploadApi } from "../interview-api.ts";
import { drainOutbox } from "../outbox/drain-outbox.ts";
import { discardKept, listKeptSessions } from "../outbox/outbox-store.ts";
import { isPassing } from "../retry.ts";
import type { PartInfo } from "./part.ts";
import { discardSpooled, type Leftover, listSpooledSessions, readLeftovers, Spool } from "./spool.ts";
import { UploadStopped } from "./upload-errors.ts";
import { Uploader } from "./uploader.ts";

/** A session that the server does not know any more is kept this long, in case it was the server's mistake. */
const KEEP_REFUSED_MS = 7 * 24 * 3600 * 1000;

/** Whoever sends a session's leftovers holds this lock: its room, or else one page of the site. */
export const sessionLock = (sessionId: string) => `talentflow-recording-${sessionId}`;

/**
 * Sends what earlier pages of this browser could not, recording and answers, for every session whose room is not open. Ends early without a
 * network: the next call goes on.
 * @param signal for a page that goes away
 */
export async function drainLeftovers(signal: AbortSignal): Promise<void> {
  for (const [sessionId, touchedAt] of new Map([...(await listKeptSessions()), ...(await listSpooledSessions())])) {
    if (signal.aborted) return;
    await navigator.locks.request(sessionLock(sessionId), { ifAvailable: true }, async (lock) => {
      if (lock) await drainSession(sessionId, touchedAt, signal);
    });
  }
}

async function drainSession(sessionId: string, touchedAt: number, signal: AbortSignal): Promise<void> {
  const uploader = new Uploader({ api: uploadApi(sessionId), queue: new Spool(sessionId) });
  const close = () => uploader.close();
  signal.addEventListener("abort", close);
  try {
    await restoreLeftovers(uploader, sessionId, signal);
    await Promise.race([uploader.drain(), offline(uploader), aborted(signal)]);
    await drainOutbox(sessionId, uploader, signal);
  } catch (error) {
    if (signal.aborted) return;
    const refused = (error instanceof ClientError && !isPassing(error)) || error instanceof UploadStopped;
    if (refused && Date.now() - touchedAt > KEEP_REFUSED_MS) {
      await discardSpooled(sessionId);
      await discardKept(sessionId);
    }
    if (!refused && !(error instanceof ClientError || error instanceof NetworkError)) throw error;
  } finally {
    signal.removeEventListener("abort", close);
    uploader.close();
  }
}

/**
 * Hands the uploader what an earlier page of this browser has left of its session and the server does not have.
 * @param own segments of this page, which are none of it
 * @throws ClientError, NetworkError when the server cannot be asked
 */
export async function restoreLeftovers(
  uploader: Uploader,
  sessionId: string,
  signal: AbortSignal,
  own: (clientKey: string) => boolean = () => false,
): Promise<void> {
  const leftovers = (await readLeftovers(sessionId)).filter(({ segment }) => !own(segment.clientKey));
  if (leftovers.length === 0) return;
  const { segments } = await uploadApi(sessionId).getUpload(signal);
  const spool = new Spool(sessionId);
  for (const { segment, parts } of leftovers) {
    const arrived = segments.find(({ client_key }) => client_key === segment.clientKey);
    const here = parts.filter(({ seq }) => arrived && hasArrived(seq, arrived));
    for (const part of here) await spool.remove(part);
    uploader.restore(
      segment,
      parts.filter((part) => !here.includes(part)),
      countParts({ segment, parts }, arrived),
    );
  }
}

type Arrived = UploadAnswer["segments"][number];

/** A part above all holes may have arrived too; sending it again does no harm. */
function hasArrived(seq: number, { acked_through, missing }: Arrived): boolean {
  return seq <= acked_through || (seq < Math.max(...missing) && !missing.includes(seq));
}

/** A page that crashed could not say how many parts its segment has: it has those that it kept or brought over. */
function countParts({ segment, parts }: Leftover, arrived: Arrived | undefined): number {
  const kept = parts.reduce((most, { seq }: PartInfo) => Math.max(most, seq + 1), 0);
  return segment.parts ?? arrived?.closed_parts ?? Math.max(kept, (arrived?.acked_through ?? -1) + 1);
}

function offline(uploader: Uploader): Promise<void> {
  return new Promise((resolve) => {
    uploader.subscribe(() => {
      if (!uploader.getState().online) resolve();
    });
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
