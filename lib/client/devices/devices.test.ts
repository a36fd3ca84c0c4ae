import { expect, test } from "vitest";
import { browserName } from "./browser-name.ts";
import { DeviceError, troubleOf } from "./device-error.ts";

const named = (name: string, message = "") => Object.assign(new Error(message), { name });

test("each browser's words for a refusal mean the same", () => {
  expect(troubleOf(named("NotAllowedError", "Permission denied"))).toBe("refused");
  expect(troubleOf(named("NotAllowedError", "Permission denied by system"))).toBe("refused_by_system");
  expect(troubleOf(named("NotFoundError"))).toBe("missing");
  expect(troubleOf(named("OverconstrainedError"))).toBe("missing");
  expect(troubleOf(named("NotReadableError"))).toBe("busy");
  expect(troubleOf(new DeviceError("insecure"))).toBe("insecure");
  expect(troubleOf("odd")).toBe("unknown");
});

test.each([
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    "chrome",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
    "edge",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "firefox"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
    "safari",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
    "ios",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
    "android",
  ],
])("%s is %s", (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});
