import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { SpeechState } from "../speech-state.ts";

/** Progress is told so often; what changes is told at once. */
const TOLD_EVERY_MS = 500;

const NOTHING: Omit<SpeechState, "since"> = {
  state: "waiting",
  model: null,
  languages: [],
  sha256: null,
  fetchedBytes: null,
  totalBytes: null,
  reason: null,
  retryAt: null,
};

export type StateKeeper = {
  /** How things stand now; what is not said is as where there is nothing. */
  say(now: Partial<SpeechState> & Pick<SpeechState, "state">): void;
  /** How things stood last. */
  last(): SpeechState | null;
  /** Waits until the file says what was said. */
  written(): Promise<void>;
};

/** Tells whoever asks to hear how things stand, and writes it into a file, whole each time. */
export function stateKeeper(file: string, onState: (state: SpeechState) => void): StateKeeper {
  let last: SpeechState | null = null;
  let toldAt = 0;
  let writing: Promise<void> = Promise.resolve();
  return {
    say(now) {
      const next = { ...NOTHING, ...now };
      const same = last !== null && said(last) === said(next);
      if (same && !isDue(last, next, toldAt)) return;
      last = { ...next, since: same && last ? last.since : new Date().toISOString() };
      toldAt = Date.now();
      onState(last);
      const text = JSON.stringify(last);
      writing = writing.then(() => write(file, text)).catch(() => {}); // a full disk: what is told in memory stands
    },
    last: () => last,
    written: () => writing,
  };
}

/** What the file says, or null where there is none. */
export async function readState(file: string): Promise<SpeechState | null> {
  try {
    return SpeechState.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return null;
  }
}

/** All of it but how far it is. */
function said({ fetchedBytes: _fetched, since: _since, ...rest }: Partial<SpeechState>): string {
  return JSON.stringify(Object.entries(rest).sort());
}

function isDue(last: SpeechState | null, next: Partial<SpeechState>, toldAt: number): boolean {
  if (next.fetchedBytes === last?.fetchedBytes) return false;
  return next.fetchedBytes === next.totalBytes || Date.now() - toldAt >= TOLD_EVERY_MS;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, file);
}
