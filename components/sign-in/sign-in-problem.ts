import { secondsToWait } from "../../lib/contract/sign-in.ts";

/** Why somebody is not signed in, and what to do. */
export type SignInProblem = { title: string; advice: string };

export const UNREACHABLE: SignInProblem = {
  title: "The server could not be reached.",
  advice: "Check your connection and try again.",
};

/** @param error what the sign-in answered with; an unknown user and a wrong password are the same to it */
export function signInProblem(error: string): SignInProblem {
  const seconds = secondsToWait(error);
  if (seconds !== null) {
    return { title: `Too many attempts. Try again in ${inMinutes(seconds)}.`, advice: "The password was not checked." };
  }
  if (error === "CredentialsSignin") {
    return {
      title: "E-mail or password is not right.",
      advice: "Check both. If you forgot the password, the owner of your account can give you a new one.",
    };
  }
  return { title: "Signing in did not work.", advice: "Something went wrong on our side. Please try again." };
}

function inMinutes(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
