import { CircleCheck, CircleX, type LucideIcon, RotateCcw } from "lucide-react";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Tone } from "@/components/ui/tone.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { FinalStatus } from "@/lib/domain/status.ts";
import { NAMES } from "./names.ts";

export const VERDICT_LOOKS: Record<FinalStatus, { tone: Tone; icon: LucideIcon }> = {
  passed: { tone: "positive", icon: CircleCheck },
  failed: { tone: "negative", icon: CircleX },
  needs_review: { tone: "caution", icon: RotateCcw },
};

/** What a recommendation suggests, or what a person decided. */
export function VerdictPill({ verdict, bare = false }: { verdict: FinalStatus; bare?: boolean }) {
  const name = useWords(NAMES);
  return (
    <StatusPill {...VERDICT_LOOKS[verdict]} bare={bare}>
      {name(`verdict:${verdict}`)}
    </StatusPill>
  );
}
