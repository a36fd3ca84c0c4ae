import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { acceptPart } from "../recording/accept-part.ts";
import { openSegment } from "../recording/open-segment.ts";
import { addAnswer } from "../sitting/add-answer.ts";
import { addQuestion } from "../sitting/add-question.ts";
import { testSession } from "./recording-session.ts";

const MEDIA = new URL("../../e2e/fixtures/media/", import.meta.url).pathname;

/** A sitting with what a browser uploaded, and a way to ask and answer. */
export async function recorded(...folders: string[]) {
  const session = await testSession();
  const { sessionId } = session;
  for (const name of folders) await upload(sessionId, name);
  return {
    ...session,
    send: (name: string, without: readonly number[] = []) => upload(sessionId, name, without),
    /** @returns the answer's id */
    async answer(data: object, asked: object = {}): Promise<string> {
      const question_data = { text: "How do you find a slow query?", ...asked };
      const question_id = await addQuestion({ session_id: sessionId, question_data });
      return addAnswer({ session_id: sessionId, question_id, answer_data: { text: "", ...data } });
    },
  };
}

/** @param without parts that do not come yet */
async function upload(sessionId: string, name: string, without: readonly number[] = []): Promise<void> {
  const mime_type = name.endsWith("mp4") ? "video/mp4" : "video/webm;codecs=vp8,opus";
  const segmentIndex = await openSegment(sessionId, { client_key: name, mime_type });
  let offset = 0;
  for (const [seq, file] of (await readdir(join(MEDIA, name))).sort().entries()) {
    const bytes = await readFile(join(MEDIA, name, file));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const part = { sessionId, segmentIndex, seq, offset, length: bytes.byteLength, sha256 };
    if (!without.includes(seq)) await acceptPart(part, Readable.from([bytes]));
    offset += bytes.byteLength;
  }
}
