/*
 * What a stranger can cause as often as they like is written down once a minute, with how often it was: the record of who did
 * what must tell of it, and must not be filled by it.
 */

const MINUTE_MS = 60_000;
/** Things told apart at a time by one process. What comes beyond them in the same minute is told together. */
const MAX_TOLD_APART = 500;

/** `together`: it stands for many different things of this kind, not for the one that is at hand. */
type Write = (told: { count: number; together: boolean }) => Promise<void>;
type Known = { since: number; write: Write };

const known = new Map<string, Known>();

/**
 * Writes at once what has not happened in the last minute, and else counts it and writes the count when the minute is over: so
 * at most one row a minute for each `thing`. A process that is ended keeps the counts of its last minute to itself.
 * @param kind what things are told together by, when there are too many to be told apart
 */
export async function onceAMinute(kind: string, thing: string, write: Write): Promise<void> {
  const own = `${kind} ${thing}`;
  const together = !known.has(own) && known.size >= MAX_TOLD_APART;
  const key = together ? kind : own;
  const before = known.get(key);
  if (before) {
    before.since += 1;
    before.write = write;
    return;
  }
  known.set(key, { since: 0, write });
  tellLater(key, together);
  await write({ count: 1, together });
}

function tellLater(key: string, together: boolean): void {
  setTimeout(() => {
    const counted = known.get(key);
    if (!counted) return;
    const { since: count, write } = counted;
    if (count === 0) {
      known.delete(key);
      return;
    }
    counted.since = 0;
    tellLater(key, together);
    void write({ count, together });
  }, MINUTE_MS).unref();
}
