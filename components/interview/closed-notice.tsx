import { CalendarX2, CircleCheck, type LucideIcon, SearchX, Undo2 } from "lucide-react";
import { Card } from "@/components/ui/card.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { ClosedReason } from "@/lib/client/room/room-state.ts";
import { catalogue, type Say } from "@/lib/words/catalogue.ts";
import { closed } from "@/lib/words/en/room/closed.ts";

const sentences = catalogue({ en: closed });

/** What was still on this device when an interview was closed in the middle of a sitting. */
type Rest = {
  /** Answers that the server took no more. */
  unsentAnswers: number;
  /** What was written in them, and what was being written. */
  texts: readonly string[];
};

type Notice = { icon: LucideIcon; title: string; words: string };

/** What has happened, what was kept and what to do. */
function describe(
  reason: ClosedReason,
  organization: string,
  { during, heard = false }: Pick<ClosedNoticeProps, "during" | "heard">,
  say: Say<typeof closed>,
): Notice {
  switch (reason) {
    case "completed":
      if (during && during.unsentAnswers + during.texts.length > 0) {
        return { icon: CircleCheck, title: say("closed:title"), words: say("closed:words") };
      }
      return {
        icon: CircleCheck,
        title: say("completed:title"),
        words: say(heard ? "completed:heard" : "completed:words", { organization }),
      };
    case "expired":
      return { icon: CalendarX2, title: say("expired:title"), words: say("expired:words", { organization }) };
    case "revoked":
      return { icon: Undo2, title: say("revoked:title"), words: say("revoked:words", { organization }) };
    case "not_found":
      if (!during) return { icon: SearchX, title: say("not_found:title"), words: say("not_found:words") };
      return {
        icon: SearchX,
        title: say("gone:title"),
        words: during.unsentAnswers > 0 ? say("gone:unsent") : say("gone:saved"),
      };
  }
}

type ClosedNoticeProps = {
  reason: ClosedReason;
  organization?: string;
  /** It was closed in the middle of a sitting. */
  during?: Rest;
  /** What was heard in it stands below, to be put right. */
  heard?: boolean;
};

/** The page of an invitation that cannot be taken. */
export function ClosedNotice({ reason, organization: named, during, heard = false }: ClosedNoticeProps) {
  const say = useWords(sentences);
  const organization = named ?? say("the_company");
  const { icon: Icon, title, words } = describe(reason, organization, { during, heard }, say);
  const texts = reason === "not_found" ? [] : (during?.texts ?? []);
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center py-12 text-center sm:py-20">
      <span className="grid size-14 place-items-center rounded-card bg-accent-soft text-accent">
        <Icon aria-hidden size={28} strokeWidth={1.75} className={Icon === Undo2 ? "rtl:-scale-x-100" : ""} />
      </span>
      <h1 className="mt-6 text-2xl">{title}</h1>
      <p className="mt-3 text-muted">{words}</p>
      {during && reason !== "not_found" ? (
        <p className="mt-3 text-muted">
          {during.unsentAnswers === 0
            ? say("kept", { organization })
            : say("kept_but_late", { organization, late: during.unsentAnswers })}
        </p>
      ) : null}
      {texts.length > 0 ? <NotTaken texts={texts} /> : null}
    </div>
  );
}

/** It is forgotten with this page: here it can still be copied. */
function NotTaken({ texts }: { texts: readonly string[] }) {
  const say = useWords(sentences);
  return (
    <Card as="section" className="mt-8 flex w-full flex-col items-start gap-4 text-start">
      <h2 className="text-base">{say("not_taken")}</h2>
      {Array.from(new Set(texts), (text) => (
        <p key={text} className="max-h-60 w-full overflow-y-auto text-sm whitespace-pre-wrap">
          {text}
        </p>
      ))}
      <CopyButton text={texts.join("\n\n")}>{say("copy")}</CopyButton>
    </Card>
  );
}
