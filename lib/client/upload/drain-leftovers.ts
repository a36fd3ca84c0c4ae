import type { UploadAnswer } from "../../contract/upload.ts";
import { LATE_PARTS_KEPT_DAYS } from "../../domain/late-parts.ts";
import { ClientError, NetworkError } from "../fetch-json.ts";
import { uploadApi } from "../interview-api.ts";
import { drainOutbox } from "../outbox/drain-outbox.ts";
import { discardKept, listKeptSessions } from "../outbox/outbox-store.ts";
import { isPassing } from "../retry.ts";
import type { PartInfo } from "./part.ts";
import {
  discardSpooled,
  type Leftover,
  listSpooledSessions,
  noteRefused,
  readLeftovers,
  Spool,
  type SpooledSession,
} from "./spool.ts";
import { UploadStopped } from "./upload-errors.ts";
import { Uploader } from "./uploader.ts";

const DAY_MS = 24 * 3600 * 1000;

/** A session that the server does not know any more is kept this long, in case it was the server's mistake. */
const KEEP_UNKNOWN_MS = 7 * DAY_MS;

/** What comes too late for the server is kept as long as a recruiter may still accept it, and offered this often. */
const KEEP_LATE_MS = LATE_PARTS_KEPT_DAYS * DAY_MS;
export const OFFER_LATE_EVERY_MS = 3600 * 1000;

/** Until a recruiter accepts it, or a request for deletion is answered with "kept". */
const MAY_BE_TAKEN_LATER = new Set(["recording_closed", "deletion_requested"]);

/** Whoever sends a session's leftovers holds this lock: its room, or else one page of the site. */
export const sessionLock = (sessionId: string) => `talentflow-recording-${sessionId}`;

/**
 * Sends what earlier pages of this browser could not, recording and answers, for every session whose room is not open. Ends early without a
 * network: the next call goes on.
 * @param signal for a page that goes away
 * @param onTooLate so many answers will never be taken, and are kept no longer
 */
export async function drainLeftovers(signal: AbortSignal, onTooLate: (answers: number) => void): Promise<void> {
  for (const [sessionId, left] of await listLeft()) {
    if (signal.aborted) return;
    if (!isToBeOffered(left, Date.now())) continue;
    await navigator.locks.request(sessionLock(sessionId), { ifAvailable: true }, async (lock) => {
      if (lock) await drainSession(sessionId, left, signal, onTooLate);
    });
  }
}

/** The sessions that have parts or answers left here. */
async function listLeft(): Promise<Map<string, SpooledSession>> {
  const kept = [...(await listKeptSessions())].map(([id, touchedAt]) => [id, { touchedAt, refusedAt: 0 }] as const);
  return new Map([...kept, ...(await listSpooledSessions())]);
}

/** Whether it is time to ask the server; also when this device's clock was set back since it refused. */
export function isToBeOffered({ refusedAt }: Pick<SpooledSession, "refusedAt">, now: number): boolean {
  return now < refusedAt || now - refusedAt >= OFFER_LATE_EVERY_MS;
}

async function drainSession(
  sessionId: string,
  { touchedAt }: SpooledSession,
  signal: AbortSignal,
  onTooLate: (answers: number) => void,
): Promise<void> {
  const keptFor = Date.now() - touchedAt;
  const tellTooLate = (answers: number) => (answers > 0 ? onTooLate(answers) : undefined);
  const uploader = new Uploader({ api: uploadApi(sessionId), queue: new Spool(sessionId) });
  const close = () => uploader.close();
  signal.addEventListener("abort", close);
  try {
    const isLate = await restoreLeftovers(uploader, sessionId, signal);
    // A part of the recording that is refused keeps no answer back, nor an answer the recording.
    const [sent, told] = await Promise.allSettled([
      Promise.race([uploader.drain(), offline(uploader), aborted(signal)]),
      drainOutbox(sessionId, uploader, signal),
    ]);
    if (told.status === "fulfilled") tellTooLate(told.value);
    if (sent.status === "rejected") throw sent.reason;
    if (isLate) tellTooLate(await keepLate(sessionId, keptFor));
    if (told.status === "rejected") throw told.reason;
  } catch (error) {
    if (signal.aborted) return;
    const refused = (error instanceof ClientError && !isPassing(error)) || error instanceof UploadStopped;
    if (refused && error.code === "erased") return void (await discardAll(sessionId)); // asked for by them, so no word of it
    if (refused && MAY_BE_TAKEN_LATER.has(error.code)) return tellTooLate(await keepLate(sessionId, keptFor));
    if (refused && keptFor > KEEP_UNKNOWN_MS) tellTooLate(await discardAll(sessionId));
    if (!refused && !(error instanceof ClientError || error instanceof NetworkError)) throw error;
  } finally {
    signal.removeEventListener("abort", close);
    uploader.close();
  }
}

/** @returns how many answers were among it */
async function discardAll(sessionId: string): Promise<number> {
  await discardSpooled(sessionId);
  return discardKept(sessionId);
}

/** @returns how many answers are kept no longer */
async function keepLate(sessionId: string, keptForMs: number): Promise<number> {
  if (keptForMs > KEEP_LATE_MS) return discardAll(sessionId);
  await noteRefused(sessionId, Date.now());
  return 0;
}

/**
 * Hands the uploader what an earlier page of this browser has left of its session and the server does not have. What the server does
 * not take now stays where it is, and the server is told how much that is.
 * @param own segments of this page, which are none of it
 * @returns whether there is something that the server does not take now
 * @throws ClientError, NetworkError when the server cannot be asked
 */
export async function restoreLeftovers(
  uploader: Uploader,
  sessionId: string,
  signal: AbortSignal,
  own: (clientKey: string) => boolean = () => false,
): Promise<boolean> {
  const leftovers = (await readLeftovers(sessionId)).filter(({ segment }) => !own(segment.clientKey));
  if (leftovers.length === 0) return false;
  const api = uploadApi(sessionId);
  const { segments, status, accepts_parts } = await api.getUpload(signal);
  const spool = new Spool(sessionId);
  let isLate = false;
  for (const { segment, parts } of leftovers) {
    const arrived = segments.find(({ client_key }) => client_key === segment.clientKey);
    const here = parts.filter(({ seq }) => arrived && hasArrived(seq, arrived));
    for (const part of here) await spool.remove(part);
    const rest = parts.filter((part) => !here.includes(part));
    const total = countParts({ segment, parts }, arrived);
    const isTaken = accepts_parts && (arrived !== undefined || status === "active");
    if (!isTaken && !arrived && rest.length === 0) {
      await spool.forgetSegment(segment); // it never got to its first part
      continue;
    }
    if (rest.length === 0 || isTaken) {
      uploader.restore(segment, rest, total);
      continue;
    }
    isLate = true;
    if (arrived && (arrived.closed_parts ?? 0) < total)
      await api.closeSegment(arrived.segment, { parts: total }, signal);
  }
  return isLate;
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
