import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { isSealed, seal, unseal } from "./seal.ts";
import { newSecret } from "./sign.ts";

afterEach(() => void vi.unstubAllEnvs());

const id = randomUUID();
const secret = newSecret();

test("a sealed secret can be opened for its row, and does not show", () => {
  const sealed = seal(secret, id);
  expect(unseal(sealed, id)).toBe(secret);
  expect(isSealed(sealed)).toBe(true);
  expect(sealed).not.toContain(secret.slice(6, 20));
  expect(seal(secret, id)).not.toBe(sealed); // the same secret twice: nobody can tell
});

test("in another row, or with any character changed, it cannot be opened", () => {
  const sealed = seal(secret, id);
  expect(unseal(sealed, randomUUID())).toBeNull();
  for (let at = "sealed1:".length; at < sealed.length - 1; at++) {
    const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
    expect(unseal(changed, id)).toBeNull();
  }
  for (const cut of ["sealed1:", "sealed1:AAAA", sealed.slice(0, -4)]) expect(unseal(cut, id)).toBeNull();
});

test("another deployment's secret does not open it", async () => {
  const sealed = seal(secret, id);
  vi.stubEnv("AUTH_SECRET", "another secret of at least thirty-two characters");
  vi.resetModules();
  const other = await import("./seal.ts");
  expect(other.unseal(sealed, id)).toBeNull();
  expect(unseal(other.seal(secret, id), id)).toBeNull();
});

test("one of an earlier version stands there as it is", () => {
  expect(isSealed(secret)).toBe(false);
  expect(unseal(secret, id)).toBe(secret);
});
