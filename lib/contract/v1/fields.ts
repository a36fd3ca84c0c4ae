import { z } from "zod";
import { oneLine } from "../fields.ts";

/** Fields that several resources of /api/v1 have. */

/** Says `is required` for what is absent and `must be …` for what is of the wrong kind. */
export const must = (be: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? "is required" : `must be ${be}`),
});

/** Compared as it is sent, sign by sign. */
export const ExternalId = oneLine(200).meta({
  description: "Your system's id. One line, unique within its kind in your organisation.",
  example: "ats-10442",
});

/** What an answer says: absent ones are null. */
export const ExternalIdOrNull = z
  .string()
  .nullable()
  .meta({ description: "Your system's id, where you gave one.", example: "ats-10442" });

/** A moment in a filter or a body, as ISO 8601 with a zone. */
export const Moment = z.iso
  .datetime({ offset: true, ...must("a time such as 2027-01-31T00:00:00Z") })
  .transform((text) => new Date(text));
