import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { newSecret, signedHeaders } from "./sign.ts";

const body = JSON.stringify({ type: "decision.made", data: { words: "où, 你好" } });
const message = () => ({ id: "0b8f3a5e-0000-4000-8000-000000000001", timestamp: Math.floor(Date.now() / 1000), body });

test("a secret is whsec_ and 32 random bytes", () => {
  const secret = newSecret();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(newSecret()).not.toBe(secret);
});

test("the official library accepts the signature, and refuses another body, id, time or secret", () => {
  const secret = newSecret();
  const headers = signedHeaders(message(), [secret]);
  const receiver = new Webhook(secret);
  expect(receiver.verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => receiver.verify(`${body} `, headers)).toThrow();
  expect(() => receiver.verify(body, { ...headers, "webhook-id": "other" })).toThrow();
  expect(() => receiver.verify(body, signedHeaders({ ...message(), timestamp: 1 }, [secret]))).toThrow();
  expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow();
});

test("while a secret is changed, receivers with the old and with the new one accept the same message", () => {
  const [current, previous] = [newSecret(), newSecret()];
  const headers = signedHeaders(message(), [current, previous]);
  expect(headers["webhook-signature"]?.split(" ")).toHaveLength(2);
  for (const secret of [current, previous]) expect(new Webhook(secret).verify(body, headers)).toBeTruthy();
});
