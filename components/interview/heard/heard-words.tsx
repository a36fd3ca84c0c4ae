import { useId, useState } from "react";
import { useLocale } from "#use-locale";
import { Card } from "@/components/ui/card.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { useWords } from "@/components/words/use-words.ts";
import type { HeardItem } from "@/lib/client/room/heard-items.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { heard as words } from "@/lib/words/en/room/heard.ts";
import { all } from "@/lib/words/format.ts";
import { HeardAnswer } from "./heard-answer.tsx";
import type { HeardWordsOfRoom } from "./use-heard-words.ts";

const sentences = catalogue({ en: words });

type HeardWordsProps = {
  heard: HeardWordsOfRoom;
  /** What is spoken in, BCP 47. */
  language: string;
  /** Below a page that is no wider. */
  narrow?: boolean;
};

/** What was written down of spoken answers, to be put right by whoever spoke. It waits below what the page is about, and takes no focus. */
export function HeardWords({ heard, language, narrow = false }: HeardWordsProps) {
  const say = useWords(sentences);
  const locale = useLocale();
  const title = useId();
  const { items, isWaiting, silent, undone, credits } = heard;
  const isEmpty = items.length + silent.length + undone.length === 0 && !isWaiting;
  return (
    <>
      <Arrivals items={items} />
      {isEmpty ? null : (
        <Card
          as="section"
          aria-labelledby={title}
          className={classNames("text-start", narrow ? "mx-auto max-w-lg" : "mt-8 sm:mt-12")}
        >
          <h2 id={title} className="text-base">
            {say(items.length > 0 ? "title" : "title:before")}
          </h2>
          {items.length > 0 ? <p className="mt-1 max-w-prose text-sm text-muted">{say("about")}</p> : null}
          <Answers heard={heard} language={language} />
          <div className="mt-3 flex flex-col gap-2 text-sm text-muted empty:hidden">
            {credits.length > 0 ? <p className="text-xs">{say("credit", { credits: all(credits, locale) })}</p> : null}
            {isWaiting ? <p>{say("waiting")}</p> : null}
            {silent.map((number) => (
              <p key={number}>{say("no_words", { number })}</p>
            ))}
            {undone.length > 0 ? (
              <p>{say("none", { count: undone.length, numbers: all(undone.map(String), locale) })}</p>
            ) : null}
          </div>
        </Card>
      )}
    </>
  );
}

/** Under one heading, the first that nobody has looked at unfolded. */
function Answers({ heard, language }: HeardWordsProps) {
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const { items, saving } = heard;
  const first = items.find(({ state }) => state === "open" || state === "edited")?.answerId;
  if (items.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-col divide-y divide-hairline">
      {items.map((item) => (
        <HeardAnswer
          key={item.answerId}
          item={item}
          language={language}
          saving={saving[item.answerId] ?? null}
          open={toggled[item.answerId] ?? item.answerId === first}
          onToggle={(open) => setToggled((before) => ({ ...before, [item.answerId]: open }))}
          onEdit={(text) => heard.edit(item.answerId, text)}
          onUndo={() => heard.undo(item.answerId)}
          onConfirm={() => heard.confirm(item.answerId)}
          onSave={() => heard.save(item.answerId, item.text)}
        />
      ))}
    </ul>
  );
}

/** Tells a screen reader, when it has time, whose words have come. */
function Arrivals({ items }: Pick<HeardWordsOfRoom, "items">) {
  const say = useWords(sentences);
  const [seen, setSeen] = useState<{ ids: string[]; latest: HeardItem | null }>({ ids: [], latest: null });
  const fresh = items.filter(({ answerId }) => !seen.ids.includes(answerId));
  if (fresh.length > 0) {
    const latest = fresh.findLast(({ state }) => state === "open") ?? seen.latest;
    setSeen({ ids: items.map(({ answerId }) => answerId), latest });
  }
  return (
    <p role="status" className="sr-only">
      {seen.latest ? say("written:now", seen.latest) : null}
    </p>
  );
}
