import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";

vi.stubEnv("AUTH_SECRET", "a secret of at least thirty-two characters");
const { readLink, signLink } = await import("./media-link.ts");

const expiresAt = new Date("2027-01-01T00:15:00Z");
const before = new Date("2027-01-01T00:14:59Z");
const interviewId = randomUUID();
const said = { interviewId, file: 2, version: "0123456789abcdef", download: true, expiresAt, shareLinkId: null };

test("a link says what was signed, until its time is over", () => {
  expect(readLink(signLink(said), before)).toEqual(said);
  expect(readLink(signLink(said), expiresAt)).toBeNull();
});

test("a link says for which share link it was given out", () => {
  const shared = { ...said, shareLinkId: randomUUID() };
  expect(readLink(signLink(shared), before)).toEqual(shared);
});

test("no character of a link can be changed, added or left out", () => {
  const link = signLink(said);
  for (let at = 0; at < link.length; at++) {
    const changed = `${link.slice(0, at)}${link[at] === "A" ? "B" : "A"}${link.slice(at + 1)}`;
    expect(readLink(changed, before)).toBeNull();
    expect(readLink(`${link.slice(0, at)}${link.slice(at + 1)}`, before)).toBeNull();
  }
  for (const text of ["", ".", "x", `${link}A`, link.split(".")[0] ?? ""]) expect(readLink(text, before)).toBeNull();
});
