/** Why there is no number: too few cases, or cases that do not differ, so that nothing can be told from them. */
export type Withheld = "too_few" | "no_variance";

/** A figure with the number of cases that it rests on. */
export type Figure = { n: number; value: number } | { n: number; value: null; why: Withheld };

/** @param value what the cases come to; null or not finite: they do not differ */
export function figure(n: number, least: number, value: () => number | null): Figure {
  if (n < least) return { n, value: null, why: "too_few" };
  const found = value();
  return found === null || !Number.isFinite(found) ? { n, value: null, why: "no_variance" } : { n, value: found };
}

/** A figure made of others: it rests on as few cases as the one with the fewest, and is withheld with any of them. */
export function derived(from: readonly [Figure, ...Figure[]], value: (...values: number[]) => number): Figure {
  const withheld = from.find((each) => each.value === null);
  const n = Math.min(...from.map((each) => each.n));
  if (withheld?.value === null) return { n, value: null, why: withheld.why };
  return figure(n, 0, () => value(...from.flatMap((each) => each.value ?? [])));
}
