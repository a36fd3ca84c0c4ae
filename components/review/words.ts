import {
  CalendarX2,
  CircleCheck,
  CircleX,
  Hourglass,
  type LucideIcon,
  Mail,
  RotateCcw,
  Undo2,
  Unplug,
} from "lucide-react";
import type { Tone } from "@/components/ui/tone.tsx";
import type { ReviewQuestion } from "@/lib/contract/review.ts";
import type { InterviewState, ListedState } from "@/lib/domain/interview-state.ts";
import type { FinalStatus } from "@/lib/domain/status.ts";
import { type Criterion, perCriterion } from "../../lib/domain/criteria.ts";
import { criteria } from "../../lib/words/en/criteria.ts";

/* What the contract's words are called on our pages. */

type Said = { label: string; tone: Tone; icon: LucideIcon };

export const STATE_WORDS: Record<InterviewState, Said> = {
  invited: { label: "Invited", tone: "neutral", icon: Mail },
  in_progress: { label: "In progress", tone: "info", icon: Hourglass },
  interrupted: { label: "Interrupted", tone: "caution", icon: Unplug },
  completed: { label: "Completed", tone: "neutral", icon: CircleCheck },
  expired: { label: "Expired", tone: "neutral", icon: CalendarX2 },
  revoked: { label: "Revoked", tone: "neutral", icon: Undo2 },
};

/** What the list can be narrowed to. */
export const LISTED_STATE_WORDS: Record<ListedState, string> = {
  to_review: "To review",
  another_look: "Another look",
  deletion_requested: "Asked for deletion",
  invited: STATE_WORDS.invited.label,
  in_progress: STATE_WORDS.in_progress.label,
  interrupted: STATE_WORDS.interrupted.label,
  completed: STATE_WORDS.completed.label,
  expired: STATE_WORDS.expired.label,
  revoked: STATE_WORDS.revoked.label,
};

/** A recommendation suggests one of these, a person decides one of these. `brief` goes into the middle of a line. */
export const VERDICT_WORDS: Record<FinalStatus, Said & { brief: string }> = {
  passed: { label: "Move forward", brief: "move forward", tone: "positive", icon: CircleCheck },
  failed: { label: "Decline", brief: "decline", tone: "negative", icon: CircleX },
  needs_review: { label: "Needs another look", brief: "another look", tone: "caution", icon: RotateCcw },
};

export const CATEGORY_WORDS: Record<Criterion, string> = perCriterion((criterion) => criteria[criterion].label);

/** The method that asks no model and gives the same every time. */
export const OFFLINE_METHOD = "offline_rubric";

/** Numbers that are made up. */
export const SANDBOX_METHOD = "sandbox";

/** A category that a scorer named; one we have no words for is shown as it came. */
export function categoryLabel(category: string): string {
  return Object.hasOwn(CATEGORY_WORDS, category) ? CATEGORY_WORDS[category as Criterion] : category;
}

/** The first words of a method's label, for where there is little room: “Rubric estimate (not AI)” → “Rubric estimate”. */
export function shortMethod(label: string): string {
  return label.split(" (")[0] ?? label;
}

/** `behavioral` → `Behavioral`, `problem_solving` → `Problem solving`. */
export function sentenceCase(word: string): string {
  const words = word.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How many answers there are words or sound of: those that a scorer has to read. */
export function answersToRead(questions: readonly ReviewQuestion[]): number {
  return questions.filter(({ answer }) => answer !== null && !answer.skipped).length;
}
