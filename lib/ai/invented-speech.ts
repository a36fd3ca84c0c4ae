import { isSubtitleCredit } from "./subtitle-credit.ts";

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
/** "Location, location, location" is said for emphasis; nobody says the same four times, in eight words and more, and nothing else. */
const LOOP = 4;
const SHORTEST_LOOP = 8;
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
  if (isSubtitleCredit(words)) return true;
  const spoken = words.map((word) => word.toLowerCase());
  if (LINES.some((line) => line.test(spoken.join(" ")))) return true;
  return isLoop(spoken) || ((signs.compression_ratio ?? 0) > MOST_COMPRESSION && hasLoop(spoken));
}

/** Words in brackets that are a label; longer ones are an aside. */
const LABEL = "(?:\\s*[^\\s\\][()*【】（）]+){0,5}\\s*";
const LABELS = new RegExp(`\\[${LABEL}\\]|\\(${LABEL}\\)|\\*${LABEL}\\*|♪[^♪]*♪?|【${LABEL}】|（${LABEL}）`, "gu");

/** Without what stands in brackets or between notes, which models write for sounds: `[BLANK_AUDIO]`, `(wind blowing)`, `♪ music ♪`. */
function wordsOf(text: string): string[] {
  const said = text.replace(LABELS, " ").match(/[\p{L}\p{N}\p{M}'’.@:/-]+/gu) ?? [];
  return said.flatMap((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") || []);
}

/** Whole stretches, in the languages they were reported in; amid other words the same words are an answer. */
const LINES: readonly RegExp[] = [
  /^(?:(?:and )?(?:thanks|thank you)(?: (?:so|very) much)? for (?:watching|listening|viewing)(?: (?:this|the|my) (?:video|episode))? ?)+(?:(?:and )?(?:please )?(?:don't forget to )?(?:like and )?subscribe(?: to (?:my|our|the) channel)?)?(?: and)?(?: ?(?:i'll )?see you (?:next time|in the next (?:video|one)))?(?: ?bye)*$/u,
  /^(?:please |don't forget to |like(?: share)? and )+subscribe(?: to (?:my|our|the) channel)?(?: for more(?: videos)?)?$/u,
  /^subscribe to (?:my|our) channel(?: for more(?: videos)?)?$/u,
  /^(?:i'll )?see you (?:in the )?next (?:video|time|one|episode)$/u,
  /^amara\.org$/u,
  /^(?:vielen dank|danke) (?:fürs|für das) zuschauen$/u,
  /^merci d'avoir regardé(?: cette vidéo)?$/u,
  /^(?:muchas )?gracias por ver(?: el v[ií]deo)?$/u,
  /^(?:muito )?obrigad[oa] por assistir(?:em)?$/u,
  /^i̇?zlediğiniz için teşekkürler$/u,
  /^cảm ơn các bạn đã theo dõi.{0,30}$/u,
  /^hãy subscribe cho kênh.{0,80}$/u,
  /^(?:ご視聴ありがとうございました|字幕(?:by|志愿者|志願者) ?\S{1,12}|請不吝點贊.*|请不吝点赞.*|시청해 ?주셔서 감사합니다|mbc 뉴스 .{1,12}입니다|продолжение следует|спасибо за просмотр|ترجمة نانسي قنقر|اشتركوا في القناة)$/u,
];

/** What is left of a silent recording: nobody answers a question so. */
const ALONE =
  /^(?:(?:thank you(?: (?:very|so) much)?(?: for your attention)?|thanks|you|bye(?:[ -]bye)?|okay|merci|gracias|vielen dank|danke|obrigado|grazie)(?: |$))+$/u;

/** Whether a whole transcript is nothing that was said. */
export const isNoAnswer = (text: string): boolean =>
  isInvented(text) || ALONE.test(wordsOf(text).join(" ").toLowerCase());

/** The whole of it is one phrase, again and again. */
function isLoop(words: readonly string[]): boolean {
  if (words.length < SHORTEST_LOOP) return false;
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
