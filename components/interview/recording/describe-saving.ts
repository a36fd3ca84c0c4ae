import type { UploadState } from "@/lib/client/upload/upload-state.ts";
import { catalogue } from "../../../lib/words/catalogue.ts";
import { recording } from "../../../lib/words/en/room/recording.ts";
import type { Locale } from "../../../lib/words/locale.ts";

const sentences = catalogue({ en: recording });

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
  locale: Locale,
): Saving {
  const say = sentences.in(locale);
  const seconds = Math.round(upload.behindSeconds);
  if (upload.stopped) return same("failed", say("saving:failed"));
  if (!upload.online || struggling) {
    const pageOnly = inMemory || upload.bytesInMemory > 0;
    return same("offline", say("saving:offline", { place: pageOnly ? "page" : "device" }));
  }
  if (seconds >= WORTH_SAYING_SECONDS) {
    return { kind: "saving", text: say("saving:behind", { seconds }), announced: say("saving:now") };
  }
  return writing ? same("saving", say("saving:now")) : same("saved", say("saving:done"));
}

const same = (kind: Saving["kind"], text: string): Saving => ({ kind, text, announced: text });
