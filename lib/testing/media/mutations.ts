import { randomFrom } from "../../domain/random.ts";

/* Damage that can be done again: the same seed gives the same files. */

const KINDS = ["inserted", "removed", "zeroed", "repeated", "cut", "changed"] as const;
/** Mostly little, sometimes a stretch of parts. */
const LONGEST_BYTES = [8, 1_000, 60_000];

export type Mutation = { kind: (typeof KINDS)[number]; at: number; length: number; fill: number };

/** What the seed does to a file of so many bytes: one to three things. */
export function mutationsFrom(seed: number, sizeBytes: number): Mutation[] {
  const next = randomFrom(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  return Array.from({ length: 1 + below(3) }, () => ({
    kind: KINDS[below(KINDS.length)] ?? "zeroed",
    // Headers are short and decide much.
    at: below(3) === 0 ? below(Math.min(4_096, sizeBytes)) : below(sizeBytes),
    length: 1 + below(LONGEST_BYTES[below(LONGEST_BYTES.length)] ?? 1),
    fill: [0x00, 0xff, 0x41, below(256)][below(4)] ?? 0,
  }));
}

export function mutate(bytes: Buffer, mutations: readonly Mutation[]): Buffer {
  return mutations.reduce(apply, bytes);
}

function apply(bytes: Buffer, { kind, at, length, fill }: Mutation): Buffer {
  const [before, hit, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)];
  switch (kind) {
    case "inserted":
      return Buffer.concat([before, Buffer.alloc(length, fill), hit, after]);
    case "removed":
      return Buffer.concat([before, after]);
    case "zeroed":
      return Buffer.concat([before, Buffer.alloc(hit.byteLength), after]);
    case "changed":
      return Buffer.concat([before, hit.map((byte) => byte ^ fill), after]);
    case "repeated":
      return Buffer.concat([before, hit, hit, after]);
    case "cut":
      return before;
  }
}
