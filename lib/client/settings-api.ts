import { mutationOptions } from "@tanstack/react-query";
import {
  type ChangePasswordBody,
  type ConfirmSecondFactorBody,
  type ProvenBody,
  RecoveryCodes,
  StartedSecondFactor,
  type StartSecondFactorBody,
} from "../contract/account.ts";
import { DoneAnswer } from "../contract/interview-answers.ts";
import { ApiKeyAnswer, ApiKeyCreated, type CreateApiKeyBody } from "../contract/v1/api-keys.ts";
import { fetchJson } from "./fetch-json.ts";

/* What the settings do. Making a key is not repeated by itself: a second attempt would make a second key. */

export const createApiKeyMutation = () =>
  mutationOptions({
    mutationKey: ["api-keys", "create"],
    mutationFn: (json: CreateApiKeyBody) => fetchJson(ApiKeyCreated, "/api/v1/api-keys", { json }),
  });

export const revokeApiKeyMutation = () =>
  mutationOptions({
    mutationKey: ["api-keys", "revoke"],
    mutationFn: (id: string) => fetchJson(ApiKeyAnswer, `/api/v1/api-keys/${id}/revoke`, { method: "POST" }),
  });

export const changePasswordMutation = () =>
  mutationOptions({
    mutationKey: ["account", "password"],
    mutationFn: (json: ChangePasswordBody) => fetchJson(DoneAnswer, "/api/account/password", { json }),
  });

export const signOutEverywhereMutation = () =>
  mutationOptions({
    mutationKey: ["account", "sign-out-everywhere"],
    mutationFn: () => fetchJson(DoneAnswer, "/api/account/sign-out-everywhere", { method: "POST" }),
  });

export const endSignInMutation = () =>
  mutationOptions({
    mutationKey: ["account", "sign-ins", "end"],
    mutationFn: (id: string) => fetchJson(DoneAnswer, `/api/account/sign-ins/${id}/end`, { method: "POST" }),
  });

const SECOND_FACTOR = "/api/account/second-factor";

export const startSecondFactorMutation = () =>
  mutationOptions({
    mutationKey: ["account", "second-factor", "start"],
    mutationFn: (json: StartSecondFactorBody) => fetchJson(StartedSecondFactor, `${SECOND_FACTOR}/start`, { json }),
  });

export const confirmSecondFactorMutation = () =>
  mutationOptions({
    mutationKey: ["account", "second-factor", "confirm"],
    mutationFn: (json: ConfirmSecondFactorBody) => fetchJson(RecoveryCodes, `${SECOND_FACTOR}/confirm`, { json }),
  });

export const renewRecoveryCodesMutation = () =>
  mutationOptions({
    mutationKey: ["account", "second-factor", "recovery-codes"],
    mutationFn: (json: ProvenBody) => fetchJson(RecoveryCodes, `${SECOND_FACTOR}/recovery-codes`, { json }),
  });

export const removeSecondFactorMutation = () =>
  mutationOptions({
    mutationKey: ["account", "second-factor", "remove"],
    mutationFn: (json: ProvenBody) => fetchJson(DoneAnswer, `${SECOND_FACTOR}/remove`, { json }),
  });
