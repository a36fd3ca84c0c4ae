import type { ReactNode } from "react";
import { BackToList } from "@/components/dashboard/back-to-list.tsx";
import { Card } from "@/components/ui/card.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { Restriction } from "@/lib/contract/deletion-request.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { deletion } from "@/lib/words/en/review/deletion.ts";
import { AsIs } from "./as-is.tsx";
import { EraseCandidate } from "./erase-candidate.tsx";
import { Erasing } from "./erasing.tsx";
import { KeepDataForm } from "./keep-data-form.tsx";
import { StatePill } from "./state-pill.tsx";

const sentences = catalogue({ en: deletion });

/** In place of a review while its candidate asks for deletion: what is needed to answer them, and for whoever may, the answer. */
export function RestrictedReview({ restriction, mayAnswer }: { restriction: Restriction; mayAnswer: boolean }) {
  const say = useWords(sentences);
  const { candidate, roleTitle, requestedAt, askedElsewhere, erasingSince } = restriction;
  if (erasingSince) return <ErasedReview restriction={restriction} />;
  return (
    <>
      <header>
        <BackToList />
        <div className="mt-3 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
          <div className="min-w-0">
            <h1 className="text-2xl break-words">
              <bdi>{candidate.name}</bdi>
            </h1>
            <p className="mt-1 text-sm break-words text-muted">
              <bdi>{roleTitle}</bdi>
              {mayAnswer ? (
                <>
                  {" · "}
                  <a href={`mailto:${candidate.email}`} className="hover:text-ink hover:underline">
                    <AsIs>{candidate.email}</AsIs>
                  </a>
                </>
              ) : null}
            </p>
          </div>
          <StatePill state="deletion_requested" />
        </div>
      </header>
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
        <Card as="section" aria-labelledby="request-title">
          <h2 id="request-title" className="text-lg">
            {say("request:title")}
          </h2>
          <p className="mt-3 max-w-prose text-sm">
            {say.rich(askedElsewhere ? "request:elsewhere" : "request:words", {
              name: candidate.name,
              at: () => <LocalTime at={requestedAt} format="long" />,
            })}
          </p>
          {mayAnswer ? <Stored restriction={restriction} /> : null}
        </Card>
        <Card as="section" aria-labelledby="answer-title">
          <h2 id="answer-title" className="text-lg">
            {say("answer:title")}
          </h2>
          {mayAnswer ? (
            <Answer restriction={restriction} />
          ) : (
            <p className="mt-3 max-w-prose text-sm text-muted">{say("answer:others")}</p>
          )}
        </Card>
      </div>
    </>
  );
}

/** In place of a review of somebody who is erased, or being erased. */
function ErasedReview({ restriction: { roleTitle, erasedAt } }: { restriction: Restriction }) {
  const say = useWords(sentences);
  return (
    <>
      <header>
        <BackToList />
        <h1 className="mt-3 text-2xl">{erasedAt ? say("erased:title") : say("erasing:title")}</h1>
        <p className="mt-1 text-sm break-words text-muted">
          <bdi>{roleTitle}</bdi>
        </p>
      </header>
      <Card as="section" aria-labelledby="erased-title" className="mt-8 max-w-prose">
        <h2 id="erased-title" className="text-lg">
          {say("erased:nothing")}
        </h2>
        {erasedAt ? (
          <p className="mt-3 text-sm">
            {say.rich("erased:words", { at: () => <LocalTime at={erasedAt} format="long" /> })}
          </p>
        ) : (
          <Erasing />
        )}
      </Card>
    </>
  );
}

function Answer({ restriction: { interviewId, candidate } }: { restriction: Restriction }) {
  const say = useWords(sentences);
  return (
    <>
      <p className="mt-3 max-w-prose text-sm">{say("answer:words", { name: candidate.name })}</p>
      <div className="mt-5 flex">
        <EraseCandidate candidateId={candidate.id} name={candidate.name} />
      </div>
      <hr className="my-6 border-hairline" />
      <KeepDataForm interviewId={interviewId} />
    </>
  );
}

function Stored({ restriction }: { restriction: Restriction }) {
  const say = useWords(sentences);
  const { invitedAt, startedAt, endedAt, stored } = restriction;
  const minutes = stored.recordedSeconds === null ? null : Math.max(1, Math.round(stored.recordedSeconds / 60));
  return (
    <>
      <h3 className="mt-6 text-base">{say("kept:title")}</h3>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 text-sm">
        <Fact name={say("kept:invited")}>
          <LocalTime at={invitedAt} format="long" />
        </Fact>
        <Fact name={say("kept:taken")}>
          {startedAt ? <LocalTime at={startedAt} format="long" /> : say("kept:not_taken")}
        </Fact>
        {endedAt ? (
          <Fact name={say("kept:ended")}>
            <LocalTime at={endedAt} format="long" />
          </Fact>
        ) : null}
        <Fact name={say("kept:questions")}>{stored.questions}</Fact>
        <Fact name={say("kept:answers")}>{stored.answers}</Fact>
        <Fact name={say("kept:recording")}>{minutes === null ? say("kept:none") : say("kept:about", { minutes })}</Fact>
        <Fact name={say("kept:analyses")}>{stored.analyses}</Fact>
        <Fact name={say("kept:decisions")}>{stored.decisions}</Fact>
        <Fact name={say("kept:links")}>
          {stored.shareLinks === 0 ? say("kept:none") : say("kept:resting_links", { count: stored.shareLinks })}
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </>
  );
}
