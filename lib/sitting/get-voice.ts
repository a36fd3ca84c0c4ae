import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ProviderError } from "../ai/chat.ts";
import { MAX_SPOKEN_LENGTH, SPOKEN_TYPES, type Speaker, type SpokenType } from "../ai/speak.ts";
import { db } from "../db/client.ts";
import * as organizations from "../db/organizations.ts";
import * as spokenTexts from "../db/spoken-texts.ts";
import { AppError } from "../errors.ts";
import { describeError, logger } from "../logger.ts";
import { storage } from "../storage/configured.ts";
import { configuredSpeaker } from "./configured-speaker.ts";
import { nextQuestions } from "./next-questions.ts";
import { getWritableSession } from "./writable-session.ts";

export type StoredVoice = {
  storageKey: string;
  sizeBytes: number;
  mimeType: SpokenType;
  /** Of text, model and voice, hex: another text is another file. */
  sha256: string;
};

/** What a session's introduction is called where a question's id would stand. */
export const INTRODUCTION = "introduction";

const ENDINGS: Record<SpokenType, string> = {
  "audio/mpeg": "mp3",
  "audio/wav": "wav",
  "audio/ogg": "ogg",
  "audio/flac": "flac",
};

/**
 * The avatar's voice for one text of an open session: its introduction, or a question that is handed over now. Nothing else is ever spoken, so
 * that nobody can have texts of their own read out, or hear a question before its time. Each text is paid for once and stored; later candidates hear the same file. In a sandbox
 * nothing is paid for: the browser speaks.
 *
 * @param part `introduction` or the id of the template's question
 * @throws AppError as every write by session id; `not_found` where the browser's own voice is meant to speak or there is no such text;
 * `unavailable` when the endpoint gave no voice: the browser's own speaks then
 */
export async function getVoice(
  sessionId: string,
  part: string,
  speaker: Speaker | null = configuredSpeaker(),
): Promise<StoredVoice> {
  if (!speaker) throw notSpoken();
  await getWritableSession(db(), sessionId);
  if (await organizations.isSandboxSession(db(), sessionId)) throw notSpoken();
  const text = (await textOf(sessionId, part))?.trim();
  if (!text || text.length > MAX_SPOKEN_LENGTH) throw new AppError("not_found:voice");
  const sha256 = hashOf(text, speaker);
  return (await findStored(sha256)) ?? speakOnce(sha256, text, speaker);
}

function notSpoken(): AppError {
  return new AppError("not_found:no_server_voice");
}

async function textOf(sessionId: string, part: string): Promise<string | null> {
  if (part === INTRODUCTION) return spokenTexts.findIntroduction(db(), sessionId);
  const { questions } = await nextQuestions(sessionId);
  return questions.find(({ id }) => id === part)?.text ?? null;
}

function hashOf(text: string, { model, voice }: Speaker): string {
  return createHash("sha256")
    .update(JSON.stringify([text, model, voice]))
    .digest("hex");
}

const keyOf = (sha256: string, type: SpokenType) => `speech/${sha256}.${ENDINGS[type]}`;

async function findStored(sha256: string): Promise<StoredVoice | null> {
  for (const mimeType of SPOKEN_TYPES) {
    const storageKey = keyOf(sha256, mimeType);
    const stored = await storage().stat(storageKey);
    if (stored) return { storageKey, sizeBytes: stored.sizeBytes, mimeType, sha256 };
  }
  return null;
}

/** What is being spoken in this process: who asks for the same meanwhile waits for it. */
const underWay = new Map<string, Promise<StoredVoice>>();

function speakOnce(sha256: string, text: string, speaker: Speaker): Promise<StoredVoice> {
  const running = underWay.get(sha256);
  if (running) return running;
  const made = speakAndStore(sha256, text, speaker).finally(() => underWay.delete(sha256));
  underWay.set(sha256, made);
  return made;
}

async function speakAndStore(sha256: string, text: string, speaker: Speaker): Promise<StoredVoice> {
  const { bytes, mimeType } = await speaker.speak(text).catch((error: unknown) => {
    if (!(error instanceof ProviderError)) throw error;
    logger.warn({ reason: error.reason, ...describeError(error) }, "no voice for a question");
    throw new AppError("unavailable:voice", { retryAfterSeconds: 60 });
  });
  const storageKey = keyOf(sha256, mimeType);
  await storage().withScratch(async (folder) => {
    const path = join(folder, "voice");
    await writeFile(path, bytes);
    await storage().publish(storageKey, path);
  });
  return { storageKey, sizeBytes: bytes.byteLength, mimeType, sha256 };
}
