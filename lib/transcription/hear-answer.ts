import { type CallLog, memoryCalls } from "../ai/call-log.ts";
import type { ChatRequest } from "../ai/chat.ts";
import { type Heard, readHeard } from "../ai/read-heard.ts";
import type { Transcriber } from "../ai/transcribe.ts";
import type { NewTranscript } from "../db/transcripts.ts";
import type { AudioPiece } from "../recording/media/sound/audio-pieces.ts";
import { joinHeard } from "./join-heard.ts";
import type { SpokenAnswer, UnheardAnswer } from "./unheard-answers.ts";

/** Nothing but the sound and these are sent: there is no prompt that could put words into a candidate's mouth. */
const VERSIONS = { prompt: "transcription-1", rubric: "none", scorer: "transcription-1" };

/**
 * Has the sound of one answer written down.
 * @param calls keeps the account of each call, so that none is paid for twice
 * @throws ProviderError when it could not be
 */
export async function hearAnswer(
  { answer, files, soundHash }: UnheardAnswer,
  transcriber: Transcriber,
  calls: CallLog = memoryCalls(),
  signal?: AbortSignal,
): Promise<NewTranscript> {
  const { host, model } = transcriber;
  const heard: { piece: AudioPiece; heard: Heard }[] = [];
  for (const [number, piece] of files.entries()) {
    heard.push({ piece, heard: await hear(answer, piece, number, transcriber, calls, signal) });
  }
  return { answerId: answer.id, host, model, soundHash, ...joinHeard(heard) };
}

async function hear(
  { id, questionId }: SpokenAnswer,
  { path, mimeType, offsetMs, durationMs, sha256 }: AudioPiece,
  number: number,
  transcriber: Transcriber,
  calls: CallLog,
  signal?: AbortSignal,
): Promise<Heard> {
  const fileName = `answer${path.slice(path.lastIndexOf("."))}`; // says nothing about anybody
  // Which sound, not the file's bytes: a container's header differs each time it is written.
  const sound = `The sound of answer ${id} from ${offsetMs} ms to ${offsetMs + durationMs} ms, SHA-256 ${sha256}.`;
  const request: ChatRequest = {
    model: transcriber.model,
    messages: [{ role: "user", content: sound }],
    schema: { name: "transcription", jsonSchema: {} },
    temperature: 0,
    maxOutputTokens: 0,
  };
  const call = { purpose: "transcribe", questionId, sample: number, request, versions: VERSIONS } as const;
  const answer = await calls.once(call, () => transcriber.transcribe({ path, mimeType, fileName, durationMs }, signal));
  return readHeard(answer.text);
}
