import { expect, inject, test } from "vitest";
import { talentflow } from "../../lib/cli/testing.ts";
import { db } from "../../lib/db/client.ts";
import { newTenant } from "../support/tenant.ts";

test("the smoke test holds on a running server and leaves no key behind", async () => {
  const { actor, apiKey } = await newTenant();
  const { organizationId } = actor;
  const where = ["--base-url", inject("baseUrl"), "--organization", organizationId];
  const ran = await talentflow(["smoke", ...where, "--json"]);
  expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining("✓ The session ends\n") });
  const results = JSON.parse(ran.stdout);
  expect(results).toMatchObject({
    success: true,
    analysis: { analysis_status: "completed" },
    recording_info: { recording_status: "not_started" },
    session_data: { status: "completed" },
  });
  const keys = await db().apiKey.findMany({ where: { organizationId } });
  expect(keys.filter(({ revokedAt }) => revokedAt === null).map(({ prefix }) => apiKey.startsWith(prefix))).toEqual([
    true,
  ]);
});

test("the smoke test takes a candidate's own invitation only when it is told to", async () => {
  const { actor, invite } = await newTenant();
  const { candidateId, interviewId } = await invite();
  const where = ["--base-url", inject("baseUrl"), "--organization", actor.organizationId];
  const sittings = () => db().session.count({ where: { interviewId } });

  expect(await talentflow(["smoke", ...where])).toMatchObject({ code: 0 });
  expect(await sittings()).toBe(0);
  expect(await talentflow(["smoke", ...where, "--candidate", String(candidateId)])).toMatchObject({ code: 0 });
  expect(await sittings()).toBe(1);

  const again = await talentflow(["smoke", ...where, "--candidate", String(candidateId)]);
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining(`candidate ${candidateId} has none`) });
});
