import { createHash } from "node:crypto";
import * as audience from "../db/audience.ts";
import type { Db } from "../db/client.ts";
import type { ConsentWords } from "../db/consents.ts";
import { consentVersion, type OutsideService } from "../domain/consent.ts";
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
};

/** What a candidate is asked to agree to now, and under which hash it is kept. */
export async function consentWordsFor(
  db: Db,
  invited: Invited,
): Promise<{ notice: ConsentNotice; kept: ConsentWords }> {
  const { organizationId, organization, session } = invited;
  const recorded = roomRecording(session && (session.recordingConfig as Partial<RoomRecording>));
  const outside = organization.sandboxOfId ? null : outsideService();
  const seenBy = await audience.find(db, organizationId);
  const locale = toLocale(invited.locale);
  const notice = consentNotice({ organization: organization.name, recorded, outside, audience: seenBy }, locale);
  const text = noticeText(notice);
  const hash = createHash("sha256").update(text).digest("hex");
  return { notice, kept: { hash, language: locale, version: consentVersion(outside, recorded), text } };
}

/** Who works on answers besides this server, as it is configured now. */
export function outsideService(): OutsideService | null {
  const { ai } = env();
  if (!ai.enabled || (ai.model === undefined && ai.transcriptionModel === undefined)) return null;
  return {
    host: new URL(ai.baseUrl).hostname,
    scores: ai.model !== undefined,
    transcribes: ai.transcriptionModel !== undefined,
  };
}
