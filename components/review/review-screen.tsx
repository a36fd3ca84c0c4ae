"use client";

import { useQuery } from "@tanstack/react-query";
import { Alert } from "@/components/ui/alert.tsx";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import { reviewQuery } from "@/lib/client/review-queries.ts";
import type { Review } from "@/lib/contract/review.ts";
import type { ScoringOffer } from "@/lib/domain/scoring-offer.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { page } from "@/lib/words/en/review/page.ts";
import { Assessment } from "./assessment.tsx";
import { DecisionPanel } from "./decision-panel.tsx";
import { DecisionSummary } from "./decision-summary.tsx";
import { LateParts } from "./late-parts.tsx";
import { LookFirst } from "./look-first.tsx";
import { NotTaken } from "./not-taken.tsx";
import { PlayerProvider } from "./player/player-context.tsx";
import { QuestionList } from "./question-list.tsx";
import { RecordingPanel } from "./recording-panel.tsx";
import { ReviewHeader } from "./review-header.tsx";
import { SandboxBanner } from "./sandbox-banner.tsx";
import { SessionDetails } from "./session-details.tsx";
import { useDecisionNews } from "./use-decision-news.ts";
import { useRestriction } from "./use-restriction.ts";

const sentences = catalogue({ en: page });

type ReviewScreenProps = {
  initial: Review;
  offer: ScoringOffer;
  mayShare: boolean;
  /** Whether they may let late parts of the recording come. */
  mayAcceptLate: boolean;
  /** Who reads it. */
  userId: string;
};

/** An interview to be reviewed: the recording on the left stays, what is read and decided scrolls on the right. */
export function ReviewScreen({ initial, offer, mayShare, mayAcceptLate, userId }: ReviewScreenProps) {
  const say = useWords(sentences);
  const refusal = useRefusalWords();
  const { data: review, error } = useQuery({
    ...reviewQuery(initial.interview_id),
    initialData: initial,
    // What the server has written is new, unless there is more of it.
    ...(initial.more_questions_after === null ? {} : { initialDataUpdatedAt: 0 }),
  });
  useRestriction([error, useDecisionNews(review)]);
  return (
    <PlayerProvider>
      <ReviewHeader review={review} mayShare={mayShare} />
      {review.sandbox ? <SandboxBanner /> : null}
      {error ? (
        <div className="mt-6">
          <Alert tone="caution" title={say("outdated:title")} announce="status">
            {refusal(error)} {say("outdated:words")}
          </Alert>
        </div>
      ) : null}
      <LookFirst analysis={review.standing_analysis ?? review.analysis} />
      <div className="mt-8">
        {review.session ? (
          <Sitting review={review} offer={offer} mayAcceptLate={mayAcceptLate} userId={userId} />
        ) : (
          <NotTaken state={review.state} />
        )}
      </div>
    </PlayerProvider>
  );
}

type SittingProps = Omit<ReviewScreenProps, "initial" | "mayShare"> & { review: Review };

function Sitting({ review, offer, mayAcceptLate, userId }: SittingProps) {
  const late = review.recording?.late_parts;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,6fr)_minmax(0,7fr)] lg:gap-8 print:block">
      <div className="lg:sticky lg:top-24 print:static">
        <RecordingPanel {...review} />
        {late && late.waiting > 0 ? (
          <div className="mt-4">
            <LateParts interviewId={review.interview_id} late={late} mayAccept={mayAcceptLate} />
          </div>
        ) : null}
        <DecisionSummary {...review} />
        {review.recording?.media_url ? <KeysHint /> : null}
      </div>
      <div className="flex min-w-0 flex-col gap-6 print:mt-6 print:block print:space-y-6">
        <Assessment review={review} offer={offer} />
        {review.questions.length > 0 ? <QuestionList review={review} /> : <NotTaken state={review.state} />}
        <DecisionPanel {...review} userId={userId} />
        <SessionDetails {...review} />
      </div>
    </div>
  );
}

function KeysHint() {
  const say = useWords(sentences);
  return <p className="mt-4 hidden text-xs text-muted lg:block print:hidden">{say("keys")}</p>;
}
