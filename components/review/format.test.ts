import { expect, test } from "vitest";
import { browserOf, callsOf, gapWords } from "./format.ts";

const MOZILLA = "Mozilla/5.0";
test.each([
  [
    `${MOZILLA} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36`,
    "Chrome 142 on Linux",
  ],
  [
    `${MOZILLA} (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0`,
    "Edge 142 on Windows",
  ],
  [
    `${MOZILLA} (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Safari/605.1.15`,
    "Safari 19 on macOS",
  ],
  [`${MOZILLA} (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0`, "Firefox 145 on Android"],
  ["python-requests/2.32", "python-requests/2.32"],
])("%s is %s", (description, text) => {
  expect(browserOf(description, "en")).toBe(text);
});

test.each([
  [4.2, "4 s are missing here"],
  [1.2, "1 s is missing here"],
  [0.3, "Less than a second is missing here"],
  [null, "Something is missing here"],
])("a gap of %s seconds says so", (seconds, text) => {
  expect(gapWords(seconds, "en")).toBe(text);
});

test.each([
  [1, "1 call"],
  [0, "0 calls"],
  [1_234, "1,234 calls"],
])("%s is %s", (count, text) => {
  expect(callsOf(count, "en")).toBe(text);
});
