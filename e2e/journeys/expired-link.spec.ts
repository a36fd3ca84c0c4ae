import { type FaultProxy, startFaultProxy } from "../../lib/testing/storage/fault-proxy.ts";
import { BUCKET, type S3Server, startS3Server } from "../../lib/testing/storage/s3-server.ts";
import { expect, signIn, test } from "../support/journey.ts";
import { fixtureParts } from "../support/recording.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { firstInterview } from "../support/server-client.ts";

/* Recordings in a bucket play by links that end. A person who watches for longer must not notice. */

/** Five minutes: long enough for the browser to leave most of it unread. */
const SEGMENTS = 40;

let s3: S3Server;
let proxy: FaultProxy;
let server: TestServer;

test.beforeAll(async () => {
  s3 = await startS3Server();
  proxy = await startFaultProxy(s3.port);
  server = await startServer(null, {
    STORAGE_DRIVER: "s3",
    S3_BUCKET: BUCKET,
    S3_ENDPOINT: `http://localhost:${proxy.port}`,
    S3_FORCE_PATH_STYLE: "1",
    S3_ACCESS_KEY_ID: "S3RVER",
    S3_SECRET_ACCESS_KEY: "S3RVER",
  });
});
test.afterAll(async () => {
  await server?.remove();
  await proxy?.close();
  await s3?.close();
});

test("a reviewer seeks after the link has ended and the recording goes on", async ({ page }) => {
  const interview = await firstInterview(server);
  const parts = await fixtureParts("chrome-webm/segment-0");
  for (let segment = 0; segment < SEGMENTS; segment++) await interview.uploadSegment(parts);
  await interview.end();
  const status = async () => (await interview.recording()).processing_status;
  await expect.poll(status, { timeout: 60_000 }).toBe("completed");

  await page.goto(`${server.baseUrl}/dashboard`);
  await signIn(page, firstAccount(server.printed()));
  await page.getByRole("link", { name: /Ada Lovelace/ }).click();
  const video = page.locator("video");
  await expect.poll(() => video.evaluate((media: HTMLVideoElement) => media.readyState)).toBeGreaterThan(0);

  const links = new Set<string>();
  let ended = new Set<string>();
  let refused = 0;
  proxy.decide(({ url }) => {
    const signature = new URLSearchParams(url).get("X-Amz-Signature") ?? "";
    links.add(signature);
    if (!ended.has(signature)) return "pass";
    refused++;
    return "forbidden";
  });
  const seek = async (seconds: number) => {
    await video.evaluate((media: HTMLVideoElement, to) => {
      media.currentTime = to;
    }, seconds);
    await expect
      .poll(() => video.evaluate((media: HTMLVideoElement) => (media.readyState > 1 ? media.currentTime : -1)))
      .toBe(seconds);
  };
  await seek(60);
  ended = new Set(links);
  await seek(200);
  expect(refused).toBeGreaterThan(0);
  await expect(page.getByText("The recording cannot be played here")).toBeHidden();
});

/** What the first start prints, once. */
function firstAccount(printed: string): { email: string; password: string } {
  const told = (what: string) => new RegExp(`${what}\\s+(\\S+)`).exec(printed)?.[1] ?? "";
  return { email: told("Recruiter"), password: told("Password") };
}
