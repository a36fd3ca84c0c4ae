/* What a user agent says of a device. Order matters: most claim to be each other. */

const BROWSERS = [
  [/Edg(e|A|iOS)?\//, "edge"],
  [/OPR\/|Opera/, "opera"],
  [/SamsungBrowser\//, "samsung"],
  [/Firefox\/|FxiOS\//, "firefox"],
  [/Chrom(e|ium)\/|CriOS\//, "chrome"],
  [/Safari\//, "safari"],
] as const;

const SYSTEMS = [
  [/iPhone|iPod/, "iphone"],
  [/iPad/, "ipad"],
  [/Android/, "android"],
  [/Windows/, "windows"],
  [/CrOS/, "chromeos"],
  [/Macintosh|Mac OS X/, "mac"],
  [/Linux/, "linux"],
] as const;

export type Browser = (typeof BROWSERS)[number][1] | "unknown";
export type System = (typeof SYSTEMS)[number][1] | "unknown";

/** Which browser on which system, as it is stored: `firefox/windows`, `unknown/unknown` where nothing is known of it. */
export function deviceOf(userAgent: string | null | undefined): `${Browser}/${System}` {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1] ?? "unknown";
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1] ?? "unknown";
  return `${browser}/${system}`;
}
