import { transaction } from "../../db/client.ts";
import * as webhooks from "../../db/webhooks.ts";
import { isSealed, SEALED_PREFIX, seal } from "./seal.ts";

const AT_ONCE = 100;

/** Seals the secrets that an earlier version stored as they are. A worker does so as it starts; afterwards it finds none. */
export async function sealStored(): Promise<void> {
  while ((await sealSome()) === AT_ONCE);
}

function sealSome(): Promise<number> {
  return transaction(async (tx) => {
    const found = await webhooks.lockUnsealed(tx, SEALED_PREFIX, AT_ONCE);
    for (const { id, secret, previousSecret } of found) {
      const sealed = (stored: string) => (isSealed(stored) ? stored : seal(stored, id));
      const previous = previousSecret === null ? null : sealed(previousSecret);
      await webhooks.storeSecrets(tx, { id, secret: sealed(secret), previousSecret: previous });
    }
    return found.length;
  });
}
