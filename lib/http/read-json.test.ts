import { expect, test } from "vitest";
import { readJson } from "./read-json.ts";

const URL = "http://localhost/";

function announced(body: string): Request {
  return new Request(URL, { method: "POST", body, headers: { "content-length": String(Buffer.byteLength(body)) } });
}

/** Sent in pieces, as by somebody who says nothing of its length. */
function unannounced(body: string): Request {
  const pieces = new Blob([body]).stream();
  return new Request(URL, { method: "POST", body: pieces, duplex: "half" } as RequestInit);
}

const text = (bytes: number) => JSON.stringify("x".repeat(bytes - 2));

test.each([
  ["announced", announced],
  ["unannounced", unannounced],
])("a body of the most bytes is read, one more is refused: %s", async (_, request) => {
  expect(await readJson(request(text(256 * 1024)))).toHaveLength(256 * 1024 - 2);
  await expect(readJson(request(text(256 * 1024 + 1)))).rejects.toMatchObject({ code: "body_too_large" });
  expect(await readJson(request(text(5_000)), 5_000)).toHaveLength(4_998);
  await expect(readJson(request(text(5_001)), 5_000)).rejects.toMatchObject({ code: "body_too_large" });
});
