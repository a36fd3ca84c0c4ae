import type { InterviewFilter } from "../../lib/contract/interview-list.ts";
import { LISTED_STATES } from "../../lib/domain/interview-state.ts";

/** The filters of the list as they stand in its address, so that a list can be sent, kept and gone back to. */
export type ListFilter = Pick<InterviewFilter, "search" | "state">;

type Params = Record<string, string | string[] | undefined>;

/** Reads an address; what makes no sense is as if it were not there. */
export function parseListAddress(params: Params): InterviewFilter {
  const one = (name: string) => {
    const value = params[name];
    return typeof value === "string" && value !== "" ? value.slice(0, 200) : undefined;
  };
  return {
    search: one("q"),
    state: LISTED_STATES.find((state) => state === one("state")),
    older: one("older"),
    newer: one("newer"),
  };
}

/** A state that an address asks for and that there is not, or null; shortened, as it is only told. */
export function unknownState({ state }: Params): string | null {
  if (typeof state !== "string" || state === "" || LISTED_STATES.some((known) => known === state)) return null;
  return state.slice(0, 40);
}

export function listAddress({ search, state, older, newer }: InterviewFilter): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: search, state, older, newer })) if (value) params.set(name, value);
  const query = params.toString();
  return query ? `/dashboard?${query}` : "/dashboard";
}
