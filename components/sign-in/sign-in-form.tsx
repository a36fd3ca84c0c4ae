"use client";

import { SignInSteps } from "./sign-in-steps.tsx";

/** Goes to a whole new page, so that nothing of before is kept; until it is there, there is nothing to do here. */
function leaveFor(path: string): Promise<void> {
  window.location.assign(path);
  return new Promise(() => {});
}

/** Signs in, then goes on to `next`, a path of this site. */
export function SignInForm({ next }: { next: string }) {
  return <SignInSteps onSignedIn={() => leaveFor(next)} />;
}
