import { expect, test } from "vitest";
import { isSameWording } from "./same-wording.ts";

test.each([
  ["How do you find a slow query?", "how do you find a slow query"],
  ["How do you find a slow query?", "How would you find the slow  query…"],
  ["Tell me about a time you recieved critisism.", "Please tell me about a time that you received criticism."],
  ["How do you organise a team?", "How do you organize a team?"],
  ["Describe your enviroment", "Describe your environment"],
  ["What’s C++ good for?", "What's C++ good for?"],
  ["Wie prüfen Sie das?", "Wie prüfen Sie das"],
  ["", " "],
])("%j only corrected is %j", (before, after) => {
  expect(isSameWording(before, after)).toBe(true);
  expect(isSameWording(after, before)).toBe(true);
});

test.each([
  ["Would you do it?", "Would you not do it?"],
  ["When do you stop?", "Why do you stop?"],
  ["Write a test.", "Write a text."],
  ["Hire somebody.", "Fire somebody."],
  ["Do you include it?", "Do you exclude it?"],
  ["Is it legal?", "Is it illegal?"],
  ["Name three reasons.", "Name five reasons."],
  ["What happens at 100 users?", "What happens at 1000 users?"],
  ["At -5 degrees?", "At 5 degrees?"],
  ["Is 5.0 enough?", "Is 50 enough?"],
  ["Do you know C?", "Do you know C++?"],
  ["Before or after the release?", "After or before the release?"],
  ["Tell me about a bug.", "Tell me about a bug you are proud of."],
  ["Расскажите об ошибке", "Расскажите об ошибках"],
  ["你会不会解决这个问题", "你会解决这个问题"],
  ["A question", ""],
])("%j is asked otherwise than %j", (before, after) => {
  expect(isSameWording(before, after)).toBe(false);
  expect(isSameWording(after, before)).toBe(false);
});
