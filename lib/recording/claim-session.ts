import { CLAIM_LASTS_MS, type ClaimBody } from "../contract/upload.ts";
import { db, transaction } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as events from "../db/session-events.ts";
import * as sessions from "../db/sessions.ts";
import { neededBitsPerSecond } from "../domain/needed-bitrate.ts";
import { type NetworkTally, networkQuality, tallyNetwork } from "../domain/network-quality.ts";
import { mostOf } from "../domain/session-quota.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";
import { assertWithinQuota } from "../sitting/session-limit.ts";
import { getWritableSession } from "../sitting/writable-session.ts";
import { event } from "../words/happened.ts";

/** The log line of a page that begins to record; `client_key` beside it says which page that was. */
const CLAIMED = "session_claimed" as const;

type Session = Awaited<ReturnType<typeof getWritableSession>>;

/**
 * One page at a time records a session: this one from now on, or still. Pages repeat it every five seconds as a sign of
 * life; a page that is silent for longer than a claim lasts has let go, and so has one that says it goes away.
 * @param at other than the database's time: for tests
 * @returns the epoch, which counts the pages that have recorded this session one after the other
 * @throws AppError `session_in_use` while another page holds it; `session_taken_over` to a page that held it before and
 * does not ask for it back; `session_not_found`, `session_ended`, `invitation_revoked`, `invitation_expired`, `session_limit_reached`
 */
export async function claimSession(sessionId: string, body: ClaimBody, at?: Date): Promise<number> {
  const session = await getWritableSession(db(), sessionId);
  if (body.let_go) {
    await sessions.letGoOfClaim(db(), session.id, body.client_key);
    return session.epoch;
  }
  await assertUnrestricted(db(), session);
  const sign = { clientKey: body.client_key, at: at ?? (await databaseNow(db())), ...measured(session, body.network) };
  return (await sessions.renewClaim(db(), session.id, sign)) ?? (await take(session, sign, body.take_over ?? false));
}

async function take(session: Session, sign: sessions.SignOfLife, takeOver: boolean): Promise<number> {
  const { clientKey, at } = sign;
  if (!takeOver && (await events.exists(db(), session.id, CLAIMED, "client_key", clientKey))) {
    throw new AppError("session_taken_over");
  }
  const silentSince = takeOver ? null : new Date(at.getTime() - CLAIM_LASTS_MS);
  const epoch = await transaction(async (tx) => {
    const taken = await sessions.takeClaim(tx, session.id, sign, silentSince, mostOf(session.quota, "claims"));
    if (taken !== null) {
      await events.appendWithin(tx, "log_lines", {
        sessionId: session.id,
        kind: "log",
        ...event(CLAIMED, { client_key: clientKey, epoch: taken }),
      });
    }
    return taken;
  });
  if (epoch === null) {
    await assertWithinQuota(session.id, { claims: 1 });
    throw new AppError("session_in_use");
  }
  return epoch;
}

/** What the page's measurements change: nothing when it sent none. */
function measured(
  session: Session,
  network: ClaimBody["network"],
): Pick<sessions.SignOfLife, "network" | "networkQuality"> {
  if (!network) return {};
  const sample = { rttMs: network.rtt_ms ?? null, uploadBytesPerSecond: network.upload_bps ?? null };
  const need = neededBitsPerSecond(session.recordingConfig as Parameters<typeof neededBitsPerSecond>[0]);
  const tally = tallyNetwork(session.network as NetworkTally, sample, need);
  return { network: tally, networkQuality: networkQuality(tally) };
}
