import { expect, test } from "vitest";
import { TOO_MANY_ATTEMPTS } from "../../lib/contract/sign-in.ts";
import { signInProblem } from "./sign-in-problem.ts";

test.each([
  [720, "Too many attempts. Try again in 12 minutes."],
  [661, "Too many attempts. Try again in 12 minutes."],
  [60, "Too many attempts. Try again in a minute."],
  [59, "Too many attempts. Try again in 59 seconds."],
  [1, "Too many attempts. Try again in a second."],
])("a wait of %i seconds is said in minutes, rounded up, a short one in seconds", (seconds, title) => {
  expect(signInProblem(`${TOO_MANY_ATTEMPTS}${seconds}`).title).toBe(title);
});

test("a refused password does not tell which of the two was wrong", () => {
  expect(signInProblem("CredentialsSignin").title).toBe("E-mail or password is not right.");
});

test("a wrong code is told apart from a wrong password", () => {
  expect(signInProblem("second_factor_wrong").title).toBe("This code is not right, or was used before.");
});

test.each(["", "Configuration", `${TOO_MANY_ATTEMPTS}soon`])("any other error is ours: %j", (error) => {
  expect(signInProblem(error).title).toBe("Signing in did not work.");
});
