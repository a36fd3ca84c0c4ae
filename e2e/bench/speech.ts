import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAiTranscriber } from "../../lib/ai/openai-transcribe.ts";
import { type HeardFile, hearFile } from "../../lib/speech/engine/hear-file.ts";
import { wordErrors } from "../../lib/speech/engine/word-errors.ts";
import type { SpeechModel } from "../../lib/speech/speech-model.ts";
import { startProvider } from "../../lib/testing/provider/provider.ts";
import { CLIP_NAMES, clipPath, type SaidWord, textIn, wordsIn } from "../../lib/testing/speech/clips.ts";
import { matchWords } from "../../lib/testing/speech/match-words.ts";
import { concat, noisy, samplesOf, writeWav } from "../../lib/testing/speech/samples.ts";
import { TEST_MODELS, testModel } from "../../lib/testing/speech/test-models.ts";
import type { Say } from "./say.ts";
import { percentile } from "./statistics.ts";

/* Words from sound on this machine: how many are wrong, what that costs, and beside it the way to an endpoint that answers at once. */

type Clip = { name: string; path: string; text: string; words: SaidWord[] };
type Heard = { clip: Clip; heard: HeardFile };

const LEVELS = [null, 20, 10, 5] as const;
const LONG_SECONDS = 1_200;
/** With everybody's priority: what it costs is measured, not how long it waits. */
const ENGINE = new URL("../../lib/testing/speech/prompt-engine.ts", import.meta.url);

/**
 * `npm run bench speech [MODEL …] [CLIPS] [long]`: models as SPEECH_TEST_MODEL names them; a folder with `words.json` in it has other clips;
 * `long` has twenty minutes heard as well. `uploads` alone: whether hearing slows down whoever uploads.
 */
export async function benchSpeech(say: Say, parts: readonly string[]): Promise<void> {
  if (parts[0] === "uploads") return (await import("./speech/beside-uploads.ts")).benchBesideUploads(say);
  const paths = parts.filter((part) => part !== "long");
  const folders = await Promise.all(paths.map(async (path) => ((await hasWords(path)) ? path : null)));
  const models = paths.filter((_, at) => folders[at] === null);
  const clips = await clipsIn(folders.find((folder) => folder !== null) ?? null);
  const folder = await mkdtemp(join(tmpdir(), "bench-speech-"));
  try {
    await endpoint(say, clips);
    const chosen = models.length > 0 ? models : TEST_MODELS;
    if (chosen.length === 0) say("No model is named: give its path, or set SPEECH_TEST_MODEL.");
    for (const path of chosen)
      await recognise(say, await testModel(path, folder), clips, folder, parts.includes("long"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const hasWords = (path: string) =>
  stat(join(path, "words.json")).then(
    () => true,
    () => false,
  );

async function clipsIn(folder: string | null): Promise<Clip[]> {
  if (folder === null) {
    const people = CLIP_NAMES.filter((name) => name !== "speech");
    return people.map((name) => ({ name, path: clipPath(name), text: textIn(name), words: wordsIn(name) }));
  }
  const all = JSON.parse(await readFile(join(folder, "words.json"), "utf8")) as Record<
    string,
    [string, number, number][]
  >;
  return Object.entries(all).map(([name, said]) => {
    const words = said.map(([word, start, end]) => ({ word, start, end }));
    return { name, path: join(folder, name), text: words.map(({ word }) => word).join(" "), words };
  });
}

async function recognise(say: Say, model: SpeechModel, clips: readonly Clip[], folder: string, long: boolean) {
  const hear = (path: string) => hearFile({ path, model, language: "en", threads: 1, script: ENGINE });
  const startedAt = performance.now();
  await hear(clips[0]?.path ?? "");
  const coldSeconds = (performance.now() - startedAt) / 1000;
  const rows = [];
  for (const level of LEVELS) {
    const heard: Heard[] = [];
    for (const [number, clip] of clips.entries()) {
      const path = level === null ? clip.path : join(folder, "noisy.wav");
      if (level !== null) await writeWav(path, noisy(await samplesOf(clip.path), level, number + 1));
      heard.push({ clip, heard: await hear(path) });
    }
    rows.push(rowOf(level, heard));
  }
  say(
    `\n${model.name} (${model.sha256.slice(0, 12)}), one thread; the first clip ${coldSeconds.toFixed(1)} s after nothing ran`,
  );
  say(
    "| sound | words wrong | starts within 0.3 s | work for a second of sound | for an hour | memory | load | please listen |\n|---|---|---|---|---|---|---|---|",
  );
  for (const row of rows) say(row);
  if (long) say(await twentyMinutes(clips, folder, hear));
}

function rowOf(level: number | null, all: readonly Heard[]): string {
  const [errors, words] = sumOf(
    all.map(({ clip, heard }) => wordErrors(clip.text, heard.text)).map((one) => [one.errors, one.words]),
  );
  const matched = all.flatMap(({ clip, heard }) =>
    matchWords(
      clip.words,
      heard.spans.map(({ text, startMs }) => ({ word: text, start: startMs / 1000 })),
    ),
  );
  const near = matched.filter(({ said, written }) => Math.abs(said.start - written.start) <= 0.3).length;
  const [work, sound] = sumOf(all.map(({ heard }) => [heard.engine.work_seconds, heard.engine.sound_seconds]));
  const listen = all.filter(({ heard }) => heard.quality.verdict === "listen").length;
  const loads = all.map(({ heard }) => heard.engine.load_seconds).toSorted((a, b) => a - b);
  return `| ${[
    level === null ? "clean" : `noise at ${level} dB`,
    `${((errors / words) * 100).toFixed(1)} % of ${words}`,
    `${((near / matched.length) * 100).toFixed(0)} %`,
    `${(work / sound).toFixed(3)} s`,
    `${Math.round((work / sound) * 3600)} core-s`,
    `${Math.round(Math.max(...all.map(({ heard }) => heard.engine.peak_mib)))} MiB`,
    `${loads[0]?.toFixed(1)}–${loads.at(-1)?.toFixed(1)} s`,
    `${listen} of ${all.length}`,
  ].join(" | ")} |`;
}

const sumOf = (pairs: readonly number[][]): [number, number] =>
  pairs.reduce<[number, number]>(([a, b], [c = 0, d = 0]) => [a + c, b + d], [0, 0]);

async function twentyMinutes(clips: readonly Clip[], folder: string, hear: (path: string) => Promise<HeardFile>) {
  const all = concat(...(await Promise.all(clips.map(({ path }) => samplesOf(path)))));
  const path = join(folder, "twenty-minutes.wav");
  await writeWav(path, concat(...Array.from({ length: Math.ceil((LONG_SECONDS * 16_000) / all.length) }, () => all)));
  const { engine, spans } = await hear(path);
  const rate = (engine.work_seconds / engine.sound_seconds).toFixed(3);
  return `${Math.round(engine.sound_seconds)} s at once: ${spans.length} words, ${rate} s of work for a second, ${Math.round(engine.peak_mib)} MiB`;
}

/** What sending and reading costs where hearing costs nothing. */
async function endpoint(say: Say, clips: readonly Clip[]): Promise<void> {
  const provider = await startProvider({ transcribe: () => ({ text: "Heard." }) });
  try {
    const settings = { baseUrl: provider.baseUrl, apiKey: "key", timeoutMs: 10_000, maxRetries: 0, concurrency: 1 };
    const { transcribe } = openAiTranscriber({ ...settings, transcriptionModel: "whisper-1" });
    const times: number[] = [];
    for (let round = 0; round < 10; round++) {
      for (const { path } of clips) {
        times.push((await transcribe({ path, mimeType: "audio/wav", fileName: "answer.wav" })).latencyMs);
      }
    }
    say(
      `An endpoint on loopback that answers at once: p50 ${percentile(times, 50)} ms, p95 ${percentile(times, 95)} ms a file`,
    );
  } finally {
    await provider.close();
  }
}
