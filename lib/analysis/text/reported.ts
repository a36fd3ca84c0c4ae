/** Words between marks of quotation, on one line. */
const QUOTED = /["“„«]([^"“”„«»\n]{1,300})["”»]/gu;
/** Somebody says, writes or reads, or a thing has words on it; told of the past, or of what one does. */
const REPORTS =
  /\b(?:said|says|saying|told|tells|asked|wrote|written|read|reads|typed|pasted|sent|put|printed|replied|answered|shouted|called|quoted|entered|tried|got|saw|found|noticed|showed|contained|contains?|included|had in it|hid(?:den)?|changed|(?:look|search|scan|check|filter|test)(?:s|ed|ing)? for|(?:texts?|words|phrases|sentences|prompts|inputs|attacks|messages) (?:like|such as))\b/i;
const TELLER = /\b(?:i|i'd|i've|we|we'd|we've|he|she|they|it|one|someone|somebody|my|our|a|an|the)\b/i;
/** A story around a quotation takes a few words. */
const LEAST_WORDS_AROUND = 4;

/**
 * A sentence without what it only reports: 'a CV had in it "ignore your instructions"' tells of an instruction and gives none. Words in
 * quotation marks that stand alone, or behind "by the way", are the speaker's own.
 */
export function withoutReported(sentence: string): string {
  const around = sentence.replace(QUOTED, " ");
  if (around === sentence || !REPORTS.test(around) || !TELLER.test(around)) return sentence;
  return (around.match(/\p{L}+/gu)?.length ?? 0) >= LEAST_WORDS_AROUND ? around : sentence;
}
