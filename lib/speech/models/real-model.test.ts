import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { talentflow } from "../../testing/command.ts";

/* With models that are no part of the project: SPEECH_TEST_MODEL names archives or folders of them. */
const NAMED = (process.env.SPEECH_TEST_MODEL ?? "").split(delimiter).filter(Boolean);
const CLIP = join(import.meta.dirname, "../assets/self-test.wav");

describe.each(NAMED)("the model %s", (path) => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "real-model-"));
  });
  afterAll(() => rm(dataDir, { recursive: true }));
  const speech = async (...args: string[]) => {
    const environment = { DATA_DIR: dataDir, SPEECH_MODEL: "default" };
    const { stdout } = await talentflow(["speech", ...args, "--json"], { environment });
    return JSON.parse(stdout);
  };

  it("is installed, passes its test, and writes down what is said in a file", { timeout: 600_000 }, async () => {
    const installed = await speech("install", "--from", path);
    expect(installed).toMatchObject({ folder: expect.stringContaining(dataDir) });
    expect((await speech("status")).in_use).toMatchObject({ sha256: installed.sha256 });
    const heard = await speech("test", CLIP);
    expect(heard.text.toLowerCase()).toContain("made amiable himself");
    expect(heard).toMatchObject({ model: installed.model, model_sha256: installed.sha256, sound_seconds: 3.29 });
    expect(heard.work_seconds).toBeGreaterThan(0);
    for (const { start, end, confidence } of [...heard.words, ...heard.segments]) {
      expect(end).toBeGreaterThanOrEqual(start);
      expect(confidence === null || confidence <= 1).toBe(true);
    }
  });
});

it.skipIf(NAMED.length > 0)("is only tried where SPEECH_TEST_MODEL names one", () => {});
