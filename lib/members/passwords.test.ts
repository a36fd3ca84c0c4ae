import { expect, test } from "vitest";
import { problemsOf } from "../testing/refusals.ts";
import { Password } from "./passwords.ts";

const TOO_COMMON = "is one of the passwords that are guessed first";

test.each([
  "1234567890",
  "0987654321",
  "password12",
  "PassWord12",
  "qwertyuiop",
  "poiuytrewq",
  "1q2w3e4r5t",
  "aaaaaaaaaa",
  "9999999999",
  "liverpool1",
  "iloveyou123",
  "ｐａｓｓｗｏｒｄ１２", // the same letters in full width
])("a password that everybody guesses is refused: %s", (password) => {
  expect(problemsOf(Password, password)).toEqual([TOO_COMMON]);
});

test.each(["correct horse battery", "a good long one", "three words of mine", "kd7wq-x2mfp-9tzvb-3hjrn"])(
  "a password of one's own passes: %s",
  (password) => {
    expect(problemsOf(Password, password)).toEqual([]);
  },
);

test("what is too short is told as that", () => {
  expect(problemsOf(Password, "password1")).toContain("must have at least 10 characters");
});
