import { ALL_FORMATS, BufferSource, Input } from "mediabunny";
import type { Locator, Page } from "playwright/test";
import { answer, begin, expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "../support/journey.ts";

const ANSWERS = [
  "First I would measure: a trace of one slow request shows whether the time goes to the database. Then I read the " +
    "query plan, add the missing index and move to keyset pagination, because OFFSET reads every earlier page.",
  "I would use an idempotency key for each payment, store the attempt before the call and reconcile after a timeout, " +
    "so that a retry never charges twice.",
  "Last year my migration locked a table for four minutes. I rolled it back, told everyone, wrote the postmortem and " +
    "we now run migrations with a lock timeout.",
];

test("from an interview link to a decision beside the recording", async ({
  quietPage: page,
  tenant,
  baseURL,
  emitted,
}) => {
  const { url, candidateId } = await tenant.invite({ name: "Grace Hopper" });

  await page.goto(url);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Grace Hopper");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await begin(page);
  await expectAccessible(page);
  await answer(page, ANSWERS[0] ?? "", { seconds: 4 });
  await expect(page.getByRole("main").getByText("Question 2 of 3")).toBeVisible();
  const secondAskedAt = Date.now();
  await answer(page, ANSWERS[1] ?? "", { seconds: 3 });
  await expectNoSidewaysScroll(page);
  await expect(page.getByRole("main").getByText("Question 3 of 3")).toBeVisible();
  await answer(page, ANSWERS[2] ?? "", { seconds: 3, last: true });
  await expect(page.getByText("Recording", { exact: true })).toBeHidden();
  await expect(page.getByRole("heading", { name: /Thank you/ })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);

  await page.goto(`${baseURL}/dashboard`);
  await expect(page).toHaveURL(/\/sign-in/);
  await expectAccessible(page);
  await signIn(page, tenant.recruiter);
  await page.getByRole("link", { name: /Grace Hopper/ }).click();
  await expect(page.getByText("Rubric estimate").first()).toBeVisible({ timeout: 60_000 });
  for (const text of ANSWERS) {
    await expect(page.getByRole("paragraph").filter({ hasText: text })).toBeVisible();
  }

  const video = page.locator("video");
  await expect(video).toBeVisible({ timeout: 60_000 });
  const duration = await loadedDuration(video);
  const { toldAt = 0, startedAt = 0 } = emitted[0] ?? {};
  const endedAt = emitted.at(-1)?.at ?? 0;
  // It records before it says so, sooner or later after it was told to.
  expect(duration).toBeGreaterThan((endedAt - startedAt) / 1000 - 1);
  expect(duration).toBeLessThan((endedAt - toldAt) / 1000 + 1);
  await expectSound(page, `${baseURL}/api/interview/recording/${candidateId}/media`, duration);

  await page.getByRole("button", { name: /^Question 2 at / }).click();
  await expect.poll(() => currentTime(video)).toBeGreaterThan(0);
  expect(Math.abs((await seekedTo(video)) - (secondAskedAt - startedAt) / 1000)).toBeLessThan(1);
  expect(await coloursOfFrame(video)).toBeGreaterThan(1);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByText("Move forward", { exact: true }).last().click();
  await page.getByLabel("Reason").fill("Measures before changing anything, and says what went wrong.");
  await page.getByRole("button", { name: "Save decision" }).click();
  await expect(page.getByRole("list", { name: "Decisions, latest first" })).toContainText("Measures before changing");
});

test("a refresh in the middle goes on where it stopped", async ({ quietPage: page, tenant }) => {
  const { url, candidateId } = await tenant.invite();
  await page.goto(url);
  await begin(page);
  await answer(page, ANSWERS[0] ?? "", { seconds: 2 });
  await expect(page.getByRole("main").getByText("Question 2 of 3")).toBeVisible();

  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await page
    .getByRole("button", { name: /continue|Turn on camera and microphone/i })
    .first()
    .click();
  const start = page.getByRole("button", { name: /Start the interview|Go on|Continue the interview/ });
  await start.click();
  await expect(page.getByRole("main").getByText("Question 2 of 3")).toBeVisible();
  await answer(page, ANSWERS[1] ?? "", { seconds: 2 });
  await answer(page, ANSWERS[2] ?? "", { seconds: 2, last: true });
  await expect(page.getByRole("heading", { name: /Thank you/ })).toBeVisible({ timeout: 30_000 });

  const read = async () => {
    const headers = { authorization: `Bearer ${tenant.apiKey}` };
    const info = await page.request.get(`/api/interview/recording/${candidateId}`, { headers });
    const { recording_info } = await info.json();
    const session = await page.request.get(`/api/interview/session/${recording_info.session_id}`, { headers });
    return { recording: recording_info, session: (await session.json()).session_data };
  };
  await expect.poll(async () => (await read()).recording.recording_status, { timeout: 60_000 }).toBe("completed");
  const { session, recording } = await read();
  expect(session.questions).toHaveLength(3);
  expect(session.answers.map(({ text }: { text: string }) => text)).toEqual(ANSWERS);
  expect(recording.recording_duration).toBeGreaterThanOrEqual(6); // both segments
});

async function loadedDuration(video: Locator): Promise<number> {
  const duration = () => video.evaluate((element: HTMLVideoElement) => element.duration);
  await expect.poll(duration).toBeGreaterThan(0);
  return duration();
}

function currentTime(video: Locator): Promise<number> {
  return video.evaluate((element: HTMLVideoElement) => element.currentTime);
}

/** Where the player stands once it has stopped seeking. */
async function seekedTo(video: Locator): Promise<number> {
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.seeking)).toBe(false);
  return video.evaluate((element: HTMLVideoElement) => {
    element.pause();
    return element.currentTime;
  });
}

/** The stored file has a sound track as long as the picture. */
async function expectSound(page: Page, mediaUrl: string, seconds: number): Promise<void> {
  const response = await page.request.get(mediaUrl);
  expect(response.status()).toBe(200);
  const input = new Input({ source: new BufferSource(await response.body()), formats: ALL_FORMATS });
  const audio = await input.getPrimaryAudioTrack();
  expect(Math.abs(((await audio?.computeDuration()) ?? 0) - seconds)).toBeLessThan(1);
}

/** How many different colours the frame has that is shown now. */
function coloursOfFrame(video: Locator): Promise<number> {
  return video.evaluate((element: HTMLVideoElement) => {
    const canvas = document.createElement("canvas");
    canvas.width = 64;
    canvas.height = 36;
    const context = canvas.getContext("2d");
    if (!context) return 0;
    context.drawImage(element, 0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return new Set(pixels).size;
  });
}
