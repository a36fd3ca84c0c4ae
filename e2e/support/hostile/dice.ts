import { randomFrom } from "../../../lib/domain/random.ts";

/** Choices that come again with the same seed. */
export type Dice = {
  /** A whole number from 0 up to below `below`. */
  below(below: number): number;
  /** True in `share` (0–1) of all throws. */
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
};

export function diceFrom(seed: number): Dice {
  const next = randomFrom(seed);
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    chance: (share) => next() < share,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new Error("there is nothing to pick from");
      return from[below(from.length)] as T;
    },
  };
}
