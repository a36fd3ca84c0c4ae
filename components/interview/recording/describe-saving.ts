import type { UploadState } from "@/lib/client/upload/upload-state.ts";

/** The last slice is always on its way; being this far behind is worth saying. */
const WORTH_SAYING_SECONDS = 4;

export type Saving = {
  kind: "saved" | "saving" | "offline" | "failed";
  text: string;
  /** The same without figures, read out when it changes. */
  announced: string;
};

/**
 * Whether what was said and written is safe, in words.
 * @param writing an answer is on its way
 * @param struggling a write of ours is being tried again
 * @param inMemory an answer waits that the browser's storage does not take: it would be gone with the page
 */
export function describeSaving(
  upload: UploadState,
  { writing, struggling, inMemory }: { writing: boolean; struggling: boolean; inMemory: boolean },
): Saving {
  const seconds = Math.round(upload.behindSeconds);
  if (upload.stopped) return same("failed", "Recording not saved");
  if (!upload.online || struggling) {
    const pageOnly = inMemory || upload.bytesInMemory > 0;
    return same("offline", `Offline, everything is kept on this ${pageOnly ? "page: leave it open" : "device"}`);
  }
  if (seconds >= WORTH_SAYING_SECONDS) {
    return { kind: "saving", text: `Saving, ${seconds} s behind`, announced: "Saving" };
  }
  return writing ? same("saving", "Saving") : same("saved", "All saved");
}

const same = (kind: Saving["kind"], text: string): Saving => ({ kind, text, announced: text });
