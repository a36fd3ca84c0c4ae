import { z } from "zod";

/** What stands beside a score that a model gave. All null, or empty, where none was asked. */
export const BesideRubric = {
  rubric_score: z.number().min(0).max(100).nullable().meta({
    description:
      "What the built-in rubric finds in the same words, beside the model’s score; null where no model was asked.",
  }),
  disagreement: z.number().min(-100).max(100).nullable().meta({
    description: "Points by which the model’s score lies above the rubric’s; negative: below.",
  }),
};

export const ModelScores = z
  .array(z.object({ model: z.string(), score: z.number().min(0).max(100).nullable() }))
  .meta({ description: "What each model gave the answer, also where that does not count." });
export type ModelScores = z.infer<typeof ModelScores>;
