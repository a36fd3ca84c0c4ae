import { z } from "zod";
import type { Coverage as Measured } from "../domain/coverage.ts";
import { LOOK_REASONS } from "../domain/look-reasons.ts";

const count = z.int().min(0);

/** Which questions an interview's scores rest on. */
export const Coverage = z.object({
  /** Measured by the template's questions, or by those that the employer's program asked. */
  basis: z.enum(["template", "asked"]),
  /** Questions that it is measured by; of these asked, with an answer, and with an answer that has a score. */
  total: count,
  asked: count,
  answered: count,
  scored: count,
  /** Of the template's: asked in other words. */
  other_words: count,
  /** That nobody of the employer's side vouches for. */
  unvouched: count,
  /** That the employer's program worded. */
  of_program: count,
});
export type Coverage = z.infer<typeof Coverage>;

/** Why a person must look, the most serious first. */
export const LookReasons = z.array(z.object({ code: z.enum(LOOK_REASONS), message: z.string() }));
export type LookReasons = z.infer<typeof LookReasons>;

export function coverageOnWire({ otherWords, ofProgram, ...same }: Measured): Coverage {
  return { ...same, other_words: otherWords, of_program: ofProgram };
}
