import { expect, test } from "vitest";
import { db } from "../lib/db/client.ts";
import { checkPassword } from "../lib/members/check-password.ts";
import { testDatabase } from "../lib/testing/database/database.ts";
import { type FirstRun, seedFirstRun } from "./seed.ts";

await testDatabase();

test("three first starts at once fill the database once", async () => {
  const runs = await Promise.all([seedFirstRun(), seedFirstRun(), seedFirstRun()]);
  const [first, ...others] = runs.filter((run): run is FirstRun => run !== null);
  expect(others).toEqual([]);
  expect(await db().organization.count()).toBe(1);

  const { email, password } = first?.owner ?? { email: "", password: "" };
  expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
  expect(await checkPassword(email, password)).toMatchObject({
    user: { email: "owner@talentflow.local", role: "owner" },
  });

  const token = new URL(first?.invitationUrl ?? "").pathname.replace("/interview/", "");
  const interview = await db().interview.findUniqueOrThrow({ where: { token }, include: { session: true } });
  expect(interview).toMatchObject({ session: null, revokedAt: null });
  expect(interview.expiresAt.getTime()).toBeGreaterThan(Date.now() + 13 * 86_400_000);

  expect(await seedFirstRun()).toBeNull();
});

test("the sample template asks five full questions of four kinds, in order", async () => {
  const questions = await db().versionQuestion.findMany({ orderBy: { position: "asc" } });
  expect(questions.map(({ position, type }) => [position, type])).toEqual([
    [1, "technical"],
    [2, "technical"],
    [3, "behavioral"],
    [4, "situational"],
    [5, "culture"],
  ]);
  for (const { keywords, idealAnswer, rubricNotes, answerSeconds } of questions) {
    expect(keywords.length).toBeGreaterThanOrEqual(5);
    expect(idealAnswer.split(/(?<=[.!?]) /).length).toBeGreaterThanOrEqual(4);
    expect(rubricNotes).not.toBe("");
    expect(answerSeconds).toBeGreaterThan(60);
    const missing = keywords.filter((keyword) => !idealAnswer.toLowerCase().includes(keyword.toLowerCase()));
    expect(missing).toEqual([]); // the ideal answer shows what the keywords look for
  }
});
