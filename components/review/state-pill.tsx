import { CalendarX2, CircleCheck, Hourglass, type LucideIcon, Mail, Trash2, Undo2, Unplug } from "lucide-react";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Tone } from "@/components/ui/tone.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { InterviewState } from "@/lib/domain/interview-state.ts";
import { NAMES } from "./names.ts";

const LOOKS: Record<InterviewState | "deletion_requested", { tone: Tone; icon: LucideIcon }> = {
  invited: { tone: "neutral", icon: Mail },
  in_progress: { tone: "info", icon: Hourglass },
  interrupted: { tone: "caution", icon: Unplug },
  completed: { tone: "neutral", icon: CircleCheck },
  expired: { tone: "neutral", icon: CalendarX2 },
  revoked: { tone: "neutral", icon: Undo2 },
  deletion_requested: { tone: "caution", icon: Trash2 },
};

/** Where an interview stands, or that its candidate asks for deletion. */
export function StatePill({ state, bare = false }: { state: keyof typeof LOOKS; bare?: boolean }) {
  const name = useWords(NAMES);
  return (
    <StatusPill {...LOOKS[state]} bare={bare}>
      {name(`state:${state}`)}
    </StatusPill>
  );
}
