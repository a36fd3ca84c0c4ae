import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type ArchiveServer, startArchiveServer } from "../../testing/speech/archive-server.ts";
import { hearsNonsense, hearsWell, TINY, TINY_ARCHIVE, tinyBytes } from "../../testing/speech/tiny-model.ts";
import type { SpeechState } from "../speech-state.ts";
import { modelFor, secondModelFor, suggestedFor } from "./choose-model.ts";
import { installFrom } from "./install-model.ts";
import { type KeepModel, keepModel } from "./keep-model.ts";
import { stateFile } from "./models-folder.ts";
import { readState } from "./state-keeper.ts";

/** What unpacks has a low priority: on a machine that is busy it waits for the others. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;
let server: ArchiveServer;
let whole: string;
const stop = { signal: new AbortController() };
const states: SpeechState[] = [];
let kept: Promise<void> | undefined;

beforeAll(async () => {
  whole = await mkdtemp(join(tmpdir(), "kept-model-"));
  const { signal } = new AbortController();
  await installFrom(TINY_ARCHIVE, null, { folder: whole, hear: hearsWell, signal });
});
afterAll(() => rm(whole, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keep-model-"));
  server = await startArchiveServer(tinyBytes);
  stop.signal = new AbortController();
  states.length = 0;
});
afterEach(async () => {
  stop.signal.abort();
  await kept;
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const OTHER = { ...TINY, name: "other-model", shortName: "other-model" };

function keep(more: Partial<KeepModel> = {}): void {
  kept = keepModel({
    onState: (state) => states.push(state),
    signal: stop.signal.signal,
    hear: hearsWell,
    settings: { model: "default", mirror: server.url },
    folder,
    wanted: [TINY],
    retryMs: [300, 100_000],
    lookMs: 20,
    ...more,
  });
}

const comes = (state: SpeechState["state"]) =>
  expect.poll(() => states.at(-1)?.state, { interval: 10, timeout: 100_000 }).toBe(state);
const passed = () => [...new Set(states.map(({ state }) => state))];

it("fetches the model that is wanted, and says how it stands all along", async () => {
  keep();
  await comes("ready");
  expect(passed()).toEqual(["fetching", "unpacking", "testing", "ready"]);
  expect(states.filter(({ state }) => state === "fetching").at(-1)).toMatchObject({
    model: "tiny-model",
    fetchedBytes: TINY.bytes,
    totalBytes: TINY.bytes,
  });
  expect(states.at(-1)).toMatchObject({ model: "tiny-model", languages: ["en"], reason: null });
  await expect.poll(() => readState(stateFile(folder))).toEqual(states.at(-1));
  expect(await modelFor("en-GB", { settings: { model: "default" }, folder })).toMatchObject({ name: "tiny-model" });
});

it("tries again later what could not be fetched, and says why", async () => {
  server.troubles.push({ kind: "status", status: 503 });
  keep();
  await comes("waiting");
  expect(states.at(-1)).toMatchObject({
    model: "tiny-model",
    reason: { code: "server_refused", params: { model: "tiny-model", status: 503 } },
    retryAt: expect.any(String),
  });
  await comes("ready");
  expect(states.at(-1)?.reason).toBeNull();
});

it("takes the next where one does not say the clip's words, and says so", async () => {
  keep({
    wanted: [TINY, OTHER],
    hear: async (asked) => (asked.model.name === "tiny-model" ? hearsNonsense : hearsWell)(asked),
  });
  await comes("ready");
  expect(states.at(-1)).toMatchObject({
    model: "other-model",
    reason: { code: "self_test_failed", params: { model: "tiny-model" } },
  });
});

it("says that none does where none says the words, and tries none of them again", async () => {
  keep({ wanted: [TINY, OTHER], hear: hearsNonsense });
  await comes("refused");
  expect(states.at(-1)).toMatchObject({ reason: { code: "self_test_failed" } });
  await new Promise((wake) => setTimeout(wake, 200));
  expect(server.ranges).toHaveLength(2);
});

it("fetches nothing where one lies here that somebody brought along", async () => {
  await cp(join(whole, "tiny-model"), join(folder, "brought-along"), { recursive: true });
  keep();
  await comes("ready");
  expect(states.at(-1)).toMatchObject({ model: "brought-along" });
  expect(server.ranges).toEqual([]);
});

it("finds one that is brought along while it waits", async () => {
  server.troubles.push({ kind: "status", status: 404 });
  keep({ retryMs: [100_000] });
  await comes("waiting");
  await cp(join(whole, "tiny-model"), join(folder, "tiny-model"), { recursive: true });
  await comes("ready");
});

it("takes a folder as it is and fetches nothing for it", async () => {
  const model = join(whole, "tiny-model");
  keep({ settings: { model, mirror: server.url } });
  await comes("ready");
  expect(await modelFor("en", { settings: { model }, folder })).toMatchObject({ name: "tiny-model" });
  expect(await modelFor("de", { settings: { model }, folder })).toBeNull();
  expect(server.ranges).toEqual([]);
});

it("says what is wrong with a folder that is none", async () => {
  keep({ settings: { model: "/nowhere/at/all", mirror: undefined } });
  await comes("refused");
  expect(states.at(-1)?.reason).toEqual({
    code: "model_unreadable",
    params: { file: "/nowhere/at/all", fault: "no_folder", model: "all" },
  });
});

it("says that a name is unknown", async () => {
  keep({ settings: { model: "whisper-enormous", mirror: undefined } });
  await comes("refused");
  expect(states.at(-1)?.reason).toMatchObject({ code: "unknown_model" });
});

it("does nothing where recognition is off", async () => {
  await cp(join(whole, "tiny-model"), join(folder, "tiny-model"), { recursive: true });
  keep({ settings: { model: "off", mirror: undefined } });
  await kept;
  expect(states.map(({ state }) => state)).toEqual(["off"]);
  expect(await modelFor("en", { settings: { model: "off" }, folder })).toBeNull();
});

it("gives a second one to compare with, and only another", async () => {
  await cp(join(whole, "tiny-model"), join(folder, "tiny-model"), { recursive: true });
  const where = { settings: { model: "default" }, folder };
  const first = await modelFor("en", where);
  if (!first) throw new Error("there is none");
  expect(await secondModelFor("en", first, where)).toBeNull();
  expect(await secondModelFor("en", { ...first, sha256: "another" }, where)).toMatchObject({ name: "tiny-model" });
});

it("suggests what has a language", () => {
  expect(suggestedFor("en")?.shortName).toBe("parakeet-110m");
  expect(suggestedFor("de-CH")?.shortName).toBe("parakeet-tdt-0.6b-v3");
  expect(suggestedFor("ja")?.shortName).toBe("whisper-base");
  expect(suggestedFor("tlh")).toBeNull();
});
