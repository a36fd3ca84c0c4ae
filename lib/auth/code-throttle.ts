import { makeGrowingWait } from "../limits/growing-wait.ts";

/**
 * How fast codes of a second factor can be guessed by whoever has the password already: counted for the account wherever the
 * guess comes from, and for a browser that the account knows by itself.
 */
const codes = makeGrowingWait({
  name: "second-factor",
  free: 5,
  seconds: 6 * 3600,
  firstWait: 15,
  longestWait: 15 * 60,
});

type CodeAttempt = { userId: string; knownDevice: string | null };

/** @returns seconds to wait before a code is looked at; 0: go ahead */
export function admitCode(attempt: CodeAttempt): Promise<number> {
  return codes.admit(keyOf(attempt));
}

/** It was right. */
export function forgiveCode(attempt: CodeAttempt): Promise<void> {
  return codes.forget(keyOf(attempt));
}

function keyOf({ userId, knownDevice }: CodeAttempt): string {
  return knownDevice === null ? userId : `${userId} ${knownDevice}`;
}
