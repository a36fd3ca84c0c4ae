import { expect, test } from "vitest";
import { problemsOf } from "../../testing/refusals.ts";
import { Moment } from "./fields.ts";

const messages = (value: unknown) => problemsOf(Moment, value);

test("a moment needs a zone, and each mistake is told once", () => {
  expect(Moment.parse("2027-01-31T02:00:00+02:00")).toEqual(new Date("2027-01-31T00:00:00Z"));
  expect(messages("yesterday")).toEqual(["must be a time such as 2027-01-31T00:00:00Z"]);
  expect(messages("2027-01-31T00:00:00")).toEqual(["must be a time such as 2027-01-31T00:00:00Z"]);
  expect(messages("2027-02-30T00:00:00Z")).toEqual(["must be a time such as 2027-01-31T00:00:00Z"]);
  expect(messages(undefined)).toEqual(["is required"]);
});

test.each(["0000-01-01T00:00:00Z", "0001-01-01T00:00:00+23:59"])("%s, which no column holds, is refused", (text) => {
  expect(messages(text)).toEqual(["must not be before 1900"]);
});
