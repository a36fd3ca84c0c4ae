import type { Db } from "../db/client.ts";
import * as consents from "../db/consents.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";

/**
 * The rule of every start and of every part: once the link was opened in a browser, the interview is the room's, and nothing is recorded
 * that its candidate has not agreed to. A key of the organisation vouches for them, and so does whoever invited as long as nobody has
 * opened the link. Sittings from before consents were kept go on as they began.
 * @param program whose API key came along, if one did
 * @throws AppError `consent_required`
 */
export async function assertConsented(
  db: Db,
  about: { sessionId: string } | { interviewId: string },
  program: Actor | null,
): Promise<void> {
  const found = await consents.isMissing(db, about);
  if (!found?.isMissing || program?.organizationId === found.organizationId) return;
  throw new AppError("consent_required");
}
