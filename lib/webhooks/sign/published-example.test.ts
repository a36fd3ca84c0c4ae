import { expect, test } from "vitest";
import { isFromTalentFlow } from "../../../public/examples/verify-webhook.mjs";
import { newSecret, signedHeaders } from "./sign.ts";

const BODY = JSON.stringify({ type: "interview.completed" });
const AT = 1_800_000_000;
const secret = newSecret();
const headers = (secrets: string[]) => signedHeaders({ id: "message", timestamp: AT, body: BODY }, secrets);

test("the published lines know a message of ours, also while its secret is being replaced", () => {
  expect(isFromTalentFlow(headers([secret]), BODY, secret, AT * 1000)).toBe(true);
  expect(isFromTalentFlow(headers([newSecret(), secret]), BODY, secret, AT * 1000)).toBe(true);
});

test("they refuse what is changed, old, signed by somebody else or not at all", () => {
  expect(isFromTalentFlow(headers([secret]), `${BODY} `, secret, AT * 1000)).toBe(false);
  expect(isFromTalentFlow(headers([secret]), BODY, secret, (AT + 301) * 1000)).toBe(false);
  expect(isFromTalentFlow(headers([newSecret()]), BODY, secret, AT * 1000)).toBe(false);
  expect(isFromTalentFlow({}, BODY, secret, AT * 1000)).toBe(false);
});
