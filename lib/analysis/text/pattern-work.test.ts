import { expect, test } from "vitest";
import { randomFrom } from "../../domain/random.ts";
import { workOf } from "../../testing/regexp-work.ts";
import { ASSESSMENT_WORDS } from "./assessment-words.ts";
import { DISGUISES } from "./disguises.ts";
import { readingsOf } from "./hidden-text.ts";
import { INJECTIONS } from "./injections/rows.ts";
import type { PatternRow } from "./pattern-row.ts";
import { STORIES } from "./stories.ts";

/*
 * What a row costs on a text that nearly fits it, over and over: counted in steps of an engine that backtracks, for a text and for one of twice its
 * length. Twice as many is fair; four times as many would let one long sentence hold up all others.
 */

const SEED = 20_261_129;
const LENGTH = 300;
const TEXTS = 16;
/** Rows look some way beyond where they begin, less of it near the end: a short text costs a little less for each of its characters. */
const MOST_GROWTH = 2.6;
const MOST_STEPS_PER_CHARACTER = 600;

test.each([...INJECTIONS, ...STORIES, ...ASSESSMENT_WORDS, ...DISGUISES])(
  `$name: costs the same for each character (seed ${SEED})`,
  (row) => {
    const random = randomFrom(SEED);
    for (let round = 0; round < TEXTS; round++) {
      const text = hostileText(row, random);
      const most = 2 * LENGTH * MOST_STEPS_PER_CHARACTER;
      const [once, twice] = [workOf(row.pattern, text, most), workOf(row.pattern, text.repeat(2), most)];
      if (once.found || twice.found) continue;
      expect(twice.steps / once.steps, text).toBeLessThan(MOST_GROWTH);
    }
  },
);

/** Something that the row is made of or catches, cut somewhere and repeated. */
function hostileText({ pattern, catches }: PatternRow, random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const own = pattern.source.match(/\p{L}{2,}|\p{S}|-/gu) ?? ["a"];
  const said = pick(readingsOf(pick(catches)));
  const words = random() < 0.5 ? own : said.split(" ");
  const several = Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(words)).join(pick([" ", "_", ", "]));
  const part = random() < 0.3 ? said.slice(0, 1 + Math.floor(random() * said.length)) : several;
  const whole = `${part}${pick([" ", "_", ".", ""])}`;
  return whole.repeat(Math.ceil(LENGTH / whole.length)).slice(0, LENGTH);
}
