/** A place in a recording: 84.2 → `1:24`, 3671 → `1:01:11`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** A length for reading: 38 → `38 s`, 190 → `3 min 10 s`, 3671 → `1 h 1 min`. */
export function lengthOf(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min${whole % 60 ? ` ${whole % 60} s` : ""}`;
  const minutes = Math.floor(whole / 60) % 60;
  return `${Math.floor(whole / 3600)} h${minutes ? ` ${minutes} min` : ""}`;
}

/** What a gap in a recording says: `4 s are missing here`. */
export function gapWords(seconds: number | null): string {
  if (seconds === null) return "Something is missing here";
  if (seconds < 1) return "Less than a second is missing here";
  return `${lengthOf(seconds)} ${Math.round(seconds) === 1 ? "is" : "are"} missing here`;
}

const KILO = 1000;
const UNITS = ["bytes", "kB", "MB", "GB", "TB"];

/** A size as file managers show it: 52428800 → `52.4 MB`. */
export function sizeOf(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(KILO)));
  const value = bytes / KILO ** step;
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[step]}`;
}

/** A score, always with one decimal. */
export function scoreOf(score: number): string {
  return score.toFixed(1);
}

/** `1 call`, `12 calls`. */
export function countOf(count: number, thing: string): string {
  return `${count.toLocaleString("en-GB")} ${thing}${count === 1 ? "" : "s"}`;
}

/** A share of one in per cent: 0.8 → `80 %`. */
export function shareOf(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A difference of two scores with its sign: `+3.2`, `−0.5`, `0.0`. */
export function differenceOf(from: number, to: number): string {
  const difference = Math.round((to - from) * 10) / 10;
  if (difference === 0) return "0.0";
  return `${difference > 0 ? "+" : "−"}${Math.abs(difference).toFixed(1)}`;
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
