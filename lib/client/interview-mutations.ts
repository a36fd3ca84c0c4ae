import { mutationOptions } from "@tanstack/react-query";
import { NetworkError } from "./fetch-json.ts";
import * as api from "./interview-api.ts";
import { isPassing, retryDelayMs } from "./retry.ts";

/** A server that answers but fails is asked this often; one that cannot be reached is asked for ever. */
const MAX_SERVER_FAILURES = 6;

/**
 * Writes of the room. They are safe to repeat: the server knows a repeated one by its `client_key`, or does the same
 * thing once.
 */
export const untilAnswered = {
  retry: (failures: number, error: Error) =>
    error instanceof NetworkError || (isPassing(error) && failures < MAX_SERVER_FAILURES),
  retryDelay: (failures: number, error: Error) => retryDelayMs(failures, error),
};

export const giveConsentMutation = () =>
  mutationOptions({ mutationKey: ["interview", "consent"], mutationFn: api.giveConsent, ...untilAnswered });

export const startSessionMutation = () =>
  mutationOptions({ mutationKey: ["interview", "start"], mutationFn: api.startSession, ...untilAnswered });

export const addIssueMutation = () =>
  mutationOptions({ mutationKey: ["interview", "issue"], mutationFn: api.addIssue, ...untilAnswered });
