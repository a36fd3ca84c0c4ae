import { CalendarX2, CircleCheck, type LucideIcon, SearchX, Undo2 } from "lucide-react";
import { Card } from "@/components/ui/card.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import type { ClosedReason } from "@/lib/client/room/room-state.ts";

/** What was still on this device when an interview was closed in the middle of a sitting. */
type Rest = {
  /** Answers that the server took no more. */
  unsentAnswers: number;
  /** What was written in them, and what was being written. */
  texts: readonly string[];
};

type Notice = { icon: LucideIcon; title: string; words: string };

/** What has happened, what was kept and what to do. */
function describe(reason: ClosedReason, organization: string, during: Rest | undefined): Notice {
  switch (reason) {
    case "completed":
      if (during && during.unsentAnswers + during.texts.length > 0) {
        return { icon: CircleCheck, title: "This interview was closed", words: "Nothing more is taken for it." };
      }
      return {
        icon: CircleCheck,
        title: "This interview is complete",
        words: `Your answers are safe with ${organization}. There is nothing left to do here, and you can close this page.`,
      };
    case "expired":
      return {
        icon: CalendarX2,
        title: "This invitation has expired",
        words: `Write to the people at ${organization} who invited you and ask for a new link. They can send one in a minute.`,
      };
    case "revoked":
      return {
        icon: Undo2,
        title: "This invitation was withdrawn",
        words: `If you did not expect that, write to the people at ${organization} who invited you: they can send a new link.`,
      };
    case "not_found":
      if (during) return { icon: SearchX, title: "We cannot find this interview any more", words: keptWords(during) };
      return {
        icon: SearchX,
        title: "We cannot find this invitation",
        words:
          "The link may have been cut off on its way. Open it again from your e-mail, or copy it whole. If that does not help, ask the people who invited you for a new one.",
      };
  }
}

type ClosedNoticeProps = {
  reason: ClosedReason;
  organization?: string;
  /** It was closed in the middle of a sitting. */
  during?: Rest;
};

/** The page of an invitation that cannot be taken. */
export function ClosedNotice({ reason, organization = "the company", during }: ClosedNoticeProps) {
  const { icon: Icon, title, words } = describe(reason, organization, during);
  const texts = reason === "not_found" ? [] : (during?.texts ?? []);
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center py-12 text-center sm:py-20">
      <span className="grid size-14 place-items-center rounded-card bg-accent-soft text-accent">
        <Icon aria-hidden size={28} strokeWidth={1.75} />
      </span>
      <h1 className="mt-6 text-2xl">{title}</h1>
      <p className="mt-3 text-muted">{words}</p>
      {during && reason !== "not_found" ? (
        <p className="mt-3 text-muted">{describeRest(during, organization)}</p>
      ) : null}
      {texts.length > 0 ? <NotTaken texts={texts} /> : null}
    </div>
  );
}

/** It is forgotten with this page: here it can still be copied. */
function NotTaken({ texts }: { texts: readonly string[] }) {
  return (
    <Card as="section" className="mt-8 flex w-full flex-col items-start gap-4 text-start">
      <h2 className="text-base">What you wrote and could not be taken</h2>
      {Array.from(new Set(texts), (text) => (
        <p key={text} className="max-h-60 w-full overflow-y-auto text-sm whitespace-pre-wrap">
          {text}
        </p>
      ))}
      <CopyButton text={texts.join("\n\n")}>Copy it</CopyButton>
    </Card>
  );
}

function keptWords({ unsentAnswers }: Rest): string {
  const kept =
    unsentAnswers > 0
      ? "What you answered last is kept on this device, and is sent from any page here as soon as it is found again."
      : "What you had answered until then was saved.";
  return `${kept} Please ask the people who invited you.`;
}

function describeRest({ unsentAnswers }: Rest, organization: string): string {
  const kept = `What you had answered and recorded until then stays with ${organization}.`;
  if (unsentAnswers === 0) return kept;
  const late = unsentAnswers === 1 ? "Your latest answer" : `Your latest ${unsentAnswers} answers`;
  return `${kept} ${late} came too late to be taken: please tell them so.`;
}
