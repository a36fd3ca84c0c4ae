import { expect, test } from "vitest";
import { speechService } from "./speech-service.ts";

const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

test.each([
  ["Chrome, and whatever is built like it", CHROME, /maker of your browser.*Google/],
  ["Edge", `${CHROME} Edg/140.0.0.0`, /Microsoft/],
  [
    "Safari",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
    /Apple/,
  ],
  ["one that we do not know", "Something/1.0", /maker of your browser$/],
])("who hears what %s writes along is named", (_, userAgent, named) => {
  expect(speechService(userAgent)).toMatch(named);
});
