import { expect, test, vi } from "vitest";
import { signInElsewhere } from "./sign-in-elsewhere.ts";

const place = vi.hoisted(() => ({ publicUrl: "https://jobs.example.test" }));
vi.mock(import("../env.ts"), async (original) => {
  const real = await original();
  return { ...real, env: () => real.parseEnv({ PUBLIC_URL: place.publicUrl }) };
});

test.each(["http", null, "http, https", "javascript"])("an https address opened by %s names where to go", (proto) => {
  place.publicUrl = "https://jobs.example.test/";
  expect(signInElsewhere(proto, "/dashboard")).toBe("https://jobs.example.test/sign-in?next=%2Fdashboard");
});

test.each(["https", "https, http", "HTTPS"])("behind a proxy that says %s, signing in works here", (proto) => {
  place.publicUrl = "https://jobs.example.test";
  expect(signInElsewhere(proto, "/dashboard")).toBeNull();
});

test("an http address is signed in to by http", () => {
  place.publicUrl = "http://jobs.example.test";
  expect(signInElsewhere("http", "/dashboard")).toBeNull();
});
