import { mkdtemp, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { SpeechState } from "../../speech/speech-state.ts";
import { tellSpeech } from "./tell-speech.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tell-speech-"));
  file = join(folder, "state.json");
});
afterEach(() => rm(folder, { recursive: true }));

const NOTHING: SpeechState = {
  state: "off",
  model: "parakeet-110m",
  languages: ["en"],
  sha256: null,
  fetchedBytes: null,
  totalBytes: null,
  reason: null,
  since: "2026-01-01T00:00:00.000Z",
  retryAt: null,
};
const fetching = (percent: number) => ({
  state: "fetching" as const,
  fetchedBytes: percent * 1_080_350,
  totalBytes: 108_035_000,
});

/** What the terminal shows of these states, each seen once. */
async function told(states: (Partial<SpeechState> & Pick<SpeechState, "state">)[], isTTY = false): Promise<string> {
  let shown = "";
  const stop = new AbortController();
  const terminal = { isTTY, write: (text: string) => (shown += text) };
  const telling = tellSpeech({ file, sinceMs: 0, stop: stop.signal, terminal, everyMs: 5 });
  for (const state of states) {
    await writeFile(`${file}.new`, JSON.stringify({ ...NOTHING, ...state }));
    await rename(`${file}.new`, file);
    await new Promise((wake) => setTimeout(wake, 60));
  }
  stop.abort();
  await telling;
  return shown;
}

const WHAT = "Fetching the speech model parakeet-110m (108 MB), which writes down spoken answers on this machine:";

it("says a few lines where nobody would see one change", async () => {
  const states = [0, 10, 26, 30, 55, 99, 100].map(fetching);
  expect(await told([...states, { state: "unpacking" }, { state: "testing" }, { state: "ready" }])).toBe(
    `${["0", "25", "50", "75", "100"].map((percent) => `${WHAT} ${percent} %\n`).join("")}Speech model ready: parakeet-110m.\n`,
  );
});

it("changes one line on a terminal", async () => {
  const shown = await told([fetching(0), fetching(42), { state: "unpacking" }, { state: "ready" }], true);
  expect(shown).toBe(
    `\r\u001b[K${WHAT} 0 %\r\u001b[K${WHAT} 42 %\r\u001b[KUnpacking the speech model parakeet-110m …\nSpeech model ready: parakeet-110m.\n`,
  );
});

it("says nothing where a model was there from the first, and nothing where recognition is off", async () => {
  expect(await told([{ state: "ready" }])).toBe("");
  expect(await told([{ state: "off" }])).toBe("");
});

it("says in one plain line that there is no network, and what can be done", async () => {
  const waiting = {
    state: "waiting" as const,
    reason: { code: "no_network" as const, params: { host: "github.com", how: "ENOTFOUND", model: "parakeet-110m" } },
    retryAt: new Date(Date.now() + 300_000).toISOString(),
  };
  const later = { ...waiting, retryAt: new Date(Date.now() + 1_800_000).toISOString() };
  expect(await told([fetching(0), waiting, fetching(0), later])).toBe(
    `${WHAT} 0 %\nThe speech model could not be fetched (no network: github.com ENOTFOUND). Everything else works; it is tried again in 5 minutes. \`talentflow speech install --from FILE\` installs one by hand.\n`,
  );
});

it("says why another is used than was wanted", async () => {
  const reason = { code: "self_test_failed" as const, params: { model: "parakeet-110m", matched: 1, words: 7 } };
  expect(await told([{ state: "ready", model: "whisper-tiny.en", reason }])).toBe(
    "Speech model ready: whisper-tiny.en. parakeet-110m is not used: it wrote 1 of the 7 words of its test.\n",
  );
});

it("takes what an earlier run left for nothing", async () => {
  await writeFile(file, JSON.stringify({ ...NOTHING, state: "refused" }));
  await utimes(file, 1, 1);
  let shown = "";
  const stop = new AbortController();
  const terminal = { write: (text: string) => (shown += text) };
  const telling = tellSpeech({ file, sinceMs: Date.now(), stop: stop.signal, terminal, everyMs: 5 });
  await new Promise((wake) => setTimeout(wake, 50));
  stop.abort();
  await telling;
  expect(shown).toBe("");
});
