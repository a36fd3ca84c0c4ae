import { z } from "zod";

/** Points of 100. Null: there is no score, or it was made before its error was kept, or nobody could tell. */
export const StandardError = z.number().min(0).nullable();

/** 95 % of what a score could as well have been: 1.96 standard errors on either side, within 0–100. */
export const Band = z.object({ low: z.number().min(0).max(100), high: z.number().min(0).max(100) }).nullable();
export type Band = z.infer<typeof Band>;
