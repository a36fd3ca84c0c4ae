"use client";

import { signOut } from "next-auth/react";
import { SetUpSecondFactor } from "@/components/settings/second-factor/set-up.tsx";
import { Button } from "@/components/ui/button.tsx";

/** Sets up the second factor that is asked for, then goes on to `next`; or leaves. */
export function EnrolSecondFactor({ next }: { next: string }) {
  const leave = async () => {
    await signOut({ redirect: false });
    window.location.assign("/sign-in");
  };
  return (
    <>
      <SetUpSecondFactor onDone={() => window.location.assign(next)} />
      <p className="mt-8 border-t border-hairline pt-6 text-sm text-muted">
        Not now?{" "}
        <Button variant="quiet" size="small" onClick={leave}>
          Sign out
        </Button>
      </p>
    </>
  );
}
