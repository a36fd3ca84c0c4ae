import sherpa from "sherpa-onnx-node";
import type { EngineAccount } from "../../ai/heard-account.ts";
import { judgeSound, type SoundSigns } from "../../domain/sound-signs.ts";
import { readSound } from "../sound/read-sound.ts";
import type { SpeechModel } from "../speech-model.ts";
import { compressionRatio } from "./compression-ratio.ts";
import { soundMeter } from "./measure-sound.ts";
import { cutPieces } from "./pieces.ts";
import type { EngineHeard, EngineProgress, EngineRequest } from "./protocol.ts";
import { loadRecogniser, type Recogniser } from "./recogniser.ts";
import type { Span } from "./voice-activity.ts";
import { agreementOf } from "./word-errors.ts";
import { type Written, writeDown } from "./write-down.ts";

/** What turns pieces of sound into words: a model, or what stands in for one. */
export type Load = (model: SpeechModel, how: { language: string; threads: number }) => Recogniser;

/**
 * Hears a file: its sound is read as a stream, cut where nobody speaks, and each piece is heard and forgotten, so that its length costs time
 * and no memory.
 *
 * @param tell what begins now
 * @throws SoundUnreadable where there is no sound
 */
export async function listen(
  request: EngineRequest,
  tell: (progress: EngineProgress) => void,
  load: Load = loadRecogniser,
): Promise<EngineHeard> {
  const { path, model, second } = request;
  tell({ stage: "loading" });
  const startedAt = performance.now();
  const recognise = load(model, request);
  const recogniseToo = second && load(second, request);
  const loadSeconds = (performance.now() - startedAt) / 1000;
  tell({ stage: "hearing" });
  const before = process.cpuUsage();
  const heard: Written[] = [];
  const heardToo: Written[] = [];
  const speech: Span[] = [];
  const meter = soundMeter();
  const pieces = cutPieces((piece) => {
    speech.push(...piece.speech);
    heard.push(writeDown(piece, recognise));
    if (recogniseToo) heardToo.push(writeDown(piece, recogniseToo));
  });
  await readSound(path, (samples) => {
    meter.push(samples);
    pieces.push(samples);
  });
  pieces.end();
  const text = joined(heard);
  const signs: SoundSigns = {
    ...meter.read(speech),
    compressionRatio: highestRatio(heard),
    agreement: recogniseToo ? agreementOf(text, joined(heardToo)) : null,
  };
  const words = heard.flatMap((piece) => piece.words);
  const segments = heard.flatMap((piece) => piece.segments);
  return {
    text,
    language: languageOf(request, heard),
    timed: words.length > 0 ? "words" : segments.length > 0 ? "segments" : "none",
    words,
    segments,
    engine: account(request, { loadSeconds, before, soundSeconds: signs.soundSeconds }),
    signs: {
      sound_seconds: signs.soundSeconds,
      speech_share: signs.speechShare,
      snr_db: signs.snrDb,
      clipped_share: signs.clippedShare,
      compression_ratio: signs.compressionRatio,
      agreement: signs.agreement,
    },
    quality: judgeSound(signs),
  };
}

const joined = (pieces: readonly Written[]) =>
  pieces
    .map(({ text }) => text)
    .filter((text) => text !== "")
    .join(" ");

/** Of one piece: the more text there is, the further any can be packed, and Whisper's limit is meant for half a minute. */
function highestRatio(pieces: readonly Written[]): number | null {
  const known = pieces.flatMap(({ text }) => compressionRatio(text) ?? []);
  return known.length === 0 ? null : Math.max(...known);
}

/** As the model says it, else as it was told, else its only one. */
function languageOf({ model, language }: EngineRequest, heard: readonly Written[]): string | null {
  const said = heard.find((piece) => piece.text !== "")?.language;
  if (said) return said;
  if (language !== "*") return language;
  const [only, ...others] = model.languages;
  return only === undefined || only === "*" || others.length > 0 ? null : only;
}

function account(
  { model, second, threads }: EngineRequest,
  { loadSeconds, before, soundSeconds }: { loadSeconds: number; before: NodeJS.CpuUsage; soundSeconds: number },
): EngineAccount {
  const { user, system } = process.cpuUsage(before);
  return {
    name: "sherpa-onnx",
    version: sherpa.version,
    model: model.name,
    model_sha256: model.sha256,
    ...(second ? { second_model: second.name, second_model_sha256: second.sha256 } : {}),
    threads,
    load_seconds: loadSeconds,
    work_seconds: (user + system) / 1e6,
    sound_seconds: soundSeconds,
    peak_mib: process.resourceUsage().maxRSS / 1024,
  };
}
