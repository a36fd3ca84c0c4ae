import type { Dice } from "./dice.ts";
import { hostileValue, KEYS, TEXTS } from "./hostile-values.ts";

type Holder = Record<string, unknown> | unknown[];

/** Puts something hostile into a JSON value, somewhere in it: changed, missing or too much. Changes the value itself. */
export function mutate(root: unknown, dice: Dice): unknown {
  const places = placesIn(root);
  if (places.length === 0 || dice.chance(0.05)) return hostileValue(dice);
  const { holder, key } = dice.pick(places);
  const current = (holder as Record<string | number, unknown>)[key];
  switch (dice.below(6)) {
    case 0:
      Reflect.deleteProperty(holder, key);
      break;
    case 1:
      set(holder, dice.pick([...KEYS, "extra", dice.pick(TEXTS)]), hostileValue(dice));
      break;
    case 2:
      set(holder, key, dice.chance(0.5) ? [current] : { [String(key)]: current });
      break;
    case 3:
      set(holder, key, repeated(current, dice.pick([2, 100, 1_000])));
      break;
    default:
      set(holder, key, hostileValue(dice));
  }
  return root;
}

/** As often as makes a body that is too large, and no oftener. */
function repeated(value: unknown, times: number): unknown[] {
  const length = JSON.stringify(value)?.length ?? 1;
  // Copies: what is put into one later must not become as many.
  return Array.from({ length: Math.min(times, Math.ceil(300_000 / length)) }, () => structuredClone(value));
}

/** Also `__proto__` becomes a field of its own, as JSON.parse makes it. */
function set(holder: Holder, key: string | number, value: unknown): void {
  Object.defineProperty(holder, key === "length" && Array.isArray(holder) ? "0" : key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function placesIn(value: unknown, depth = 0): { holder: Holder; key: string | number }[] {
  if (typeof value !== "object" || value === null || depth > 8) return [];
  const holder = value as Holder;
  const keys = Array.isArray(holder) ? [...holder.keys()].slice(0, 10) : Object.keys(holder);
  return keys.flatMap((key) => [
    { holder, key },
    ...placesIn((holder as Record<string | number, unknown>)[key], depth + 1),
  ]);
}
