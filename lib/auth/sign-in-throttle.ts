import { countedAddress } from "../limits/counted-address.ts";
import { makeGrowingWait } from "../limits/growing-wait.ts";
import { makeLimiter } from "../limits/make-limiter.ts";
import { take } from "../limits/take.ts";

/*
 * How fast passwords can be guessed. Mistakes are counted where they come from, so that nobody keeps somebody else out: for an
 * account from one address, and for an address at any accounts. Too many at an account from anywhere only make the first
 * stricter: whoever comes from an address of their own still has a try at once. A browser that has signed in to the account
 * before counts by itself alone, and nobody else can slow it down.
 */

const HOUR_SECONDS = 3600;

/** At one account, from one address or in one known browser. */
const pairs = makeGrowingWait({
  name: "sign-in-pair",
  free: 5,
  seconds: 6 * HOUR_SECONDS,
  firstWait: 15,
  longestWait: 15 * 60,
});
/** At any accounts from one address, which many people may share: a wait of a minute at the most. */
const addresses = makeGrowingWait({
  name: "sign-in-address",
  free: 40,
  seconds: HOUR_SECONDS / 4,
  firstWait: 5,
  longestWait: 60,
});
/** At one account from anywhere but known browsers. */
const accounts = makeLimiter({ name: "sign-in-account", points: 30, seconds: HOUR_SECONDS });

/** Somebody who tries: which account, from where, and in which browser if the account knows it. */
export type Attempt = { email: string; address: string; knownDevice: string | null };

/**
 * Counts an attempt before it is made.
 * @returns how many seconds somebody must wait before signing in is tried again; 0: go ahead
 */
export async function admitSignIn(attempt: Attempt): Promise<number> {
  const { pair, address, account } = keysOf(attempt);
  if (attempt.knownDevice !== null) return pairs.admit(pair);
  const here = await addresses.admit(address);
  if (here > 0) return here;
  const { exceeded: isUnderAttack } = await take(accounts, account);
  const wait = await pairs.admit(pair, isUnderAttack);
  if (wait > 0) await Promise.all([addresses.withdraw(address, false), accounts.reward(account)]); // it was not tried
  return wait;
}

/** The password was right: that was no mistake. Those of before still count. */
export async function withdrawAttempt(attempt: Attempt): Promise<void> {
  const { pair, address, account } = keysOf(attempt);
  const isUnknown = attempt.knownDevice === null;
  await Promise.all([
    pairs.withdraw(pair, true),
    ...(isUnknown ? [addresses.withdraw(address, false), accounts.reward(account)] : []),
  ]);
}

/** They have signed in: their mistakes from here are forgotten. Those at the account from elsewhere are not. */
export async function forgiveSignIn(attempt: Attempt): Promise<void> {
  await withdrawAttempt(attempt);
  await pairs.forget(keysOf(attempt).pair);
}

function keysOf({ email, address: whole, knownDevice }: Attempt) {
  const address = countedAddress(whole);
  const account = email.trim().toLowerCase().slice(0, 320);
  return { account, address, pair: `${knownDevice === null ? address : `device ${knownDevice}`} ${account}` };
}
