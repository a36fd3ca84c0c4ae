import { describe, expect, test } from "vitest";
import { normaliseEmail } from "./email-address.ts";

describe("an address is one mailbox", () => {
  test.each([
    [" Ada@Example.ORG ", "ada@example.org"],
    ["ada+tag=x@example.org", "ada+tag=x@example.org"],
    ["r&d@example.org", "r&d@example.org"],
    ["a/b@example.org", "a/b@example.org"],
    ["!#$%&'*+/=?^_`{|}~-@example.org", "!#$%&'*+/=?^_`{|}~-@example.org"],
    ["a@bücher.example", "a@xn--bcher-kva.example"],
    ["a@BÜCHER.example", "a@xn--bcher-kva.example"],
    ["a@xn--bcher-kva.example", "a@xn--bcher-kva.example"],
    ["müller@example.org", "müller@example.org"],
    ["用户@例え。jp", "用户@xn--r8jz45g.jp"],
    ["a@faß.de", "a@xn--fa-hia.de"],
    ['"Ada Lovelace"@example.org', '"ada lovelace"@example.org'],
  ])("%s is %s", (typed, address) => {
    expect(normaliseEmail(typed)).toBe(address);
    expect(normaliseEmail(address)).toBe(address);
  });

  test("only ASCII letters are folded: a Kelvin sign is no k, and a dotted capital i no i", () => {
    expect(normaliseEmail("\u212A@example.org")).toBe("\u212A@example.org");
    expect(normaliseEmail("\u0130@example.org")).toBe("\u0130@example.org");
    expect(normaliseEmail("Ä@example.org")).toBe("Ä@example.org");
  });
});

test.each([
  "",
  "@",
  "ada",
  "@example.org",
  "ada@",
  "ada@localhost",
  "ada@192.0.2.1",
  "ada@0x7f.1",
  "ada@[192.0.2.1]",
  ".ada@example.org",
  "ada.@example.org",
  "a..da@example.org",
  "a da@example.org",
  "a@b@example.org",
  "ada@example..org",
  "ada@example.org.",
  "ada@-example.org",
  "ada@example-.org",
  "ada@exa_mple.org",
  "ada@example.org/x",
  "ada@example.org:25",
  "ada@\u200b.org",
  "a\u0000da@example.org",
  "a\u202eda@example.org",
  "ada\ud800@example.org",
  `${"a".repeat(65)}@example.org`,
  `${"é".repeat(33)}@example.org`,
  `ada@${"a".repeat(64)}.org`,
  `ada@${"abcdefghi.".repeat(26)}org`,
])("%j is no address", (typed) => {
  expect(normaliseEmail(typed)).toBeNull();
});

test("whatever is sent, what is taken is taken again as it is", () => {
  const pieces = ["a", "B", "@", ".", "é", "\u212A", "-", "xn--", " ", '"', "\\", "例", "%", "\u200d", "😀", "0"];
  for (let seed = 1, round = 0; round < 20_000; round++) {
    let typed = "";
    for (let length = 0; length < 12; length++) {
      seed = (seed * 48_271) % 2_147_483_647; // Lehmer: the same on every run
      typed += pieces[seed % pieces.length];
    }
    const address = normaliseEmail(typed);
    if (address !== null) expect(normaliseEmail(address), typed).toBe(address);
  }
});
