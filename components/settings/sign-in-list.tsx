"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { endSignInMutation } from "@/lib/client/settings-api.ts";

export type ShownSignIn = { id: string; device: string; address: string; lastSeenAt: string; isThisOne: boolean };

/** Where somebody is signed in, each with its way out. */
export function SignInList({ signIns }: { signIns: ShownSignIn[] }) {
  const router = useRouter();
  const end = useMutation({ ...endSignInMutation(), onSuccess: () => router.refresh() });
  return (
    <>
      {end.error ? (
        <Alert tone="negative" title="They are still signed in there" announce="alert">
          {end.error.message}
        </Alert>
      ) : null}
      <ul aria-label="Where you are signed in" className="divide-y divide-hairline border-y border-hairline">
        {signIns.map(({ id, device, address, lastSeenAt, isThisOne }) => (
          <li key={id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 py-3 text-sm">
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-strong">{device}</p>
              <p className="break-words text-muted">
                {address} · {isThisOne ? "this browser" : <LocalTime at={lastSeenAt} format="long" />}
              </p>
            </div>
            {isThisOne ? null : (
              <Button
                size="small"
                aria-label={`Sign out ${device} at ${address}`}
                loading={end.isPending && end.variables === id}
                onClick={() => end.mutate(id)}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
