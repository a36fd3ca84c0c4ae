import type { Criterion } from "../../domain/criteria.ts";

/**
 * What a criterion is called: `label` where it stands by itself, `knowledge` in the middle of a sentence on what somebody showed, and
 * `content` in one on what an answer holds.
 */
type Called = { label: string; knowledge: string; content: string };

export const criteria = {
  technical: { label: "Technical", knowledge: "technical knowledge", content: "technical content" },
  communication: { label: "Communication", knowledge: "communication", content: "communication" },
  problem_solving: { label: "Problem solving", knowledge: "problem solving", content: "problem solving" },
  cultural_fit: { label: "Culture fit", knowledge: "cultural fit", content: "cultural fit" },
} as const satisfies Record<Criterion, Called>;

type Names = { [Key in Criterion as `category:${Key}`]: (typeof criteria)[Key]["label"] };

/** The labels as sentences of a catalogue. */
export const criterionNames = Object.fromEntries(
  Object.entries(criteria).map(([key, { label }]) => [`category:${key}`, label]),
) as Names;

/** What a score says of itself that no question asked for: flags by their codes. */
export const neverAsked = {
  indirect_technical:
    "No question asked for technical knowledge. This score is estimated from answers that show it anyway, and the overall score leaves it out.",
  indirect_communication:
    "No question asked for communication. This score is estimated from answers that show it anyway, and the overall score leaves it out.",
  indirect_problem_solving:
    "No question asked for problem solving. This score is estimated from answers that show it anyway, and the overall score leaves it out.",
  indirect_cultural_fit:
    "No question asked for cultural fit. This score is estimated from answers that show it anyway, and the overall score leaves it out.",
} as const satisfies Record<`indirect_${Criterion}`, string>;
