import type { LateParts } from "../contract/late-parts.ts";
import type { LateParts as Found } from "../db/late-parts.ts";

export function presentLateParts({ missing, openUntil, acceptedAt }: Found): LateParts {
  return {
    waiting: missing,
    open_until: openUntil?.toISOString() ?? null,
    accepted_at: acceptedAt?.toISOString() ?? null,
  };
}
