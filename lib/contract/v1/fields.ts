import { z } from "zod";
import { must, oneLine, says } from "../fields.ts";

/** Fields that several resources of /api/v1 have. */

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

const EARLIEST = Date.UTC(1900, 0, 1);

/** A moment in a filter or a body, as ISO 8601 with a zone. */
export const Moment = z.iso
  .datetime({ offset: true, ...must("time") })
  .refine((text) => !(Date.parse(text) < EARLIEST), says("not_before_1900"))
  .transform((text) => new Date(text));
