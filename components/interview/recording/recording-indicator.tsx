import type { RecordingState } from "@/lib/client/recorder/session-recording.ts";

/** Says that camera or microphone are being recorded. It does not blink. */
export function RecordingIndicator({ state }: { state: RecordingState }) {
  if (state === "idle") return null;
  const recording = state === "recording";
  return (
    <span className="inline-flex items-center gap-2 text-sm whitespace-nowrap">
      <span
        aria-hidden
        className={`size-2.5 rounded-pill ${recording ? "bg-negative-fill" : "border-2 border-outline"}`}
      />
      {recording ? "Recording" : "Not recording"}
    </span>
  );
}
