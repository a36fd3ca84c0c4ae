import { catalogue } from "../../words/catalogue.ts";
import { deviceHelp as help } from "../../words/en/room/device-help.ts";
import type { Locale } from "../../words/locale.ts";
import type { BrowserName } from "./browser-name.ts";
import type { DeviceTrouble } from "./device-error.ts";

const sentences = catalogue({ en: help });

/** What happened, and what to do about it, step by step. */
export type DeviceHelp = { title: string; steps: string[] };

/** Help in the words of this browser. */
export function deviceHelp(trouble: DeviceTrouble, browser: BrowserName, locale: Locale): DeviceHelp {
  const say = sentences.in(locale);
  const title = say(trouble);
  switch (trouble) {
    case "refused":
      return { title, steps: [say(`refused:${browser}:1`), say(`refused:${browser}:2`), say("then_retry")] };
    case "refused_by_system":
      return { title, steps: [say("refused_by_system:1"), say("refused_by_system:2"), say("then_retry")] };
    case "missing":
    case "busy":
    case "unknown":
      return { title, steps: [say(`${trouble}:1`), say("then_retry")] };
    case "insecure":
    case "unsupported":
      return { title, steps: [say(`${trouble}:1`)] };
  }
}
