import { AsyncLocalStorage } from "node:async_hooks";
import { databaseFault } from "../db/fault.ts";

/*
 * next-auth takes every error of what it calls for "nobody is signed in", and takes the cookie away for good measure. A database that is
 * away must not sign people out: what it says is remembered here, past next-auth.
 */

const current = new AsyncLocalStorage<{ fault?: unknown }>();

/**
 * Runs what goes through next-auth.
 * @throws what the database said within `work`, whatever next-auth made of it
 */
export async function withSignInFaults<T>(work: () => Promise<T>): Promise<T> {
  const noted: { fault?: unknown } = {};
  const answer = await current.run(noted, work);
  if (noted.fault !== undefined) throw noted.fault;
  return answer;
}

/** Makes a function that next-auth calls tell of the database's faults. */
export function tellingFaults<A extends unknown[], T>(called: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  return async (...args) => {
    try {
      return await called(...args);
    } catch (error) {
      const noted = current.getStore();
      if (noted && databaseFault(error)) noted.fault = error;
      throw error;
    }
  };
}
