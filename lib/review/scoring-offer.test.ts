import { expect, test, vi } from "vitest";
import { callsFor } from "../domain/scoring-offer.ts";
import { scoringOffer } from "./scoring-offer.ts";

vi.stubEnv("OPENAI_BASE_URL", "https://models.example.com:8443/v1").stubEnv("AI_MODEL", "small-model");
vi.stubEnv("OPENAI_API_KEY", "secret-key").stubEnv("AI_SAMPLES", "5");

test("owners and recruiters may have an interview scored again, reviewers may not", () => {
  expect(scoringOffer("owner").mayScore).toBe(true);
  expect(scoringOffer("recruiter").mayScore).toBe(true);
  expect(scoringOffer("reviewer").mayScore).toBe(false);
});

test("the offer names the model, its host and how often it reads, and holds no key", () => {
  const offer = scoringOffer("owner");
  expect(offer.model).toEqual({ name: "small-model", host: "models.example.com:8443", readings: 5 });
  expect(JSON.stringify(offer)).not.toContain("secret-key");
});

test("a model is called once for each reading of each answer, and once for the summary", () => {
  expect(callsFor(5, 3)).toBe(16);
  expect(callsFor(0, 3)).toBe(0);
});
