"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import { revokeShareMutation, shareLinksQuery } from "@/lib/client/share-links-api.ts";
import type { ShareLink } from "@/lib/contract/v1/shares.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { sharing } from "@/lib/words/en/review/sharing.ts";

const sentences = catalogue({ en: sharing });

/** The links that show the interview now, each with the way to end it. */
export function OpenLinks({ interviewId }: { interviewId: string }) {
  const say = useWords(sentences);
  const refusal = useRefusalWords();
  const { data, error } = useQuery(shareLinksQuery(interviewId));
  const open = data?.filter((link) => link.open) ?? [];
  if (error) {
    return (
      <div className="mt-6">
        <Alert tone="caution" title={say("open:refused")}>
          {refusal(error)}
        </Alert>
      </div>
    );
  }
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="open-links" className="mt-8 border-t border-hairline pt-6">
      <h3 id="open-links" className="text-sm">
        {say("open:title")}
      </h3>
      <ul className="mt-2 divide-y divide-hairline">
        {open.map((link) => (
          <OpenLink key={link.share_link_id} link={link} />
        ))}
      </ul>
    </section>
  );
}

function OpenLink({ link }: { link: ShareLink }) {
  const say = useWords(sentences);
  const refusal = useRefusalWords();
  const queries = useQueryClient();
  const toast = useToast();
  const revoke = useMutation({
    ...revokeShareMutation(link.interview_id),
    onSuccess: () => toast({ tone: "positive", title: say("open:ended") }),
    onError: (error) => toast({ tone: "negative", title: say("open:not_ended"), description: refusal(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: shareLinksQuery(link.interview_id).queryKey }),
  });
  return (
    <li className="flex items-center justify-between gap-4 py-3 text-sm">
      <span className="min-w-0">
        <span className="block">
          {say.rich("open:until", { at: () => <LocalTime at={link.expires_at} format="long" /> })}
        </span>
        <span className="block break-words text-muted">
          {say.rich("open:by", { name: link.created_by, at: () => <LocalTime at={link.created_at} /> })}
        </span>
      </span>
      <Button size="small" loading={revoke.isPending} onClick={() => revoke.mutate(link.share_link_id)}>
        {say("open:end")}
      </Button>
    </li>
  );
}
