import { Trash2 } from "lucide-react";
import { BackToList } from "@/components/dashboard/back-to-list.tsx";
import { Card } from "@/components/ui/card.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Restriction } from "@/lib/contract/deletion-request.ts";
import { EraseCandidate } from "./erase-candidate.tsx";
import { Erasing } from "./erasing.tsx";
import { KeepDataForm } from "./keep-data-form.tsx";

/** In place of a review while its candidate asks for deletion: what is needed to answer them, and for whoever may, the answer. */
export function RestrictedReview({ restriction, mayAnswer }: { restriction: Restriction; mayAnswer: boolean }) {
  const { candidate, roleTitle, requestedAt, askedElsewhere, erasingSince } = restriction;
  if (erasingSince) return <ErasedReview restriction={restriction} />;
  return (
    <>
      <header>
        <BackToList />
        <div className="mt-3 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
          <div className="min-w-0">
            <h1 className="text-2xl break-words">{candidate.name}</h1>
            <p className="mt-1 text-sm break-words text-muted">
              {roleTitle}
              {mayAnswer ? (
                <>
                  {" · "}
                  <a href={`mailto:${candidate.email}`} className="hover:text-ink hover:underline">
                    {candidate.email}
                  </a>
                </>
              ) : null}
            </p>
          </div>
          <StatusPill tone="caution" icon={Trash2}>
            Asked for deletion
          </StatusPill>
        </div>
      </header>
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
        <Card as="section" aria-labelledby="request-title">
          <h2 id="request-title" className="text-lg">
            The request
          </h2>
          <p className="mt-3 max-w-prose text-sm">
            {candidate.name} asked on <LocalTime at={requestedAt} format="long" />
            {askedElsewhere ? ", by the link of another interview," : ""} for everything that is kept about them to be
            deleted. Until that is answered or taken back, all their interviews rest: nothing is shown, scored, shared,
            exported or decided.
          </p>
          {mayAnswer ? <Stored restriction={restriction} /> : null}
        </Card>
        <Card as="section" aria-labelledby="answer-title">
          <h2 id="answer-title" className="text-lg">
            The answer
          </h2>
          {mayAnswer ? (
            <Answer restriction={restriction} />
          ) : (
            <p className="mt-3 max-w-prose text-sm text-muted">An owner or a recruiter of your organisation answers.</p>
          )}
        </Card>
      </div>
    </>
  );
}

/** In place of a review of somebody who is erased, or being erased. */
function ErasedReview({ restriction: { roleTitle, erasedAt } }: { restriction: Restriction }) {
  return (
    <>
      <header>
        <BackToList />
        <h1 className="mt-3 text-2xl">{erasedAt ? "Erased" : "Being erased"}</h1>
        <p className="mt-1 text-sm break-words text-muted">{roleTitle}</p>
      </header>
      <Card as="section" aria-labelledby="erased-title" className="mt-8 max-w-prose">
        <h2 id="erased-title" className="text-lg">
          Nothing is left to show
        </h2>
        {erasedAt ? (
          <p className="mt-3 text-sm">
            Everything that was kept about this candidate was erased on <LocalTime at={erasedAt} format="long" />. The
            record says by whom. That there was an interview, and how it was decided, stays without a name.
          </p>
        ) : (
          <Erasing />
        )}
      </Card>
    </>
  );
}

function Answer({ restriction: { interviewId, candidate } }: { restriction: Restriction }) {
  return (
    <>
      <p className="mt-3 max-w-prose text-sm">
        Erase it, or, where the law lets you or obliges you to keep the data, say so: {candidate.name} reads it when
        they open their link, and everything goes on where it stopped.
      </p>
      <div className="mt-5 flex">
        <EraseCandidate candidateId={candidate.id} name={candidate.name} />
      </div>
      <hr className="my-6 border-hairline" />
      <KeepDataForm interviewId={interviewId} />
    </>
  );
}

function Stored({ restriction }: { restriction: Restriction }) {
  const { invitedAt, startedAt, endedAt, stored } = restriction;
  const minutes = stored.recordedSeconds === null ? null : Math.max(1, Math.round(stored.recordedSeconds / 60));
  return (
    <>
      <h3 className="mt-6 text-base">What is kept of this interview</h3>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 text-sm">
        <Fact name="Invited">
          <LocalTime at={invitedAt} format="long" />
        </Fact>
        <Fact name="Taken">{startedAt ? <LocalTime at={startedAt} format="long" /> : "not yet"}</Fact>
        {endedAt ? (
          <Fact name="Ended">
            <LocalTime at={endedAt} format="long" />
          </Fact>
        ) : null}
        <Fact name="Questions">{stored.questions}</Fact>
        <Fact name="Answers">{stored.answers}</Fact>
        <Fact name="Recording">{minutes === null ? "none" : `about ${minutes} min`}</Fact>
        <Fact name="Analyses">{stored.analyses}</Fact>
        <Fact name="Decisions">{stored.decisions}</Fact>
        <Fact name="Share links">
          {stored.shareLinks === 0 ? "none" : `${stored.shareLinks}, which show nothing now`}
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </>
  );
}
