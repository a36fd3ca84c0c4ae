import { expect, inject, test } from "vitest";
import { describeFailure } from "../support/hostile/answers.ts";
import { sendSequences } from "../support/hostile/send-sequences.ts";
import { newTenant } from "../support/tenant.ts";

const SEED = 20_270_102;
const SITTINGS = 12;

test("sittings whose calls come in any order, repeated and with somebody else's ids, are answered in order", async () => {
  const tenants = [await newTenant(), await newTenant()] as const;
  const { answers, failures } = await sendSequences(inject("baseUrl"), tenants, SEED, SITTINGS);
  expect(failures.map((failure) => describeFailure(failure, SEED))).toEqual([]);
  // They get somewhere: much is taken, and what is refused is refused for many reasons.
  expect(answers.get("200") ?? 0).toBeGreaterThan(50);
  expect(answers.size, JSON.stringify([...answers])).toBeGreaterThan(5);
});
