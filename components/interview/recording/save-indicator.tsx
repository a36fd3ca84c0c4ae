import { CloudCheck, CloudOff, CloudUpload, type LucideIcon } from "lucide-react";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Tone } from "@/components/ui/tone.tsx";
import type { Saving } from "./describe-saving.ts";

const LOOK: Record<Saving["kind"], { tone: Tone; icon: LucideIcon }> = {
  saved: { tone: "positive", icon: CloudCheck },
  saving: { tone: "info", icon: CloudUpload },
  offline: { tone: "caution", icon: CloudOff },
  failed: { tone: "negative", icon: CloudOff },
};

/** Whether what was said and written is safe with the server. */
export function SaveIndicator({ saving }: { saving: Saving }) {
  return (
    <>
      <span className="inline-flex tabular-nums">
        <StatusPill bare {...LOOK[saving.kind]}>
          {saving.text}
        </StatusPill>
      </span>
      <span role="status" className="sr-only">
        {saving.announced}
      </span>
    </>
  );
}
