import type { Db } from "../db/client.ts";
import * as deletionRequests from "../db/deletion-requests.ts";
import { AppError } from "../errors.ts";

/**
 * The one guard before everything that is done with what a candidate left: while they ask for it to be deleted, nothing is done with
 * it but to answer them. It concerns all their interviews in the organisation, since that is what they ask for. Once they are erased, or
 * being erased, it is gone for good: a browser that still holds something of it deletes that.
 * @throws AppError `deletion_requested`, `erased`
 */
export async function assertUnrestricted(db: Db, about: deletionRequests.Concerned): Promise<void> {
  const standing = await deletionRequests.findStanding(db, about);
  if (standing) throw restricted(standing);
}

/**
 * The same for what is about to be written: a request waits for this transaction, or this transaction sees it.
 * @throws AppError `deletion_requested`, `erased`
 */
export async function holdUnrestricted(tx: Db, about: deletionRequests.Concerned): Promise<void> {
  const standing = await deletionRequests.findStanding(tx, about, true);
  if (standing) throw restricted(standing);
}

function restricted({ erasingSince }: deletionRequests.StandingRequest): AppError {
  if (erasingSince) return erased();
  return new AppError("deletion_requested");
}

/** To whoever still holds something of a candidate who is gone. */
export function erased(): AppError {
  return new AppError("erased");
}
