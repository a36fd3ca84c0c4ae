import { makeLimiter } from "../limits/make-limiter.ts";
import { takeOrWait } from "../limits/take.ts";

/** Failed sign-ins allowed within the window: for one account from anywhere, and for one address at any accounts. */
const FAILURES_PER_ACCOUNT = 8;
const FAILURES_PER_ADDRESS = 40;
const WINDOW_SECONDS = 15 * 60;

const byAccount = makeLimiter({
  name: "sign-in-account",
  points: FAILURES_PER_ACCOUNT,
  seconds: WINDOW_SECONDS,
});
const byAddress = makeLimiter({
  name: "sign-in-address",
  points: FAILURES_PER_ADDRESS,
  seconds: WINDOW_SECONDS,
});

/**
 * Counts an attempt before it is made, so that a hundred at the same moment are no more than a hundred in a row.
 * @returns how many seconds somebody must wait before signing in is tried again; 0: go ahead
 */
export async function admitSignIn(email: string, address: string): Promise<number> {
  const waits = await Promise.all([takeOrWait(byAccount, accountKey(email)), takeOrWait(byAddress, address)]);
  return Math.max(...waits);
}

/** The attempt was right: it was no failure of the address, and the account's are forgotten. */
export async function forgiveSignIn(email: string, address: string): Promise<void> {
  await Promise.all([byAccount.delete(accountKey(email)), byAddress.reward(address)]);
}

function accountKey(email: string): string {
  return email.trim().toLowerCase().slice(0, 320);
}
