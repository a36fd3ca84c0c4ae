import { expect, test } from "vitest";
import { nextPath } from "./next-path.ts";

test.each([
  ["/dashboard?q=ada&state=to_review", "/dashboard?q=ada&state=to_review"],
  ["/interviews/3f2c#question-2", "/interviews/3f2c#question-2"],
])("a page of this site is kept: %s", (wanted, path) => {
  expect(nextPath(wanted)).toBe(path);
});

test.each([
  undefined,
  "",
  "dashboard",
  "https://evil.example/dashboard",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "javascript:alert(1)",
  "/api/auth/signout",
  "/sign-in?next=/sign-in",
  "/",
])("anything else leads home: %j", (wanted) => {
  expect(nextPath(wanted)).toBe("/dashboard");
});
