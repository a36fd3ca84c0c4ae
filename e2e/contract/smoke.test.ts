import { describe, expect, inject, test } from "vitest";
import { db } from "../../lib/db/client.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { talentflow } from "../../lib/testing/command.ts";
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

describe("with an API key, from any machine", () => {
  /** Nothing there to find a database by. */
  const elsewhere = { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", DATA_DIR: "/nonexistent" };

  test.each(["live", "test"] as const)(
    "a %s key provides, takes and withdraws an interview over the API alone",
    async (kind) => {
      const { actor } = await newTenant();
      const { plain } = await createApiKey({ name: "Smoke", kind }, actor);
      const ran = await talentflow(["smoke", "--base-url", inject("baseUrl"), "--api-key", plain, "--json"], {
        environment: elsewhere,
      });
      expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining("its link is withdrawn\n") });
      const { candidate_id, analysis } = JSON.parse(ran.stdout);
      expect(analysis.analysis_status).toBe("completed");
      const interviews = await db().interview.findMany({ where: { candidateId: candidate_id } });
      expect(interviews.map(({ revokedAt }) => revokedAt !== null)).toEqual([true]);
    },
  );

  test("a key that may only read is told so, at the step that needs more", async () => {
    const { actor } = await newTenant();
    const { plain } = await createApiKey({ name: "Reads", scopes: ["read"] }, actor);
    const ran = await talentflow(["smoke", "--base-url", inject("baseUrl"), "--api-key", plain], {
      environment: elsewhere,
    });
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining("A candidate is invited: answered 403") });
  });
});
