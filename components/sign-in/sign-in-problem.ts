import { CODE_WRONG, secondsToWait } from "../../lib/contract/sign-in.ts";

/** Why somebody is not signed in, and what to do. */
export type SignInProblem = { title: string; advice: string };

/** Signing in did not work, for a reason that its page knows to tell. */
export class SignInRefused extends Error {
  override readonly name = "SignInRefused";
  readonly problem: SignInProblem;

  constructor(problem: SignInProblem) {
    super(problem.title);
    this.problem = problem;
  }
}

export const UNREACHABLE: SignInProblem = {
  title: "The server could not be reached.",
  advice: "Check your connection and try again.",
};

/** @param error what the sign-in answered with; an unknown user and a wrong password are the same to it */
export function signInProblem(error: string): SignInProblem {
  const seconds = secondsToWait(error);
  if (seconds !== null) {
    return {
      title: `Too many attempts. Try again in ${inWords(seconds)}.`,
      advice: "What you typed was not checked. A browser in which you have signed in before has to wait less.",
    };
  }
  if (error === "CredentialsSignin") {
    return {
      title: "E-mail or password is not right.",
      advice: "Check both. If you forgot the password, the owner of your account can give you a new one.",
    };
  }
  if (error === CODE_WRONG) {
    return {
      title: "This code is not right, or was used before.",
      advice: "Wait for the next code of your app, and check that your phone's clock is right.",
    };
  }
  return { title: "Signing in did not work.", advice: "Something went wrong on our side. Please try again." };
}

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? "a second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
