import { expect, test } from "vitest";
import { hasOneHost } from "./hosts.ts";

const hosts = (...values: string[]) => hasOneHost({ rawHeaders: values.flatMap((value) => ["hOsT", value]) });

test.each(["here", "localhost:5000", "10.0.0.1:80", "[::1]:5000", "a_b.example", "xn--bcher-kva.example:", ""])(
  "one host %j is fine",
  (host) => {
    expect(hosts(host)).toBe(true);
  },
);

test.each([
  [["here", "there"]],
  [["here", "here"]],
  ...["a b", "a,b", "me@here", "here/x", "[::1", "here:80:80", "höst"].map((host) => [[host]]),
])("%j is refused", (values) => {
  expect(hosts(...values)).toBe(false);
});

test("a value that reads like the header's name is none", () => {
  expect(hasOneHost({ rawHeaders: ["Host", "here", "X-Word", "host", "Y", "there"] })).toBe(true);
});
