import {
  ChangePasswordBody,
  ConfirmSecondFactorBody,
  ProvenBody,
  RecoveryCodes,
  StartedSecondFactor,
  StartSecondFactorBody,
} from "../account.ts";
import { DoneAnswer } from "../interview-answers.ts";
import { operation } from "../operation.ts";
import { ApiKeyAnswer, ApiKeyCreated, ApiKeyList, CreateApiKeyBody } from "../v1/api-keys.ts";
import { AuditEventList, AuditQuery } from "../v1/audit-events.ts";
import { ListQuery } from "../v1/list.ts";

/* Keys, the record of who did what, and the account of whoever is signed in. */

export const listApiKeys = operation({
  id: "listApiKeys",
  method: "GET",
  path: "/api/v1/api-keys",
  tag: "Account",
  summary: "List API keys",
  description: "Newest first, those that were revoked or have ended too. Never the keys themselves.",
  access: "api_keys.manage",
  limit: "read",
  query: ListQuery,
  answer: ApiKeyList,
  documented: true,
});

export const createApiKey = operation({
  id: "createApiKey",
  method: "POST",
  path: "/api/v1/api-keys",
  tag: "Account",
  summary: "Make an API key",
  description:
    "The key itself is in this answer and nowhere else: only its hash is stored. A repeated request with the same `Idempotency-Key` answers with `key: null`. A test key works in the sandbox, where nothing meets real candidates; a test key can make test keys only.",
  access: "api_keys.manage",
  limit: "write",
  status: 201,
  body: CreateApiKeyBody,
  answer: ApiKeyCreated,
  shownOnce: "key",
  documented: true,
});

export const revokeApiKey = operation({
  id: "revokeApiKey",
  method: "POST",
  path: "/api/v1/api-keys/{api_key_id}/revoke",
  tag: "Account",
  summary: "Revoke an API key",
  description: "It opens nothing from now on. Revoked twice, it stays revoked as of the first time.",
  access: "api_keys.manage",
  limit: "write",
  answer: ApiKeyAnswer,
  errors: ["not_found"],
  documented: true,
});

export const listAuditEvents = operation({
  id: "listAuditEvents",
  method: "GET",
  path: "/api/v1/audit-events",
  tag: "Account",
  summary: "List who did what",
  description: "Newest first. It is only ever added to.",
  access: "audit.read",
  limit: "read",
  query: AuditQuery,
  answer: AuditEventList,
  documented: true,
});

export const changePassword = operation({
  id: "changePassword",
  method: "POST",
  path: "/api/account/password",
  tag: "Pages",
  summary: "Change one's own password",
  description: "Whoever is signed in as this person is not any more, the browser that asks included.",
  access: "account.own",
  limit: "write",
  body: ChangePasswordBody,
  answer: DoneAnswer,
  documented: false,
});

export const signOutEverywhere = operation({
  id: "signOutEverywhere",
  method: "POST",
  path: "/api/account/sign-out-everywhere",
  tag: "Pages",
  summary: "Sign out in every browser",
  access: "account.own",
  limit: "write",
  answer: DoneAnswer,
  documented: false,
});

export const endSignIn = operation({
  id: "endSignIn",
  method: "POST",
  path: "/api/account/sign-ins/{sign_in_id}/end",
  tag: "Pages",
  summary: "Sign out in one browser of one's own",
  description: "It opens nothing from now on. What is not one's own, or has ended, stays as it is.",
  access: "account.own",
  limit: "write",
  answer: DoneAnswer,
  documented: false,
});

export const startSecondFactor = operation({
  id: "startSecondFactor",
  method: "POST",
  path: "/api/account/second-factor/start",
  tag: "Pages",
  summary: "Begin to set up a second factor",
  description: "The secret for an app, shown this once. Nothing is asked of the person until its first code came.",
  access: "account.enrol",
  limit: "write",
  body: StartSecondFactorBody,
  answer: StartedSecondFactor,
  shownOnce: "uri",
  errors: ["second_factor_exists"],
  documented: false,
});

export const confirmSecondFactor = operation({
  id: "confirmSecondFactor",
  method: "POST",
  path: "/api/account/second-factor/confirm",
  tag: "Pages",
  summary: "Turn the second factor on with its first code",
  description: "Answers with ten recovery codes, this once. From now on a code is asked for at each sign-in.",
  access: "account.enrol",
  limit: "write",
  body: ConfirmSecondFactorBody,
  answer: RecoveryCodes,
  shownOnce: "recovery_codes",
  documented: false,
});

export const renewRecoveryCodes = operation({
  id: "renewRecoveryCodes",
  method: "POST",
  path: "/api/account/second-factor/recovery-codes",
  tag: "Pages",
  summary: "Make new recovery codes",
  description: "Ten, shown this once; those of before are worth nothing. It takes the password and a code.",
  access: "account.own",
  limit: "write",
  body: ProvenBody,
  answer: RecoveryCodes,
  shownOnce: "recovery_codes",
  documented: false,
});

export const removeSecondFactor = operation({
  id: "removeSecondFactor",
  method: "POST",
  path: "/api/account/second-factor/remove",
  tag: "Pages",
  summary: "Turn the second factor off",
  description: "It takes the password and a code.",
  access: "account.own",
  limit: "write",
  body: ProvenBody,
  answer: DoneAnswer,
  documented: false,
});
