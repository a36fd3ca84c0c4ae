"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useLocale } from "#use-locale";
import { useToast } from "@/components/ui/toast.tsx";
import { revokeInvitation, revokeOnLeaving } from "@/lib/client/invitations-api.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { list } from "@/lib/words/en/interviews/list.ts";
import { revoking, stillOpen } from "./revoke-words.ts";

const sentences = catalogue({ en: list });

/** How long a revocation can be taken back. It is sent after that, because the server cannot give a link back. */
const UNDO_MS = 7_000;

type Invitation = { id: string; name: string };

/** Revokes invitations after a moment in which it can be undone; leaving the page does it at once. */
export function useRevoke(): (invitations: Invitation[]) => void {
  const locale = useLocale();
  const toast = useToast();
  const router = useRouter();
  return useCallback(
    (invitations) => {
      const finish = async () => {
        stopWaiting();
        const open = await revokeEach(invitations);
        if (open.length < invitations.length) router.refresh();
        if (open.length > 0) toast({ tone: "negative", ...stillOpen(open, locale) });
      };
      const onLeave = () => {
        stopWaiting();
        for (const { id } of invitations) revokeOnLeaving(id);
      };
      const timer = setTimeout(() => void finish(), UNDO_MS);
      window.addEventListener("pagehide", onLeave);
      const dismiss = toast({
        tone: "info",
        ...revoking(invitations, locale),
        action: { label: sentences.in(locale)("undo"), onSelect: () => stopWaiting() },
      });
      const stopWaiting = () => {
        clearTimeout(timer);
        window.removeEventListener("pagehide", onLeave);
        dismiss();
      };
    },
    [toast, router, locale],
  );
}

/** One after the other. Gives back those that could not be. */
async function revokeEach(invitations: Invitation[]): Promise<Invitation[]> {
  const open: Invitation[] = [];
  for (const invitation of invitations) await revokeInvitation(invitation.id).catch(() => open.push(invitation));
  return open;
}
