/**
 * Speech models write words where nobody spoke: they were trained on subtitles, and silence in those has credits, thanks and labels. What is
 * known for that is no answer.
 * @see https://github.com/openai/whisper/blob/main/whisper/transcribe.py (`no_speech_threshold`, `logprob_threshold`, `compression_ratio_threshold`)
 * @see https://arxiv.org/abs/2402.08021 (Koenecke et al., Careless Whisper: about 1 % of segments were invented)
 */

/** What Whisper says of a segment, as far as a server passes it on. */
export type SegmentSigns = {
  no_speech_prob?: number | null | undefined;
  avg_logprob?: number | null | undefined;
  compression_ratio?: number | null | undefined;
};

/** Whisper's own limits, at which it calls a segment silent, unsure or a loop. */
const MOST_NO_SPEECH = 0.6;
const LEAST_LOGPROB = -1;
const MOST_COMPRESSION = 2.4;
/** Nobody says the same three times in a row and nothing else. */
const LOOP = 3;
const LONGEST_LOOPED = 12;

/** Whether a segment says of itself that nobody spoke in it, or that the model went round in circles. */
export function isSilence({ no_speech_prob, avg_logprob }: SegmentSigns): boolean {
  return (no_speech_prob ?? 0) > MOST_NO_SPEECH && (avg_logprob ?? 0) < LEAST_LOGPROB;
}

/**
 * Whether a stretch of transcript is nothing that a person said in an interview: marks and labels alone, a subtitle's credit, or a loop.
 * @param signs of the segment, where there are any
 */
export function isInvented(text: string, signs: SegmentSigns = {}): boolean {
  const words = wordsOf(text);
  if (words.length === 0) return true;
  const spoken = words.join(" ");
  if (CREDITS.some((credit) => credit.test(spoken))) return true;
  return isLoop(words) || ((signs.compression_ratio ?? 0) > MOST_COMPRESSION && hasLoop(words));
}

/** Without what stands in brackets or between notes, which models write for sounds: `[BLANK_AUDIO]`, `(wind blowing)`, `♪ music ♪`. */
function wordsOf(text: string): string[] {
  const said = text.replace(/\[[^\][]*\]|\([^()]*\)|\*[^*]*\*|♪[^♪]*♪?|【[^【】]*】|（[^（）]*）/gu, " ");
  return (
    said
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}'’.@]+/gu)
      ?.flatMap((word) => word.replace(/^[.'’]+|[.'’]+$/g, "") || []) ?? []
  );
}

/** Whole stretches, in the languages they were reported in; amid other words the same words are an answer. */
const CREDITS: readonly RegExp[] = [
  /^(?:(?:and )?(?:thanks|thank you)(?: (?:so|very) much)? for (?:watching|listening|viewing)(?: (?:this|the|my) (?:video|episode))?[, ]*)+(?:(?:please )?(?:don't forget to )?(?:like and )?subscribe(?: to (?:my|our|the) channel)?)?(?: and)?(?: (?:i'll )?see you (?:next time|in the next (?:video|one)))?$/u,
  /^(?:please )?(?:don't forget to )?(?:like(?:,? share)?,? and )?subscribe(?: to (?:my|our|the) channel)?(?: for more(?: videos)?)?$/u,
  /^(?:i'll )?see you (?:in the )?next (?:video|time|one|episode)$/u,
  /^(?:subtitles?|subtitled|captions?|captioned|transcription|transcribed|translation|translated)(?: (?:was|were))?(?: (?:provided|created|made|done|edited))? by .{1,60}$/u,
  /^(?:www\.|https?)?\S*(?:amara\.org|zeoranger|opensubtitles|otter\.ai)\S*$/u,
  /amara\.org/u,
  /^untertitel(?:ung)?(?: (?:im auftrag|von|der amara)\b.{0,60})?$/u,
  /^(?:vielen dank|danke) (?:fürs|für das) zuschauen$/u,
  /^sous-?titr(?:es|age) (?:réalisés? |réalisé )?(?:par|st|société)\b.{0,60}$/u,
  /^merci d'avoir regardé(?: cette vidéo)?$/u,
  /^subt[ií]tulos (?:realizados |creados )?por\b.{0,60}$/u,
  /^(?:muchas )?gracias por ver(?: el v[ií]deo)?$/u,
  /^sottotitoli (?:creati |e revisione |a cura )(?:dalla|di|da)\b.{0,60}$/u,
  /^legendas? (?:pela comunidade|por)\b.{0,60}$/u,
  /^(?:ご視聴ありがとうございました|字幕.*|請不吝點贊.*|请不吝点赞.*|시청해\s?주셔서 감사합니다|продолжение следует|субтитры .{0,60}|спасибо за просмотр|altyazı .{0,40}|napisy .{0,60}|ondertiteling.{0,60})$/u,
];

/** What is left of a silent recording: nobody answers a question so. */
const ALONE = /^(?:thank you(?: very much)?|thanks|you|bye(?: bye)?|okay)$/u;

/** Whether a whole transcript is nothing that was said. */
export const isNoAnswer = (text: string): boolean => isInvented(text) || ALONE.test(wordsOf(text).join(" "));

/** The whole of it is one phrase, again and again. */
function isLoop(words: readonly string[]): boolean {
  for (let length = 1; length <= LONGEST_LOOPED && length * LOOP <= words.length; length++) {
    if (words.every((word, at) => word === words[at % length])) return true;
  }
  return false;
}

/** Most of it is. */
function hasLoop(words: readonly string[]): boolean {
  for (let length = 1; length <= LONGEST_LOOPED; length++) {
    const same = words.filter((word, at) => at >= length && word === words[at - length]).length;
    if (same * 2 > words.length && same >= length * (LOOP - 1)) return true;
  }
  return false;
}
