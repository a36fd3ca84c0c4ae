"use client";

import { LookFirst } from "@/components/review/look-first.tsx";
import { NotTaken } from "@/components/review/not-taken.tsx";
import { PlayerProvider } from "@/components/review/player/player-context.tsx";
import { QuestionList } from "@/components/review/question-list.tsx";
import { RecordingPanel } from "@/components/review/recording-panel.tsx";
import { SandboxBanner } from "@/components/review/sandbox-banner.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { SharedReview } from "@/lib/contract/shared-review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { sharing } from "@/lib/words/en/review/sharing.ts";
import { SharedAssessment } from "./shared-assessment.tsx";

const sentences = catalogue({ en: sharing });

/** An interview as a share link shows it: to watch, to read, and nothing to do. */
export function SharedScreen({ review }: { review: SharedReview }) {
  const say = useWords(sentences);
  const { questions, analysis, state } = review;
  return (
    <PlayerProvider>
      <SharedHeader review={review} />
      {review.sandbox ? <SandboxBanner /> : null}
      <LookFirst analysis={analysis} />
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,6fr)_minmax(0,7fr)] lg:gap-8">
        <div className="lg:sticky lg:top-6">
          <RecordingPanel {...review} mayDownload={false} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <SharedAssessment review={review} />
          {questions.length > 0 ? (
            <QuestionList review={{ questions, analysis, standing_analysis: null }} />
          ) : (
            <NotTaken state={state} />
          )}
          {review.more_questions_after === null ? null : (
            <p className="text-sm text-muted">{say("page:first", { count: questions.length })}</p>
          )}
        </div>
      </div>
    </PlayerProvider>
  );
}

function SharedHeader({ review: { candidate, template, session, shared_until } }: { review: SharedReview }) {
  const say = useWords(sentences);
  return (
    <header>
      <h1 className="text-2xl break-words">
        <bdi>{candidate.name}</bdi>
      </h1>
      <p className="mt-1 text-sm break-words text-muted">
        <bdi>{template.role_title}</bdi>
        {session ? (
          <> · {say.rich("page:taken", { at: () => <LocalTime at={session.started_at} format="long" /> })}</>
        ) : null}
      </p>
      <p className="mt-3 max-w-prose text-sm text-muted">
        {say.rich("page:until", { at: () => <LocalTime at={shared_until} format="long" /> })}
      </p>
    </header>
  );
}
