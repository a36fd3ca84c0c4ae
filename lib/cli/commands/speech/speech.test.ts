import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installFrom } from "../../../speech/models/install-model.ts";
import { talentflow } from "../../../testing/command.ts";
import { startArchiveServer } from "../../../testing/speech/archive-server.ts";
import { hearsWell, TINY_ARCHIVE, tinyBytes } from "../../../testing/speech/tiny-model.ts";

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "talentflow-speech-"));
});
afterAll(() => rm(dataDir, { recursive: true }));

/** As somebody types it who has set nothing else. */
async function speech(args: string[], more: Record<string, string> = {}) {
  const environment = { DATA_DIR: dataDir, SPEECH_MODEL: "default", DATABASE_URL: undefined, ...more };
  const ran = await talentflow(["speech", ...args, "--json"], { environment });
  return { ...ran, body: JSON.parse(ran.stdout) };
}

test("lists what can be installed, with its size, languages, licence and credit", async () => {
  const { code, body } = await speech(["install"]);
  expect(code).toBe(0);
  expect(body.models[0]).toMatchObject({
    model: "parakeet-110m",
    bytes: 108_035_095,
    languages: ["en"],
    licence: "CC-BY-4.0",
    credit: expect.stringContaining("NVIDIA"),
  });
});

test("says that none is in use, and what could be", async () => {
  const { body } = await speech(["status"]);
  expect(body).toMatchObject({ setting: "default", in_use: null, state: null, installed: [] });
  expect(body.available).toHaveLength(6);
});

test("says which is in use, where it lies, and whose it is", async () => {
  const folder = join(dataDir, "models");
  const { signal } = new AbortController();
  await installFrom(TINY_ARCHIVE, null, { folder, hear: hearsWell, signal });
  await cp(join(folder, "tiny-model"), join(folder, "whisper-tiny.en"), { recursive: true });
  const { body } = await speech(["status"]);
  expect(body.in_use).toMatchObject({
    model: "whisper-tiny.en",
    folder: join(folder, "whisper-tiny.en"),
    bytes: 180_011,
    sha256: expect.stringMatching(/^[\da-f]{64}$/),
    licence: "MIT",
  });
  expect(body.installed.map(({ model, verdict }: { model: string; verdict: string }) => [model, verdict])).toEqual([
    ["whisper-tiny.en", "ready"],
    ["tiny-model", "ready"],
  ]);
  expect((await speech(["status"], { SPEECH_MODEL: "off" })).body.in_use).toBeNull();
});

test("says what a mirror has instead of the model, and leaves nothing of it", async () => {
  const mirror = await startArchiveServer(tinyBytes);
  const ran = await speech(["install", "whisper-base"], { SPEECH_MODEL_URL: mirror.url });
  await mirror.close();
  const host = new URL(mirror.url).host;
  expect(ran.code).toBe(1);
  expect(ran.stderr).toBe(
    `talentflow: The speech model whisper-base is not installed: ${host} has a file of another size than the catalogue's.\n`,
  );
});

test.each([
  [
    ["install", "whisper-enormous"],
    1,
    /^There is no model whisper-enormous in the catalogue\. There are parakeet-110m,/,
  ],
  [["install", "--from", "/nowhere.tar.bz2"], 1, /^There is no file \/nowhere\.tar\.bz2\./],
  [
    ["install", "parakeet-110m", "--from", TINY_ARCHIVE],
    1,
    /is not installed: the file is another than the catalogue's/,
  ],
  [["install", "--from", "package.json"], 1, /^package\.json is not installed: the archive is refused: damaged/],
  [["install", "--from", "public"], 1, /^public is not installed: encoder: is missing/],
  [["test", "/nowhere.wav"], 1, /^There is no file \/nowhere\.wav/],
  [["test", "package.json", "--language", "uk"], 1, /Run `talentflow speech install parakeet-tdt-0\.6b-v3`/],
  [["test", "package.json", "--language", "tlh"], 1, /^No model of the catalogue hears tlh/],
  [["test", "package.json", "--model", "whisper-base"], 1, /^The model whisper-base is not installed/],
  [["test"], 2, /missing required argument 'file'/],
])("talentflow speech %j ends with %i and one line", async (args, code, message) => {
  const ran = await speech(args);
  expect(ran.body).toMatchObject({ success: false, message: expect.stringMatching(message) });
  expect(ran.code).toBe(code);
  expect(ran.stderr).toMatch(/^talentflow: [^\n]+\n$/);
});
