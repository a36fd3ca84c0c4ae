import { createHash } from "node:crypto";
import * as audience from "../db/audience.ts";
import type { Db } from "../db/client.ts";
import type { ConsentWords } from "../db/consents.ts";
import { consentVersion, type OutsideService, type WritesDown } from "../domain/consent.ts";
import { type ConsentNotice, noticeText } from "../domain/consent-notice.ts";
import { type RoomRecording, roomRecording } from "../domain/room-recording.ts";
import { env } from "../env.ts";
import { consentNotice } from "../words/consent-words.ts";
import { toLocale } from "../words/locale.ts";

type Invited = {
  organizationId: string;
  locale: string;
  organization: { name: string; sandboxOfId: string | null };
  session: { recordingConfig: unknown } | null;
  version: { browserRecognition: boolean };
};

/** What a candidate is asked to agree to now, and under which hash it is kept. */
export async function consentWordsFor(
  db: Db,
  invited: Invited,
): Promise<{ notice: ConsentNotice; kept: ConsentWords }> {
  const { organizationId, organization, session, version } = invited;
  const recorded = roomRecording(session && (session.recordingConfig as Partial<RoomRecording>));
  const isSandbox = organization.sandboxOfId !== null;
  const outside = isSandbox ? null : outsideService();
  const seenBy = await audience.find(db, organizationId);
  const locale = toLocale(invited.locale);
  const notice = consentNotice(
    {
      ...{ organization: organization.name, recorded, outside, audience: seenBy },
      ...{ writesDown: isSandbox ? "nowhere" : writesDown(outside), browserRecognition: version.browserRecognition },
    },
    locale,
  );
  const text = noticeText(notice);
  const hash = createHash("sha256").update(text).digest("hex");
  return { notice, kept: { hash, language: locale, version: consentVersion(outside, recorded), text } };
}

/** Who works on answers besides this server, as it is configured now. What this server writes down itself goes to nobody. */
export function outsideService(): OutsideService | null {
  const { ai, speech } = env();
  if (!ai.enabled) return null;
  const scores = ai.model !== undefined;
  const transcribes = ai.transcriptionModel !== undefined && speech.model === "off";
  return scores || transcribes ? { host: new URL(ai.baseUrl).hostname, scores, transcribes } : null;
}

/** @param outside who works on the answers of this interview besides this server */
export function writesDown(outside: OutsideService | null): WritesDown {
  if (env().speech.model !== "off") return "here";
  return outside?.transcribes ? "outside" : "nowhere";
}
