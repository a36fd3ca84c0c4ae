import { BackToList } from "@/components/dashboard/back-to-list.tsx";
import { ShareButton } from "@/components/share/share-button.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { Review } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { page } from "@/lib/words/en/review/page.ts";
import { AsIs } from "./as-is.tsx";
import { StatePill } from "./state-pill.tsx";

const sentences = catalogue({ en: page });

/** Who it is about and where the interview stands. */
export function ReviewHeader({ review, mayShare }: { review: Review; mayShare: boolean }) {
  const { candidate, template, state } = review;
  return (
    <header>
      <BackToList />
      <div className="mt-3 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-2xl break-words">
            <bdi>{candidate.name}</bdi>
          </h1>
          <p className="mt-1 text-sm break-words text-muted">
            <bdi>{template.role_title}</bdi> ·{" "}
            <a href={`mailto:${candidate.email}`} className="hover:text-ink hover:underline">
              <AsIs>{candidate.email}</AsIs>
            </a>{" "}
            · <When review={review} />
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {candidate.deletion_requested_at ? <StatePill state="deletion_requested" /> : null}
          <StatePill state={state} />
          {mayShare && state === "completed" ? (
            <span className="print:hidden">
              <ShareButton interviewId={review.interview_id} candidateName={candidate.name} />
            </span>
          ) : null}
        </div>
      </div>
    </header>
  );
}

/** When it was taken, or since when it can be. */
function When({ review: { state, session, invited_at, expires_at } }: { review: Review }) {
  const say = useWords(sentences);
  const moment = (at: string) => () => <LocalTime at={at} format="long" />;
  if (session) return say.rich(state === "completed" ? "taken" : "started", { at: moment(session.started_at) });
  if (state !== "invited") return say.rich("invited", { at: moment(invited_at) });
  return say.rich("invited_until", { at: moment(invited_at), until: moment(expires_at) });
}
