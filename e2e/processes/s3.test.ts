import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FaultProxy, startFaultProxy } from "../../lib/testing/storage/fault-proxy.ts";
import { BUCKET, type S3Server, startS3Server } from "../../lib/testing/storage/s3-server.ts";
import { fixtureParts } from "../support/recording.ts";
import { startServer, type TestServer, untilWellAgain } from "../support/server.ts";
import { firstInterview } from "../support/server-client.ts";

/* The whole product with its recordings in a bucket, which is away, slow and confused now and then. */

const PREFIX = "talentflow/";

let s3: S3Server;
let proxy: FaultProxy;
let server: TestServer;

beforeAll(async () => {
  s3 = await startS3Server();
  proxy = await startFaultProxy(s3.port);
  server = await startServer(null, {
    STORAGE_DRIVER: "s3",
    S3_BUCKET: BUCKET,
    S3_PREFIX: PREFIX,
    S3_ENDPOINT: `http://127.0.0.1:${proxy.port}`,
    S3_FORCE_PATH_STYLE: "1",
    S3_ACCESS_KEY_ID: "S3RVER",
    S3_SECRET_ACCESS_KEY: "S3RVER",
  });
});
afterAll(async () => {
  await server?.remove();
  await proxy?.close();
  await s3?.close();
});

test("an interview is uploaded, joined and played from the bucket, through everything that S3 does wrong", async () => {
  const interview = await firstInterview(server);
  const parts = await fixtureParts("chrome-webm/segment-0");
  const segment = await interview.openSegment();
  let offset = 0;
  for (const [seq, bytes] of parts.entries()) {
    const send = () => interview.putPart({ segment, seq, offset, bytes });
    if (seq === 1) {
      proxy.decide(() => "down");
      const refused = await send();
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      expect((await fetch(`${server.baseUrl}/api/health`)).status).toBe(503);
      proxy.decide(() => "pass");
    }
    if (seq === 2) proxy.decide(() => 300);
    expect((await send()).status).toBe(200);
    proxy.decide(() => "pass");
    offset += bytes.byteLength;
  }
  await untilWellAgain(server);
  expect(storedUnder("parts/").map(({ bytes }) => bytes.byteLength)).toEqual(parts.map((part) => part.byteLength));

  let failures = 0;
  proxy.decide(({ method, url }) =>
    method === "PUT" && url.includes("/recordings/") && failures++ < 4 ? "error_500" : "pass",
  );
  await interview.end();
  const status = async () => (await interview.recording()).processing_status;
  await expect.poll(status, { timeout: 60_000 }).toBe("completed");
  expect(failures).toBeGreaterThan(3);
  expect(s3.store.uploads.size).toBe(0);

  const { sha256, recording_size, recording_file } = await interview.recording();
  const [stored] = storedUnder("recordings/");
  expect(stored?.key).toBe(`${PREFIX}${recording_file}`);

  const head = await interview.media({ method: "HEAD" });
  expect([head.status, head.headers.get("content-length")]).toEqual([200, String(recording_size)]);
  expect((await interview.media({ headers: { "if-none-match": `"${sha256}"` } })).status).toBe(304);
  const beyond = await interview.media({ headers: { range: `bytes=${recording_size}-` } });
  expect(beyond.status).toBe(416);

  const redirect = await interview.media();
  expect([redirect.status, redirect.headers.get("cache-control")]).toEqual([302, "no-store"]);
  const link = redirect.headers.get("location") ?? "";
  expect(Number(new URL(link).searchParams.get("X-Amz-Expires"))).toBeLessThanOrEqual(300);
  const played = await fetch(link);
  expect(played.headers.get("content-type")).toMatch(/^video\/webm/);
  expect(
    createHash("sha256")
      .update(await played.bytes())
      .digest("hex"),
  ).toBe(sha256);
  const given = await interview.link();
  expect(new URL(given).pathname).toBe(new URL(link).pathname);
  expect((await fetch(given)).headers.get("content-length")).toBe(String(recording_size));
  const range = await fetch(link, { headers: { range: "bytes=100-199" } });
  expect([range.status, (await range.bytes()).byteLength]).toEqual([206, 100]);
}, 120_000);

/** What is in the bucket below a folder, in the order of the keys. */
function storedUnder(folder: string): { key: string; bytes: Buffer }[] {
  return [...s3.store.objects]
    .filter(([key]) => key.startsWith(`${PREFIX}${folder}`))
    .map(([key, { bytes }]) => ({ key, bytes }))
    .sort((a, b) => a.key.localeCompare(b.key, "en", { numeric: true }));
}
