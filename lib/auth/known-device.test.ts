import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { deviceCookie, knownDevice } from "./known-device.ts";

const account = { user: { id: randomUUID() }, signInEpoch: 3 };
const DAY_MS = 86_400_000;

function cookieOf(nowMs?: number): string {
  const { name, value } = deviceCookie(account, nowMs);
  return `theme=dark; ${name}=${value}; other=1`;
}

test("a browser that has signed in is known to that account, for half a year", () => {
  const before = Date.now() - 179 * DAY_MS;
  expect(knownDevice(account, cookieOf(before))).toMatch(/^[0-9a-f-]{36}$/);
  expect(knownDevice(account, cookieOf(before - 2 * DAY_MS))).toBeNull();
});

test("to another account, after the password was changed, or with anything changed it is not", () => {
  const cookie = cookieOf();
  const { name } = deviceCookie(account);
  const other = { ...account, user: { id: randomUUID() } };
  expect(knownDevice(other, cookie.replace(name, deviceCookie(other).name))).toBeNull();
  expect(knownDevice({ ...account, signInEpoch: 4 }, cookie)).toBeNull();
  expect(knownDevice(account, cookie.replace(/\.\d+\./, ".9999999999."))).toBeNull();
  expect(knownDevice(null, cookie)).toBeNull();
  for (const odd of ["", name, `${name}=`, `${name}=..`, `${name}=a.b.c`]) expect(knownDevice(account, odd)).toBeNull();
});

test("scripts and other sites cannot use it", () => {
  expect(deviceCookie(account)).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/" });
});
