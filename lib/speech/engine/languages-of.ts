import type { SpeechModel } from "../speech-model.ts";
import { WHISPER_LANGUAGES } from "./whisper-languages.ts";

/** `en` of `en-GB`; `*` stays. */
export const primaryLanguage = (tag: string): string => (tag.split(/[-_]/, 1)[0] ?? "").toLowerCase();

/** Whether a model hears a language. @param language as `primaryLanguage` gives it */
export function hasLanguage({ kind, languages }: SpeechModel, language: string): boolean {
  if (language === "*" || languages.includes(language)) return true;
  return languages.includes("*") && (kind !== "whisper" || WHISPER_LANGUAGES.has(language));
}
