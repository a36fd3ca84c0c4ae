import { expect, test } from "vitest";
import { ownAddress } from "../../auth/own-address.ts";
import { tidyCallbackUrl } from "./callback-url.ts";

const HERE = "http://localhost:5000";

test.each([
  ["/interviews/1?a=b", `${HERE}/interviews/1?a=b`],
  [`${HERE}/dashboard`, `${HERE}/dashboard`],
  ["dashboard", `${HERE}/dashboard`],
  ["", `${HERE}/`],
])("%j leads to %s", (wanted, address) => {
  expect(ownAddress(wanted, HERE)).toBe(address);
});

test.each([
  "http://localhost:5000.evil.test/",
  "http://localhost:5000@evil.test/",
  "http://me@localhost:5000/",
  "http://localhost:99999/",
  "//evil.test",
  "/\\evil.test",
  "https://evil.test/",
  "javascript:alert(1)",
  "data:text/html,x",
  "http://[",
  "\0",
  undefined,
  null,
  7,
  {},
  [],
  ["/dashboard"],
])("%j leads to the front page", (wanted) => {
  expect(new URL(ownAddress(wanted, HERE)).origin).toBe(HERE);
  expect(new URL(ownAddress(wanted, HERE)).pathname).toMatch(/^\/(%00)?$/);
});

test("what signing in cannot read reaches it neither by the query nor by its cookie", () => {
  const request = {
    url: "/api/auth/csrf?callbackUrl=http%3A%2F%2F%5B&a=b",
    headers: { cookie: "a=1; next-auth.callback-url=http%3A%2F%2F%5B; __Secure-next-auth.callback-url=x; b=2" },
  };
  tidyCallbackUrl(request, HERE);
  expect(request).toEqual({
    url: `/api/auth/csrf?callbackUrl=${encodeURIComponent(HERE)}&a=b`,
    headers: { cookie: "a=1; b=2" },
  });
});

test("other addresses are left as they are", () => {
  const request = { url: "/sign-in?callbackUrl=http%3A%2F%2F%5B", headers: { cookie: "next-auth.callback-url=x" } };
  tidyCallbackUrl(request, HERE);
  expect(request.url).toBe("/sign-in?callbackUrl=http%3A%2F%2F%5B");
  expect(request.headers.cookie).toBe("next-auth.callback-url=x");
});
