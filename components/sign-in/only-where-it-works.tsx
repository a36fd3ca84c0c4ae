"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { Alert } from "@/components/ui/alert.tsx";

type Props = {
  /** Where signing in works, if it does not where the server saw the page asked for; a proxy may have kept from it how. */
  elsewhere: string | null;
  children: ReactNode;
};

/** Somewhere to sign in; or why it cannot be here, and where it can. The browser knows how the page was opened. */
export function OnlyWhereItWorks({ elsewhere, children }: Props) {
  const isSecure = useSyncExternalStore(
    () => () => {},
    () => window.location.protocol === "https:",
    () => false,
  );
  if (elsewhere === null || isSecure) return children;
  return (
    <Alert tone="caution" title="Signing in works by https only">
      <p>
        This page was opened by plain http. What you sign in with would travel unprotected, and your browser would not
        keep the sign-in.
      </p>
      <p className="mt-2">
        Go to{" "}
        <a className="break-all text-accent underline" href={elsewhere}>
          {elsewhere}
        </a>
      </p>
    </Alert>
  );
}
