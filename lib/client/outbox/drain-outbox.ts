import { ClientError } from "../fetch-json.ts";
import { UploadStopped } from "../upload/upload-errors.ts";
import type { Uploader } from "../upload/uploader.ts";
import { wireMark } from "../upload/wire-mark.ts";
import { Outbox } from "./outbox.ts";
import { DiskOutboxStore, discardKept } from "./outbox-store.ts";
import { tellServer } from "./tell-server.ts";

/** After these nothing of an interview is taken any more, so the next person at this computer need not find it. */
const OVER = new Set(["session_ended", "interview_completed", "invitation_expired", "invitation_revoked"]);

/**
 * Tells the server what the room of a session could not, from any page of the site. Ends early without a network: the next
 * call goes on. What is not taken any more because the interview is over is not kept.
 * @returns how many answers came too late, and are gone now
 * @throws ClientError when the server refuses it for another reason
 * @param uploader of the same session's recording, which comes before the end
 * @param signal for a page that goes away
 */
export async function drainOutbox(sessionId: string, uploader: Uploader, signal: AbortSignal): Promise<number> {
  const outbox = new Outbox({
    store: new DiskOutboxStore(sessionId),
    send: tellServer(sessionId, {
      toWire: (mark) => wireMark(mark, (info) => uploader.openSegment(info)),
      beforeEnd: () => uploader.drain().catch(unlessStopped),
    }),
  });
  const close = () => outbox.close();
  signal.addEventListener("abort", close);
  try {
    await outbox.restore();
    await Promise.race([outbox.settled(), untilTrouble(outbox), aborted(signal)]);
    return 0;
  } catch (error) {
    if (!(error instanceof ClientError && OVER.has(error.code))) throw error;
    return await discardKept(sessionId);
  } finally {
    signal.removeEventListener("abort", close);
    outbox.close();
  }
}

/** What was refused for good of the recording holds nobody back. */
function unlessStopped(error: unknown): void {
  if (!(error instanceof UploadStopped)) throw error;
}

function untilTrouble(outbox: Outbox): Promise<void> {
  return new Promise((resolve) => {
    outbox.subscribe(() => {
      if (outbox.getState().trouble) resolve();
    });
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
