import { z } from "zod";

/*
 * What is being written in a form stays on this computer, for the person who writes it and for what it is about alone, until it is taken,
 * they sign out, or two weeks have passed.
 */

/** What a draft can be of. */
const KINDS = ["reason"] as const;
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

const prefixOf = (kind: (typeof KINDS)[number]) => `talentflow.${kind}.`;

/** A place in this browser for what is being written. */
export type KeptDraft<Values> = {
  /** Names it, so that another place is another draft. */
  key: string;
  /** Whether there is anything in it to keep. */
  isBegun: (values: Values) => boolean;
  /** @param now in milliseconds; a draft that is too old, or that nobody understands, is none */
  read: (now?: number) => Values | null;
  /** Nothing written is no draft. Those that are too old go. */
  write: (values: Values, now?: number) => void;
};

type DraftOf<Values> = {
  kind: (typeof KINDS)[number];
  userId: string;
  /** The id of what it is about. */
  about: string;
  schema: z.ZodType<Values>;
  isBegun: (values: Values) => boolean;
};

export function keptDraft<Values>({ kind, userId, about, schema, isBegun }: DraftOf<Values>): KeptDraft<Values> {
  const key = `${prefixOf(kind)}${userId}.${about}`;
  return {
    key,
    isBegun,
    read: (now = Date.now()) => {
      const kept = schema.safeParse(guarded(() => readFresh(key, now)));
      return kept.success ? kept.data : null;
    },
    write: (values, now = Date.now()) => {
      guarded(() => {
        for (const one of draftKeys()) if (!readFresh(one, now)) localStorage.removeItem(one);
        if (isBegun(values)) localStorage.setItem(key, JSON.stringify({ ...values, at: now }));
        else localStorage.removeItem(key);
      });
    },
  };
}

/** Whoever signs out leaves nothing behind at this computer. */
export function forgetFormDrafts(): void {
  guarded(() => {
    for (const key of draftKeys()) localStorage.removeItem(key);
  });
}

function draftKeys(): string[] {
  const prefixes = KINDS.map(prefixOf);
  return Object.keys(localStorage).filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
}

const Dated = z.looseObject({ at: z.number() });

function readFresh(key: string, now: number): object | null {
  const kept = Dated.safeParse(guarded(() => JSON.parse(localStorage.getItem(key) ?? "null")));
  return kept.success && now - kept.data.at <= KEPT_MS ? kept.data : null;
}

/** Browsers may forbid storage, it may be full, and others may write into it. A draft is a comfort, so then there is none. */
function guarded<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
