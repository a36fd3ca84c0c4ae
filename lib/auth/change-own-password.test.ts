import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { CLIENT_ADDRESS_HEADER } from "../contract/headers.ts";
import type { Actor } from "../domain/actor.ts";
import { checkPassword } from "../members/check-password.ts";
import { createUser } from "../members/create-user.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { toldOf } from "../testing/refusals.ts";
import { changeOwnPassword } from "./change-own-password.ts";

await testDatabase();

const RIGHT = "correct horse battery";
const NEW = "staple in the morning";

async function signedIn() {
  const { organizationId } = await testOrganization();
  const email = `${randomUUID()}@example.com`;
  const user = await createUser({ email, role: "reviewer", password: RIGHT }, { kind: "system", organizationId });
  const actor: Actor = { kind: "user", id: user.id, organizationId };
  const request = new Request("http://localhost", { headers: { [CLIENT_ADDRESS_HEADER]: randomUUID() } });
  const change = (current_password: string, new_password = NEW) =>
    changeOwnPassword({ current_password, new_password }, actor, request);
  return { email, change };
}

test("whoever knows the current password gives a new one", async () => {
  const { email, change } = await signedIn();
  await expect(toldOf(change("not this one"))).resolves.toMatchObject({
    code: "invalid_fields",
    issues: [{ path: "current_password", message: "is not right" }],
  });
  await change(RIGHT);
  expect(await checkPassword(email, NEW)).not.toBeNull();
});

test("a new password that is refused is no guess at the current one", async () => {
  const { email, change } = await signedIn();
  for (let tried = 0; tried < 9; tried++) {
    await expect(toldOf(change(RIGHT, "password12"))).resolves.toMatchObject({
      issues: [{ path: "new_password", message: "is one of the passwords that are guessed first" }],
    });
  }
  await change(RIGHT);
  expect(await checkPassword(email, NEW)).not.toBeNull();
});

test("somebody who found a browser open cannot go on guessing", async () => {
  const { email, change } = await signedIn();
  for (let guess = 0; guess < 5; guess++) {
    await expect(change(`guess ${guess}`)).rejects.toMatchObject({ code: "invalid_fields" });
  }
  await expect(change(RIGHT)).rejects.toMatchObject({
    code: "too_many_requests",
    retryAfterSeconds: expect.any(Number),
  });
  expect(await checkPassword(email, RIGHT)).not.toBeNull();
});
