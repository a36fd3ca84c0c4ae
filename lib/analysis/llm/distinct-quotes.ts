import type { Criterion } from "../../domain/criteria.ts";

/** A quote that stands in the answer, and where. */
export type Found = { category: Criterion; quote: string; note: string; start: number; end: number };

/** Whether the shorter of two stretches mostly lies in the other. */
export function overlap(a: Pick<Found, "start" | "end">, b: Pick<Found, "start" | "end">): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared * 2 >= Math.min(a.end - a.start, b.end - b.start);
}

/**
 * Leaves each stretch of the answer to one category: the same words cannot show four things. As many categories as possible keep a stretch
 * of their own; what is left goes to the category that named it first.
 * @returns `shared`: what was quoted for a category beside the one that keeps it
 */
export function distinctQuotes(found: readonly Found[]): { kept: Found[]; shared: Found[] } {
  const stretches: Found[] = [];
  const numberOf = (each: Found) => {
    const known = stretches.findIndex((stretch) => overlap(stretch, each));
    return known >= 0 ? known : stretches.push(each) - 1;
  };
  const numbered = found.map((each) => ({ each, stretch: numberOf(each) }));
  const owners = matched(numbered.map(({ each, stretch }) => ({ category: each.category, stretch })));
  for (const { each, stretch } of numbered) if (!owners.has(stretch)) owners.set(stretch, each.category);
  const isKept = ({ each, stretch }: { each: Found; stretch: number }) => owners.get(stretch) === each.category;
  return {
    kept: numbered.filter(isKept).map(({ each }) => each),
    shared: numbered.filter((one) => !isKept(one)).map(({ each }) => each),
  };
}

type Claim = { category: Criterion; stretch: number };

/** A largest matching of categories and stretches, by augmenting paths (Kuhn 1955): four categories, so it is small. */
function matched(claims: readonly Claim[]): Map<number, Criterion> {
  const owners = new Map<number, Criterion>();
  const findStretch = (category: Criterion, tried: Set<number>): boolean => {
    for (const claim of claims) {
      if (claim.category !== category || tried.has(claim.stretch)) continue;
      tried.add(claim.stretch);
      const owner = owners.get(claim.stretch);
      if (owner !== undefined && !findStretch(owner, tried)) continue;
      owners.set(claim.stretch, category);
      return true;
    }
    return false;
  };
  for (const category of new Set(claims.map((claim) => claim.category))) findStretch(category, new Set());
  return owners;
}
