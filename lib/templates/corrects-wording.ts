import { isDeepStrictEqual } from "node:util";
import type { VersionContent, VersionQuestion } from "../db/template-versions.ts";
import { isSameWording } from "../domain/same-wording.ts";

/**
 * Whether a version does no more than correct what the one before says: the words that candidates read, in the same questions and their
 * order. With anything else changed, be it an ideal answer, a weight, a threshold or the time to answer, scores may mean something else.
 */
export function onlyCorrectsWording(before: VersionContent, after: VersionContent): boolean {
  const { questions: was, ...settingsBefore } = before;
  const { questions: is, ...settings } = after;
  return (
    was.length === is.length &&
    was.every((question, at) => isCorrected(question, is[at])) &&
    isSameWording(before.roleTitle, after.roleTitle) &&
    isSameWording(before.introduction, after.introduction) &&
    isDeepStrictEqual(withoutWords(settingsBefore), withoutWords(settings))
  );
}

function isCorrected({ text, ...asked }: VersionQuestion, after: VersionQuestion | undefined): boolean {
  if (!after) return false;
  const { text: corrected, ...same } = after;
  return isSameWording(text, corrected) && isDeepStrictEqual(asked, same);
}

function withoutWords({ roleTitle: _, introduction: _introduction, ...settings }: Omit<VersionContent, "questions">) {
  return settings;
}
