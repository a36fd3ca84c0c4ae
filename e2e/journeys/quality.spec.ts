import type { Page } from "playwright/test";
import { db } from "../../lib/db/client.ts";
import { agree } from "../support/agree.ts";
import { untilStored } from "../support/emitted.ts";
import { expect, test } from "../support/journey.ts";
import { recordAgain } from "../support/record.ts";

/** What another program has decided when it started the session, and what the room then records in. */
const CASES = [
  { name: "SD", config: { quality: "SD" }, tracks: ["audio", "video"], width: 640, height: 480, bitrate: 1_000_000 },
  {
    name: "a quality of its own",
    config: { quality: { width: 320, height: 240, frame_rate: 15, bitrate: 300_000 } },
    tracks: ["audio", "video"],
    width: 320,
    height: 240,
    bitrate: 300_000,
  },
  { name: "sound alone", config: { video: false }, tracks: ["audio"] },
  { name: "picture alone", config: { audio: false }, tracks: ["video"], width: 1280, height: 720, bitrate: 2_500_000 },
];

for (const { name, config, ...expected } of CASES) {
  test(`an interview that another program started with ${name} is recorded that way`, async ({
    page,
    tenant,
    baseURL,
    emitted,
  }) => {
    const { url, token } = await tenant.invite();
    const started = await page.request.post(`${baseURL}/api/interview/session/start`, {
      data: { interview_token: token, recording_config: config },
    });
    const { session_id: sessionId } = await started.json();
    await page.goto(url);
    const agreed = await page.getByRole("checkbox").evaluate((box) => box.closest("label")?.textContent ?? "");
    expect([agreed.includes("my voice"), agreed.includes("my picture")]).toEqual(
      ["audio", "video"].map((kind) => expected.tracks.includes(kind)),
    );
    await agree(page);
    await recordAgain(page);
    await untilStored(sessionId, 0, 2);
    expect(await recordedNow(page)).toEqual({ ...NOTHING, ...expected });
    expect(emitted.length).toBeGreaterThan(1);
    const segment = await db().segment.findFirstOrThrow({ where: { sessionId } });
    expect(segment.mimeType).toMatch(expected.tracks.includes("video") ? /^video\// : /^audio\//);
  });
}

const NOTHING = { width: null, height: null, bitrate: null };

/** What the browser's own recorder was given. */
const recordedNow = (page: Page) =>
  page.evaluate(() => {
    const { recorders } = window as unknown as { recorders: MediaRecorder[] };
    const recorder = recorders.at(-1);
    const tracks = recorder?.stream.getTracks() ?? [];
    const { width = null, height = null } = tracks.find(({ kind }) => kind === "video")?.getSettings() ?? {};
    const bitrate = width === null ? null : (recorder?.videoBitsPerSecond ?? null);
    return { tracks: tracks.map(({ kind }) => kind).sort(), width, height, bitrate };
  });

test("an interview that is started with nothing to record asks for no camera", async ({ page, tenant, baseURL }) => {
  const { url, token } = await tenant.invite();
  await page.request.post(`${baseURL}/api/interview/session/start`, {
    data: { interview_token: token, recording_config: { audio: false, video: false } },
  });
  await page.goto(url);
  await expect(page.getByText("Neither picture nor sound is recorded")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /without picture or sound/ })).toBeVisible();
  await agree(page);
  await expect(page.getByText("Nothing is recorded in this interview")).toBeVisible();
  await page.getByRole("button", { name: "Start the interview" }).click();
  await expect(page.getByRole("main").getByText("Question 1 of 3")).toBeVisible();
  await expect(page.getByText("Recording", { exact: true })).toBeHidden();
});

/** What was decided after the candidate had opened the page and tried the devices. */
const DECIDED_LATE = [
  { name: "SD", config: { quality: "SD" }, tracks: ["audio", "video"], width: 640, height: 480, bitrate: 1_000_000 },
  { name: "sound alone", config: { video: false }, tracks: ["audio"] },
];

for (const { name, config, ...expected } of DECIDED_LATE) {
  test(`a page that was open before the interview was started with ${name} records it that way`, async ({
    page,
    tenant,
    baseURL,
    emitted,
  }) => {
    const { url, token } = await tenant.invite();
    await page.goto(url);
    await agree(page);
    await page.getByRole("button", { name: "Turn on camera and microphone" }).click();
    await expect(page.getByLabel("Your camera picture")).toBeVisible();
    const started = await page.request.post(`${baseURL}/api/interview/session/start`, {
      data: { interview_token: token, recording_config: config },
    });
    const { session_id: sessionId } = await started.json();
    await page.getByRole("button", { name: "Start the interview" }).click();
    await untilStored(sessionId, 0, 2);
    expect(await recordedNow(page)).toEqual({ ...NOTHING, ...expected });
    expect(emitted.length).toBeGreaterThan(1);
  });
}

test("a page that was open before the interview was started with nothing to record turns its devices off", async ({
  page,
  tenant,
  baseURL,
  emitted,
}) => {
  const { url, token } = await tenant.invite();
  await page.goto(url);
  await agree(page);
  await page.getByRole("button", { name: "Turn on camera and microphone" }).click();
  await page.request.post(`${baseURL}/api/interview/session/start`, {
    data: { interview_token: token, recording_config: { audio: false, video: false } },
  });
  await page.getByRole("button", { name: "Start the interview" }).click();
  await expect(page.getByRole("main").getByText("Question 1 of 3")).toBeVisible();
  await expect(page.getByText("Recording", { exact: true })).toBeHidden();
  expect(emitted).toEqual([]);
});
