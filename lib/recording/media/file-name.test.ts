import { expect, it } from "vitest";
import { contentDisposition, downloadName } from "./file-name.ts";

const day = new Date("2026-11-22T23:30:00Z");

it.each([
  ["Ada Lovelace", "Interview Ada Lovelace 2026-11-22.webm"],
  ["Zoë Müller", "Interview Zoë Müller 2026-11-22.webm"],
  ["山田 太郎", "Interview 山田 太郎 2026-11-22.webm"],
  ["../../etc/passwd", "Interview .. .. etc passwd 2026-11-22.webm"],
  ['A "B" <C>\r\nSet-Cookie: x', "Interview A B C Set-Cookie x 2026-11-22.webm"],
  ["evil\u202Emp4.exe", "Interview evil mp4.exe 2026-11-22.webm"],
  ["   ", "Interview 2026-11-22.webm"],
])("names the file of %j", (name, expected) => {
  expect(downloadName(name, day, "webm")).toBe(expected);
});

it("keeps a very long name short, without cutting a character in two", () => {
  const name = downloadName("👩🏽‍🚀".repeat(200), day, "mp4");
  expect(name.length).toBeLessThan(200);
  expect(name.isWellFormed()).toBe(true);
});

it.each([
  ["Interview Ada 2026-11-22.webm", 'filename="Interview Ada 2026-11-22.webm"', "Interview%20Ada%202026-11-22.webm"],
  ["Zoë Müller.webm", 'filename="Zoe Muller.webm"', "Zo%C3%AB%20M%C3%BCller.webm"],
  ["Interview 山田 x.webm", 'filename="Interview x.webm"', "Interview%20%E5%B1%B1%E7%94%B0%20x.webm"],
  ["O'Neil (2)*.mp4", 'filename="O\'Neil (2)*.mp4"', "O%27Neil%20%282%29%2A.mp4"],
])("offers %j under a plain name and its own", (name, plain, extended) => {
  expect(contentDisposition("attachment", name)).toBe(`attachment; ${plain}; filename*=UTF-8''${extended}`);
});

it.each(['a"; filename="b', "a\r\nX-Evil: 1", "a\\", "\ud800", "%41"])("makes a safe header of %j", (name) => {
  const header = contentDisposition("inline", name);
  expect(header).toMatch(/^inline; filename="[^"\\%\r\n]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/);
  expect(() => new Headers({ "content-disposition": header })).not.toThrow();
});
