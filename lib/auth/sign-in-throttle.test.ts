import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { admitSignIn, forgiveSignIn } from "./sign-in-throttle.ts";

const anyone = () => `${randomUUID()}@example.com`;

test("of many tries at one account at the same moment, from many addresses, eight are made", async () => {
  const email = anyone();
  const waits = await Promise.all(Array.from({ length: 50 }, () => admitSignIn(email, randomUUID())));
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(8);
  expect(Math.max(...waits)).toBeGreaterThan(800);
  expect(await admitSignIn(` ${email.toUpperCase()} `, randomUUID())).toBeGreaterThan(0);
});

test("one address gets forty tries at any accounts, and others go on", async () => {
  const address = randomUUID();
  const waits = await Promise.all(Array.from({ length: 60 }, () => admitSignIn(anyone(), address)));
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(40);
  expect(await admitSignIn(anyone(), randomUUID())).toBe(0);
});

test("signing in costs nothing and clears what went wrong before it", async () => {
  const [email, address] = [anyone(), randomUUID()];
  for (let round = 0; round < 60; round++) {
    expect(await admitSignIn(email, address)).toBe(0);
    if (round % 2 === 1) await forgiveSignIn(email, address);
    else await forgiveSignIn(anyone(), address);
  }
});
