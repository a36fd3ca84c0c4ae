/**
 * Who made the subtitles: speech models learnt such lines over silence. The same words in a sentence are an answer, so a credit is the whole
 * stretch: the work, how it was done, and then nothing but names.
 */

const ENGLISH = /^(?:sub(?:s|titles?|titled)|captions?|captioned|transcri(?:pt|ption|bed)|translat(?:ion|ed))$/u;
const OTHERS =
  /^(?:untertitel(?:ung)?|sous-?titr(?:es|age)|subt[ií]tulos|sottotitoli|legendas?|napisy|ondertitel(?:s|ing)|undertext(?:er|ning)?|undertekst(?:er)?|teksting|tekstet|titulky|altyazı|субтитры|субтитров)$/u;

/** What stands between the work and the names, in the languages that such lines were reported in. */
const BETWEEN = new Set(
  `by was were provided created made done edited the eso редактор корректор im auftrag des der die von vom für par réalisés réalisé de la le
  communauté société st realizados creados por comunidad comunidade pela creati dalla dal e revisione a cura di da stworzone przez społeczność
  ingediend door av af från gemenskapen community gemeenschap comunità vytvořil сделал создавал делал подготовил выполнил`.split(
    /\s+/,
  ),
);

/** Names that no answer is made of. */
const KNOWN = /amara\.org|zdf|qtss|dimatorzok|zeoranger|otter\.ai|castingwords|opensubtitles/iu;
const HOST = /^(?:https?:\/*|www\.)?[\w-]+(?:\.[\w-]+)+\/?$/u;
const MOST_NAMES = 4;
/** Longer than any line of this kind. */
const MOST_WORDS = 10;

/** @param words of a whole stretch, as they were written */
export function isSubtitleCredit(words: readonly string[]): boolean {
  const low = words.map((word) => word.toLowerCase());
  const work = low.findIndex((word) => ENGLISH.test(word) || OTHERS.test(word));
  if (work < 0 || words.length > MOST_WORDS || low.slice(0, work).some((word) => !BETWEEN.has(word))) return false;
  if (ENGLISH.test(low[work] ?? "") && !low.includes("by", work)) return false;
  const names = words.slice(work + 1).filter((word) => !BETWEEN.has(word.toLowerCase()));
  if (names.some((name) => KNOWN.test(name))) return true;
  return names.length > 0 && names.length <= MOST_NAMES && names.every(isName);
}

function isName(word: string): boolean {
  return /^[\p{Lu}\p{N}]/u.test(word) || HOST.test(word);
}
