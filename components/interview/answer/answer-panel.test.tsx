// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MicrophoneLevel } from "../../../lib/client/devices/microphone-level.ts";
import { openPage } from "../../../lib/testing/page.ts";
import { AnswerPanel, type Writing } from "./answer-panel.tsx";

const QUESTION = {
  id: "q",
  step: "q",
  text: "Why?",
  type: "general",
  difficulty: "easy",
  answerSeconds: null,
} as const;
const AT = { sessionId: "s", question: QUESTION, number: 1, begunAtMs: 0, mark: null };
/** Hears nothing. */
const LEVEL = { loudness: 0, beginMeasuring: () => {}, summary: () => null } as unknown as MicrophoneLevel;
const STREAM = { getVideoTracks: () => [] } as unknown as MediaStream;

let begun = 0;
let page: Awaited<ReturnType<typeof openPage>> | null = null;

class Recognition {
  constructor() {
    begun += 1;
  }
  start() {}
  abort() {}
}

beforeEach(() => {
  begun = 0;
  vi.stubGlobal("SpeechRecognition", Recognition);
});
afterEach(async () => {
  await page?.close();
  vi.unstubAllGlobals();
});

async function answering(writing: Writing, heard = true): Promise<string> {
  page = await openPage(
    <AnswerPanel
      answering={{ name: "answering", ...AT }}
      isLast={false}
      language="en"
      draft={{ localKey: "k", openUntil: "2037-01-01T00:00:00.000Z" }}
      recorded={{ stream: STREAM, level: heard ? LEVEL : null }}
      writing={writing}
      hold={false}
      busy={false}
      onAnswer={() => {}}
    />,
  );
  return document.body.textContent ?? "";
}

const along = (on: boolean) => ({ on, onChange: () => {} });
const CHOICE = "Write my words down while I speak";

test("where the template does not ask for it, the browser's recognition is neither offered nor ever made", async () => {
  expect(await answering({ writesDown: "here", along: null })).not.toContain(CHOICE);
  expect(begun).toBe(0);
});

test("where it does, nothing listens before the candidate has turned it on", async () => {
  expect(await answering({ writesDown: "here", along: along(false) })).toContain(CHOICE);
  expect(begun).toBe(0);
  await page?.close();
  await answering({ writesDown: "here", along: along(true) });
  expect(begun).toBe(1);
});

test.each([
  ["here", null, true, "written down on our server"],
  ["here", along(true), true, "written here as far as your browser understands it"],
  ["outside", null, true, "the recording keeps every word"],
  ["nowhere", along(false), true, "the recording keeps every word"],
  ["here", null, false, "It is saved when you press Done."],
] as const)(
  "what is spoken is said to be written down where it is: %s, %o, sound %s",
  async (writesDown, by, heard, words) => {
    expect(await answering({ writesDown, along: by }, heard)).toContain(words);
  },
);
