import { expect, test } from "vitest";
import { adviceFor } from "./error-advice.ts";
import { ERRORS, type ErrorCode } from "./error-codes.ts";

test("every code comes with what to do about it", () => {
  const codes = Object.keys(ERRORS) as ErrorCode[];
  expect(codes.filter((code) => adviceFor(code) === "Read the message.")).toEqual([]);
});
