import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { RecordingConfig } from "../contract/interview.ts";
import { db } from "../db/client.ts";
import * as newTemplates from "../db/new-templates.ts";
import { revokeInvitation } from "../interviews/revoke-invitation.ts";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { endSession } from "./end-session.ts";
import { getInvitationView } from "./get-invitation.ts";
import { recordConsent } from "./record-consent.ts";
import { startSession } from "./start-session.ts";

await testDatabase();
const actor = await testOrganization("Lighthouse");
await newTemplates.insert(db(), {
  organizationId: actor.organizationId,
  name: "Keeper",
  roleTitle: "Lighthouse keeper",
  introduction: "Welcome ashore.",
  companyValues: [],
  questions: [
    { text: "How do you keep a light burning?", type: "technical", keywords: ["paraffin"], answerSeconds: 90 },
    { text: "And in a storm?", type: "situational", idealAnswer: "With patience.", rubricNotes: "Calm is strong." },
  ],
});

const invite = () => testInvitation({ name: "Grace Hopper", email: `${randomUUID()}@example.com` }, actor);
const start = (token: string, over: Partial<RecordingConfig> = {}) => {
  const recording_config: RecordingConfig = { format: "webm", quality: "HD", audio: true, video: true, ...over };
  return startSession({ interview_token: token, recording_config }, null);
};

test("an open invitation says who asks, for what, and how many questions there are", async () => {
  const { token } = await invite();
  expect(await getInvitationView(token)).toMatchObject({
    state: "open",
    token,
    organization: "Lighthouse",
    candidateName: "Grace Hopper",
    roleTitle: "Lighthouse keeper",
    introduction: "Welcome ashore.",
    avatarSettings: { name: "Ava", language: "en-US" },
    consentVersion: null,
    minutes: 7,
    questionCount: 2,
  });
});

test("no question, and nothing of how an answer is judged, is on the page before it is asked", async () => {
  const { token } = await invite();
  const before = JSON.stringify(await getInvitationView(token));
  await start(token);
  const words = before + JSON.stringify(await getInvitationView(token));
  for (const secret of ["burning", "storm", "paraffin", "patience", "Calm is strong"]) {
    expect(words).not.toContain(secret);
  }
});

test("what the browser calls an interview stays the same to its end, and is not the link", async () => {
  const { token, interviewId } = await invite();
  const { localKey } = (await getInvitationView(token)) as { localKey: string };
  expect(localKey).toMatch(/^[0-9a-f]{32}$/);
  await db().interview.update({ where: { id: interviewId }, data: { expiresAt: new Date(0) } });
  expect(await getInvitationView(token)).toMatchObject({ state: "expired", localKey });
});

test("a sitting that has begun can go on, with the consent that was given", async () => {
  const { token } = await invite();
  await recordConsent({ interview_token: token, consent_version: "2026-12" });
  await start(token);
  expect(await getInvitationView(token)).toMatchObject({ state: "in_progress", consentVersion: "2026-12" });
});

test("whoever starts a sitting decides what its page records", async () => {
  const [open, voice] = [await invite(), await invite()];
  expect(await getInvitationView(open.token)).toMatchObject({ recording: { quality: "HD", audio: true, video: true } });
  await start(voice.token, { quality: "SD", video: false });
  expect(await getInvitationView(voice.token)).toMatchObject({
    recording: { quality: "SD", audio: true, video: false },
  });
});

test("a page that was open before the sitting began learns from its own start what to record", async () => {
  const { token } = await invite();
  expect((await start(token, { quality: "SD", video: false })).resumed).toBeNull();
  const late = await start(token, { quality: "HD", video: true });
  expect(late.resumed?.recording).toEqual({ format: "webm", quality: "SD", audio: true, video: false });
});

test("a finished interview stays finished, even after its invitation has expired", async () => {
  const { token, interviewId } = await invite();
  const { sessionId } = await start(token);
  await endSession(sessionId);
  await db().interview.update({ where: { id: interviewId }, data: { expiresAt: new Date(0) } });
  expect(await getInvitationView(token)).toEqual({
    state: "completed",
    localKey: expect.any(String),
    deletion: null,
    organization: "Lighthouse",
    candidateName: "Grace Hopper",
    roleTitle: "Lighthouse keeper",
    locale: "en",
  });
});

test("expired and revoked invitations say so and show no questions", async () => {
  const [old, withdrawn] = [await invite(), await invite()];
  await db().interview.update({ where: { id: old.interviewId }, data: { expiresAt: new Date(0) } });
  await revokeInvitation(withdrawn.interviewId, actor);
  expect(await getInvitationView(old.token)).toMatchObject({ state: "expired" });
  expect(await getInvitationView(withdrawn.token)).toMatchObject({ state: "revoked" });
  expect(await getInvitationView(withdrawn.token)).not.toHaveProperty("questionCount");
});

test.each([randomUUID(), "not-a-token", ""])("an address with %j leads nowhere", async (token) => {
  expect(await getInvitationView(token)).toEqual({ state: "not_found" });
});

test("settings that make no sense fall back instead of closing the room", async () => {
  const odd = await testTemplate(actor, "Odd", { avatarSettings: { name: "Noor", language: 7 } });
  const { token } = await testInvitation({ name: "Grace", email: "grace@example.com", template: odd.id }, actor);
  expect(await getInvitationView(token)).toMatchObject({ avatarSettings: { name: "Noor", language: "en-US" } });
});
