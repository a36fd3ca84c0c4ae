"use client";

import { SignInSteps } from "./sign-in-steps.tsx";

/** Signs in, then goes on to `next`, a path of this site. */
export function SignInForm({ next }: { next: string }) {
  // a whole new page: nothing of before is kept
  return <SignInSteps onSignedIn={() => window.location.assign(next)} />;
}
