import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { admitSignIn, forgiveSignIn, withdrawAttempt } from "./sign-in-throttle.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const anyone = () => `${randomUUID()}@example.com`;
const from = (address: string, email: string) => ({ email, address, knownDevice: null });
const later = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000 + 1);

test("of many tries at the same moment at one account from one address five are made", async () => {
  const [email, address] = [anyone(), randomUUID()];
  const waits = await Promise.all(Array.from({ length: 50 }, () => admitSignIn(from(address, email))));
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(5);
  expect(await admitSignIn(from(address, ` ${email.toUpperCase()} `))).toBe(15);
});

test("each further mistake is let through after twice the wait, up to a quarter of an hour", async () => {
  const attempt = from(randomUUID(), anyone());
  for (let free = 0; free < 5; free++) expect(await admitSignIn(attempt)).toBe(0);
  for (const wait of [15, 30, 60, 120, 240, 480, 900, 900]) {
    expect(await admitSignIn(attempt)).toBe(wait);
    await later(wait - 1);
    expect(await admitSignIn(attempt)).toBe(1);
    await later(1);
    expect(await admitSignIn(attempt)).toBe(0);
  }
});

test("whoever guesses from elsewhere keeps nobody out, however often", async () => {
  const email = anyone();
  for (let guesser = 0; guesser < 60; guesser++) {
    const address = randomUUID();
    for (let guess = 0; guess < 5; guess++) await admitSignIn(from(address, email));
  }
  const honest = from(randomUUID(), email);
  expect(await admitSignIn(honest)).toBe(0); // at once; only their own first mistake already costs a wait
  expect(await admitSignIn(honest)).toBe(30);
  for (let mistake = 0; mistake < 5; mistake++) {
    expect(await admitSignIn({ ...honest, knownDevice: "their browser" })).toBe(0);
  }
});

test("a browser that the account knows waits for its own mistakes alone, also where its address is slowed down", async () => {
  const [email, address] = [anyone(), randomUUID()];
  for (let guess = 0; guess < 60; guess++) await admitSignIn(from(address, anyone()));
  expect(await admitSignIn(from(address, email))).toBeGreaterThan(0);
  const known = { email, address, knownDevice: randomUUID() };
  for (let free = 0; free < 5; free++) expect(await admitSignIn(known)).toBe(0);
  expect(await admitSignIn(known)).toBe(15);
});

test("one address gets forty tries at any accounts, then one a minute at the most, and others go on", async () => {
  const address = randomUUID();
  const waits = await Promise.all(Array.from({ length: 60 }, () => admitSignIn(from(address, anyone()))));
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(40);
  expect(Math.max(...waits)).toBeLessThanOrEqual(60);
  expect(await admitSignIn(from(randomUUID(), anyone()))).toBe(0);
  await later(60);
  expect(await admitSignIn(from(address, anyone()))).toBe(0);
});

test("signing in costs nothing and clears what went wrong before it", async () => {
  const attempt = from(randomUUID(), anyone());
  for (let round = 0; round < 60; round++) {
    expect(await admitSignIn(attempt)).toBe(0);
    if (round % 2 === 1) await forgiveSignIn(attempt);
  }
});

test("a right password without its code is no mistake and clears none", async () => {
  const attempt = from(randomUUID(), anyone());
  for (let mistake = 0; mistake < 4; mistake++) await admitSignIn(attempt);
  for (let step = 0; step < 9; step++) {
    expect(await admitSignIn(attempt)).toBe(0);
    await withdrawAttempt(attempt);
  }
  expect(await admitSignIn(attempt)).toBe(0);
  expect(await admitSignIn(attempt)).toBeGreaterThan(0);
});

test("another address of the same IPv6 network is no other place", async () => {
  const email = anyone();
  for (let guess = 0; guess < 5; guess++) await admitSignIn(from(`2001:db8:7:7::${guess}`, email));
  expect(await admitSignIn(from("2001:db8:7:7:ffff::1", email))).toBe(15);
});
