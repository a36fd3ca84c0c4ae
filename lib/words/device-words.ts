import type { Browser, System } from "../domain/device.ts";
import { catalogue } from "./catalogue.ts";
import { devices } from "./en/devices.ts";
import type { Locale } from "./locale.ts";

const names = catalogue({ en: devices });

const STORED = /^([a-z]+)\/([a-z]+)$/;

/** “Firefox on Windows”; “An unknown browser” where nothing is known of it. @param device as it is stored; anything else is told as it is */
export function deviceWords(device: string, locale: Locale): string {
  const [, browser, system] = STORED.exec(device) ?? [];
  if (!isBrowser(browser) || !isSystem(system)) return device;
  const say = names.in(locale);
  return system === "unknown"
    ? say(browser)
    : say("browser_on_system", { browser: say(browser), system: say(`system:${system}`) });
}

const isBrowser = (name = ""): name is Browser => names.has(name);
const isSystem = (name = ""): name is System => name === "unknown" || names.has(`system:${name}`);
