import { CalendarX2, CircleCheck, type LucideIcon, SearchX, Undo2 } from "lucide-react";
import type { ClosedReason } from "./room-state.ts";

type Notice = { icon: LucideIcon; title: string; words: string };

/** What has happened, what was kept and what to do. */
function describe(reason: ClosedReason, organization: string): Notice {
  switch (reason) {
    case "completed":
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
  /** It was closed in the middle of a sitting, with so many answers on this device that the server took no more. */
  during?: { unsentAnswers: number };
};

/** The page of an invitation that cannot be taken. */
export function ClosedNotice({ reason, organization = "the company", during }: ClosedNoticeProps) {
  const { icon: Icon, title, words } = describe(reason, organization);
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center py-12 text-center sm:py-20">
      <span className="grid size-14 place-items-center rounded-card bg-accent-soft text-accent">
        <Icon aria-hidden size={28} strokeWidth={1.75} />
      </span>
      <h1 className="mt-6 text-2xl">{title}</h1>
      <p className="mt-3 text-muted">{words}</p>
      {during && reason !== "not_found" ? (
        <p className="mt-3 text-muted">{describeRest(during.unsentAnswers, organization)}</p>
      ) : null}
    </div>
  );
}

function describeRest(unsentAnswers: number, organization: string): string {
  const kept = `What you had answered and recorded until then stays with ${organization}.`;
  if (unsentAnswers === 0) return kept;
  const late = unsentAnswers === 1 ? "Your latest answer" : `Your latest ${unsentAnswers} answers`;
  return `${kept} ${late} came too late to be taken: please tell them so.`;
}
