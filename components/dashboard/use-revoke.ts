"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useToast } from "@/components/ui/toast.tsx";
import { revokeInvitation, revokeOnLeaving } from "@/lib/client/invitations-api.ts";

/** How long a revocation can be taken back. It is sent after that, because the server cannot give a link back. */
const UNDO_MS = 7_000;

/** Revokes an invitation after a moment in which it can be undone; leaving the page does it at once. */
export function useRevoke(): (interviewId: string, name: string) => void {
  const toast = useToast();
  const router = useRouter();
  return useCallback(
    (interviewId, name) => {
      const finish = () => {
        stopWaiting();
        revokeInvitation(interviewId).then(
          () => router.refresh(),
          () => toast({ tone: "negative", title: `The invitation of ${name} is still open`, description: TRY_AGAIN }),
        );
      };
      const onLeave = () => {
        stopWaiting();
        revokeOnLeaving(interviewId);
      };
      const timer = setTimeout(finish, UNDO_MS);
      window.addEventListener("pagehide", onLeave);
      const dismiss = toast({
        tone: "info",
        title: `Revoking the invitation of ${name}`,
        description: "Its link stops working in a few seconds.",
        action: { label: "Undo", onSelect: () => stopWaiting() },
      });
      const stopWaiting = () => {
        clearTimeout(timer);
        window.removeEventListener("pagehide", onLeave);
        dismiss();
      };
    },
    [toast, router],
  );
}

const TRY_AGAIN = "It could not be revoked just now. Please try again.";
