import * as sealing from "../../sealing.ts";

export { isSealed, SEALED_PREFIX } from "../../sealing.ts";

/** Seals a webhook's secret for the row with this id. */
export function seal(secret: string, rowId: string): string {
  return sealing.seal("webhook-secret", secret, rowId);
}

/**
 * The secret that stands in a webhook's row. One of an earlier version stands there as it is.
 * @returns null when it cannot be opened: the deployment's secret is another now, or the row was tampered with
 */
export function unseal(stored: string, rowId: string): string | null {
  return sealing.isSealed(stored) ? sealing.unseal("webhook-secret", stored, rowId) : stored;
}
