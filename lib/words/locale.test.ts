import { expect, test } from "vitest";
import { preferredLocale } from "./locale.ts";

test.each([
  ["", "en"],
  [null, "en"],
  ["en-XA", "en-XA"],
  ["EN-xa", "en-XA"],
  ["de, en-XA;q=0.9, en;q=0.8", "en-XA"],
  ["en-GB,en;q=0.9,en-XA;q=0.1", "en"],
  ["en-XA;q=0", "en"],
  ["en-XA;q=0.5;q=0.9, en;q=0.7", "en"],
  ["*", "en"],
  [";;,,q=,=;q=\u0000", "en"],
  ["x".repeat(100_000), "en"],
] as const)("of %j we speak %s", (accepted, spoken) => expect(preferredLocale(accepted)).toBe(spoken));
