const STORED_AS = "talentflow-page-key";
/** A reload lets go of its lock within moments; a duplicated tab never does. */
const RELOAD_WITHIN_MS = 1_000;

let key: Promise<string> | null = null;

/**
 * This page's name towards the server, as long as its tab lives: a reload has the same one and needs no permission to go
 * on, and so has the page that is opened after the last one was closed. A duplicated tab begins with a copy of the other's
 * memory, but not with its lock, and gets a name of its own.
 */
export function pageKey(): Promise<string> {
  key ??= claimKey();
  return key;
}

/** A page of this name has a session: the next one of this browser may go on under it, when this one is gone. */
export function leavePageKey(own: string): void {
  store(() => localStorage, own);
}

async function claimKey(): Promise<string> {
  const before = new Set([read(() => sessionStorage), read(() => localStorage)]);
  for (const name of before) {
    if (name && (await hold(name, RELOAD_WITHIN_MS))) return keep(name);
  }
  const fresh = crypto.randomUUID();
  await hold(fresh, RELOAD_WITHIN_MS);
  return keep(fresh);
}

function keep(own: string): string {
  store(() => sessionStorage, own);
  return own;
}

/** Browsers may forbid storage, by throwing as soon as it is named: a reload will have to ask then. */
function store(storage: () => Storage, own: string): void {
  try {
    storage().setItem(STORED_AS, own);
  } catch {
    return;
  }
}

function read(storage: () => Storage): string | null {
  try {
    return storage().getItem(STORED_AS);
  } catch {
    return null;
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
