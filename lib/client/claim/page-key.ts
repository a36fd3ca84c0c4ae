const STORED_AS = "talentflow-page-key";
/** A reload lets go of its lock within moments; a duplicated tab never does. */
const RELOAD_WITHIN_MS = 1_000;

let key: Promise<string> | null = null;

/**
 * This page's name towards the server, as long as its tab lives: a reload has the same one and needs no permission to go
 * on. A duplicated tab begins with a copy of the other's memory, but not with its lock, and gets a name of its own.
 */
export function pageKey(): Promise<string> {
  key ??= claimKey();
  return key;
}

async function claimKey(): Promise<string> {
  const before = readStored();
  if (before && (await hold(before, RELOAD_WITHIN_MS))) return before;
  const fresh = crypto.randomUUID();
  await hold(fresh, RELOAD_WITHIN_MS);
  try {
    sessionStorage.setItem(STORED_AS, fresh);
  } catch {
    return fresh; // a browser that stores nothing: a reload will have to ask
  }
  return fresh;
}

function readStored(): string | null {
  try {
    return sessionStorage.getItem(STORED_AS);
  } catch {
    return null; // a browser that stores nothing
  }
}

/** Holds a lock of this name until the page goes away. @returns false when another page has it */
function hold(name: string, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const held = () => {
      resolve(true);
      return new Promise<never>(() => undefined);
    };
    const signal = AbortSignal.timeout(patienceMs);
    navigator.locks.request(`talentflow-page-${name}`, { signal }, held).catch(() => resolve(false));
  });
}
