import type { Db } from "../db/client.ts";
import * as deletionRequests from "../db/deletion-requests.ts";
import { AppError } from "../errors.ts";

/**
 * The one guard before everything that is done with what a candidate left: while they ask for it to be deleted, nothing is done with
 * it but to answer them. It concerns all their interviews in the organisation, since that is what they ask for.
 * @throws AppError `deletion_requested`
 */
export async function assertUnrestricted(db: Db, about: deletionRequests.Concerned): Promise<void> {
  if (await deletionRequests.findStanding(db, about)) throw restricted();
}

/**
 * The same for what is about to be written: a request waits for this transaction, or this transaction sees it.
 * @throws AppError `deletion_requested`
 */
export async function holdUnrestricted(tx: Db, about: deletionRequests.Concerned): Promise<void> {
  if (await deletionRequests.findStanding(tx, about, true)) throw restricted();
}

function restricted(): AppError {
  return new AppError(
    "deletion_requested",
    "The candidate has asked for their data to be deleted. Until that is answered or taken back, nothing is done with it.",
  );
}
