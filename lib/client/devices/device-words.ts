import type { BrowserName } from "./browser-name.ts";
import type { DeviceTrouble } from "./device-error.ts";

/** What happened, and what to do about it, step by step. */
export type DeviceHelp = { title: string; steps: string[] };

const ALLOW_AGAIN: Record<BrowserName, string[]> = {
  chrome: ["Click the icon at the left end of the address bar.", "Switch on Camera and Microphone for this page."],
  edge: ["Click the lock at the left end of the address bar.", "Set Camera and Microphone to Allow."],
  firefox: ["Click the crossed-out camera or microphone in the address bar.", "Remove the block with the small cross."],
  safari: ["Open the Safari menu and choose Settings for This Website.", "Set Camera and Microphone to Allow."],
  ios: [
    "Tap the page menu in the address bar and choose Website Settings.",
    "Set Camera and Microphone to Allow. If it is off for the whole browser: Settings, Apps, your browser.",
  ],
  android: ["Tap the icon at the left end of the address bar, then Permissions.", "Switch on Camera and Microphone."],
  other: [
    "Open this page's permissions in your browser, often by an icon in the address bar.",
    "Allow camera and microphone.",
  ],
};

const THEN_RETRY = "Come back here and try again.";

/** Help in the words of this browser. */
export function deviceHelp(trouble: DeviceTrouble, browser: BrowserName): DeviceHelp {
  switch (trouble) {
    case "refused":
      return { title: "The browser does not let this page use them", steps: [...ALLOW_AGAIN[browser], THEN_RETRY] };
    case "refused_by_system":
      return {
        title: "Your computer does not let the browser use them",
        steps: [
          "Open your system settings and look for Privacy, then Camera and Microphone.",
          "Allow this browser, and start it again if the system asks for that.",
          THEN_RETRY,
        ],
      };
    case "missing":
      return {
        title: "No camera or microphone was found",
        steps: ["Plug one in, or switch on the one you have.", THEN_RETRY],
      };
    case "busy":
      return {
        title: "Another program is using them",
        steps: ["Close other calls, meeting programs and tabs that use the camera or microphone.", THEN_RETRY],
      };
    case "insecure":
      return {
        title: "This address is not secure enough to use a camera",
        steps: ["Open your invitation's link again: its address should begin with https."],
      };
    case "unsupported":
      return {
        title: "This browser cannot record",
        steps: ["Open your invitation's link in a current Chrome, Edge, Firefox or Safari."],
      };
    case "unknown":
      return {
        title: "Camera and microphone did not start",
        steps: ["Close other programs that may be using them.", THEN_RETRY],
      };
  }
}
