import { numberOf } from "../../lib/words/format.ts";
import { lengthOf } from "../../lib/words/measure-words.ts";

/** What a gap in a recording says: `4 s are missing here`. */
export function gapWords(seconds: number | null): string {
  if (seconds === null) return "Something is missing here";
  if (seconds < 1) return "Less than a second is missing here";
  return `${lengthOf(seconds)} ${Math.round(seconds) === 1 ? "is" : "are"} missing here`;
}

/** `1 call`, `12 calls`. */
export function countOf(count: number, thing: string): string {
  return `${numberOf(count)} ${thing}${count === 1 ? "" : "s"}`;
}

/** In the order in which they must be looked for: Edge also calls itself Chrome, and Chrome calls itself Safari. */
const BROWSERS: [name: string, version: RegExp][] = [
  ["Edge", /Edg\w*\/(\d+)/],
  ["Opera", /OPR\/(\d+)/],
  ["Firefox", /(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /(?:Chrome|CriOS)\/(\d+)/],
  ["Safari", /Version\/(\d+).*Safari/],
];
const SYSTEMS: [name: string, sign: RegExp][] = [
  ["Windows", /Windows/],
  ["Android", /Android/],
  ["iOS", /iPhone|iPad/],
  ["macOS", /Mac OS X/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux/],
];

/** `Chrome 142 on Linux` out of a browser's long description of itself; what is not understood is shown as it came. */
export function browserOf(description: string): string {
  const system = SYSTEMS.find(([, sign]) => sign.test(description));
  for (const [name, version] of BROWSERS) {
    const found = version.exec(description);
    if (found && system) return `${name} ${found[1]} on ${system[0]}`;
  }
  return description;
}
