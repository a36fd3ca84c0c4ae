import { expect, test } from "vitest";
import { interviewState } from "./interview-state.ts";

const now = new Date("2026-11-22T12:00:00Z");
const earlier = new Date("2026-11-21T12:00:00Z");
const later = new Date("2026-11-23T12:00:00Z");
const open = { revokedAt: null, expiresAt: later };
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test.each([
  ["an open link nobody has used is invited", { ...open, sessionStatus: null }, "invited"],
  ["a running sitting is in progress", { ...open, sessionStatus: "active" }, "in_progress"],
  [
    "a sitting that was silent for a minute is interrupted",
    { ...open, sessionStatus: "active", lastSeenAt: secondsAgo(60) },
    "interrupted",
  ],
  [
    "a shorter silence is a pause for thought",
    { ...open, sessionStatus: "active", lastSeenAt: secondsAgo(59) },
    "in_progress",
  ],
  ["a link that ended unused is expired", { revokedAt: null, expiresAt: earlier, sessionStatus: null }, "expired"],
  ["the very moment of its end is too late", { revokedAt: null, expiresAt: now, sessionStatus: null }, "expired"],
  [
    "a sitting that never ended expires with its link",
    { revokedAt: null, expiresAt: earlier, sessionStatus: "active" },
    "expired",
  ],
  ["revoked weighs more than expired", { revokedAt: earlier, expiresAt: earlier, sessionStatus: null }, "revoked"],
  [
    "a revoked link ends a running sitting",
    { revokedAt: earlier, expiresAt: later, sessionStatus: "active" },
    "revoked",
  ],
  [
    "what was finished stays completed",
    { revokedAt: earlier, expiresAt: earlier, sessionStatus: "completed" },
    "completed",
  ],
] as const)("%s", (_, interview, state) => {
  expect(interviewState({ lastSeenAt: null, ...interview }, now)).toBe(state);
});
