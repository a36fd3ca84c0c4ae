import { CloudCheck, CloudOff, CloudUpload, type LucideIcon } from "lucide-react";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Tone } from "@/components/ui/tone.tsx";
import type { UploadState } from "@/lib/client/upload/upload-state.ts";

/** The last slice is always on its way; being this far behind is worth saying. */
const WORTH_SAYING_SECONDS = 4;

type Saving = {
  tone: Tone;
  icon: LucideIcon;
  text: string;
  /** The same without figures, read out when it changes. */
  announced: string;
};

/** @param writing an answer is on its way */
export function describeSaving(upload: UploadState, writing: boolean, struggling: boolean): Saving {
  const seconds = Math.round(upload.behindSeconds);
  if (upload.stopped) {
    const text = "Recording not saved";
    return { tone: "negative", icon: CloudOff, text, announced: text };
  }
  if (!upload.online || struggling) {
    const kept = seconds > 0 ? `, ${seconds} s kept here` : ", trying again";
    return {
      tone: "caution",
      icon: CloudOff,
      text: `Offline${kept}`,
      announced: "Offline. What you say is kept on this page.",
    };
  }
  if (seconds >= WORTH_SAYING_SECONDS) {
    return { tone: "info", icon: CloudUpload, text: `Saving, ${seconds} s behind`, announced: "Saving" };
  }
  if (writing) return { tone: "info", icon: CloudUpload, text: "Saving", announced: "Saving" };
  return { tone: "positive", icon: CloudCheck, text: "All saved", announced: "All saved" };
}

/** Whether what was said and written is safe with the server. */
export function SaveIndicator({ saving }: { saving: Saving }) {
  return (
    <>
      <span className="tabular-nums">
        <StatusPill bare tone={saving.tone} icon={saving.icon}>
          {saving.text}
        </StatusPill>
      </span>
      <span role="status" className="sr-only">
        {saving.announced}
      </span>
    </>
  );
}
