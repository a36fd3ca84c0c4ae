import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ProviderError } from "../../ai/chat.ts";
import { readHeard } from "../../ai/read-heard.ts";
import type { AudioFile, Transcriber } from "../../ai/transcribe.ts";
import { clipPath, wordsIn } from "./clips.ts";
import { silence, writeWav } from "./samples.ts";

/** Nothing takes longer; a machine that is busy may. */
const PATIENT_MS = 120_000;

/** What every transcriber does. @param make is called once for each test */
export function keepsTranscriberContract(make: () => Promise<Transcriber>): void {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "transcriber-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const wav = (path: string): AudioFile => ({ path, mimeType: "audio/wav", fileName: "answer.wav" });

  it("says who it is", async () => {
    const { host, model, concurrency } = await make();
    expect([host, model].every((name) => name !== "")).toBe(true);
    expect(concurrency).toBeGreaterThan(0);
  });

  it(
    "writes down the words of a file, with their times, and accounts for the call",
    async () => {
      const transcriber = await make();
      const answer = await transcriber.transcribe(wav(clipPath("read-3")));
      expect(answer).toMatchObject({ host: transcriber.host, cost: null, retries: 0 });
      const { text, spans, timed } = readHeard(answer.text);
      expect(text.toLowerCase()).toContain("selfish");
      expect(timed).toBe("words");
      const selfish = spans.find((span) => span.text.toLowerCase().startsWith("selfish"));
      const said = wordsIn("read-3").find(({ word }) => word === "selfish");
      expect(Math.abs((selfish?.startMs ?? 0) / 1000 - (said?.start ?? 0))).toBeLessThan(0.3);
    },
    PATIENT_MS,
  );

  it(
    "hears nothing in silence",
    async () => {
      const { transcribe } = await make();
      const answer = await transcribe(wav(await writeWav(join(folder, "silence.wav"), silence(3))));
      expect(readHeard(answer.text)).toMatchObject({ text: "", spans: [], timed: "none" });
    },
    PATIENT_MS,
  );

  it(
    "tells that a file has no sound that can be read",
    async () => {
      const { transcribe } = await make();
      const path = join(folder, "empty.wav");
      await writeFile(path, "");
      await expect(transcribe(wav(path))).rejects.toBeInstanceOf(ProviderError);
    },
    PATIENT_MS,
  );

  it(
    "ends with the signal's own reason",
    async () => {
      const { transcribe } = await make();
      const reason = new Error("nobody waits for it");
      const already = transcribe(wav(clipPath("jfk")), AbortSignal.abort(reason));
      await expect(already).rejects.toBe(reason);
      const controller = new AbortController();
      const later = transcribe(wav(clipPath("jfk")), controller.signal);
      setTimeout(() => controller.abort(reason), 50);
      await expect(later).rejects.toBe(reason);
    },
    PATIENT_MS,
  );
}
