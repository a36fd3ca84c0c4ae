import { createHash, randomUUID } from "node:crypto";
import { expect, inject, test } from "vitest";
import { UploadAnswer } from "../../lib/contract/upload.ts";
import { expectOk, get, post, send } from "../support/client.ts";
import { startedSession } from "../support/interview.ts";
import { newTenant } from "../support/tenant.ts";

const PARTS = 1_800;
const AT_ONCE = 12;

test("half an hour that was kept offline comes back at once: 1,800 parts, none refused", async () => {
  const { session_id } = await startedSession(await newTenant());
  const segments = `/api/interview/session/${session_id}/segments`;
  await post(segments, { client_key: randomUUID(), mime_type: "video/webm" });
  const sha256 = createHash("sha256").update("x").digest("hex");
  const statuses = new Map<number, number>();
  let next = 0;
  const sender = async () => {
    while (next < PARTS) {
      const seq = next++;
      const headers = { "x-part-offset": String(seq), "x-part-sha256": sha256 };
      const { status } = await send("PUT", `${segments}/0/parts/${seq}`, { raw: "x", headers });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  expect([...statuses]).toEqual([[200, PARTS]]);
  const { segments: arrived } = expectOk(await get(`/api/interview/session/${session_id}/upload`), UploadAnswer);
  expect(arrived[0]).toMatchObject({ acked_through: PARTS - 1, missing: [], received_bytes: PARTS });
}, 180_000);

test("whoever makes up session ids is not let through by each being new", async () => {
  const address = `/api/interview/session/${"x".repeat(3_000)}/upload`;
  const [one, other] = [await get(address), await get(address.replace("xxx", "yyy"))];
  const left = (headers: Headers) => Number(/r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);
  expect(left(other.headers)).toBe(left(one.headers) - 1); // no ids: counted by the caller
});

test.each(["/", "/sign-in", "/no-such-page", "/api/health", "/api/no-such", "/favicon.ico"])(
  "%s does not say what it is made with",
  async (path) => {
    const { headers } = await fetch(new URL(path, inject("baseUrl")));
    for (const name of ["x-powered-by", "server", "x-aspnet-version", "via"])
      expect(headers.get(name), name).toBeNull();
  },
);
