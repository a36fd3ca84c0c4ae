import { type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";
import { makeLimiter } from "../limits/make-limiter.ts";

/** Failed sign-ins allowed within the window: for one account from anywhere, and for one address at any accounts. */
const FAILURES_PER_ACCOUNT = 8;
const FAILURES_PER_ADDRESS = 40;
const WINDOW_SECONDS = 15 * 60;

const byAccount = makeLimiter({ name: "sign-in-account", points: FAILURES_PER_ACCOUNT, seconds: WINDOW_SECONDS });
const byAddress = makeLimiter({ name: "sign-in-address", points: FAILURES_PER_ADDRESS, seconds: WINDOW_SECONDS });

/** How many seconds somebody must wait before signing in is tried again; 0: go ahead. */
export async function waitBeforeSignIn(email: string, address: string): Promise<number> {
  const waits = await Promise.all([
    secondsToWait(byAccount, accountKey(email), FAILURES_PER_ACCOUNT),
    secondsToWait(byAddress, address, FAILURES_PER_ADDRESS),
  ]);
  return Math.max(...waits);
}

/** Counts a failure; `waitBeforeSignIn` tells when it was one too many. */
export async function countFailure(email: string, address: string): Promise<void> {
  await Promise.all([count(byAccount, accountKey(email)), count(byAddress, address)]);
}

/** Signing in clears the account's failures, not the address's. */
export async function forgiveAccount(email: string): Promise<void> {
  await byAccount.delete(accountKey(email));
}

function accountKey(email: string): string {
  return email.trim().toLowerCase().slice(0, 320);
}

async function secondsToWait(limiter: RateLimiterAbstract, key: string, points: number): Promise<number> {
  const state = await limiter.get(key);
  return state && state.consumedPoints >= points ? Math.ceil(state.msBeforeNext / 1000) : 0;
}

async function count(limiter: RateLimiterAbstract, key: string): Promise<void> {
  await limiter.consume(key).catch((over) => {
    if (!(over instanceof RateLimiterRes)) throw over; // over the limit is what is being counted, not an error
  });
}
