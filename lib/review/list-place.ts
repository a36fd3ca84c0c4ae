import type { Place } from "../db/interview-list.ts";
import { isUuid } from "../domain/ids.ts";

/** A place in the list as it stands in an address: `1763805600000_3f2c…`. */
export function formatPlace(place: Place): string {
  return `${place.createdAt.getTime()}_${place.id}`;
}

/** The place that an address speaks of, or null: an old or mangled address simply shows the newest page. */
export function parsePlace(value: string | undefined): Place | null {
  const [millis = "", id = ""] = (value ?? "").split("_");
  if (!/^\d{1,15}$/.test(millis) || !isUuid(id)) return null;
  return { createdAt: new Date(Number(millis)), id };
}
