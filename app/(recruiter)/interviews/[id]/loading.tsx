import { Card } from "@/components/ui/card.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { page } from "@/lib/words/en/review/page.ts";

const sentences = catalogue({ en: page });

const CARDS = ["first", "second"];

export default function ReviewLoading() {
  const say = useWords(sentences);
  return (
    <div role="status">
      <span className="sr-only">{say("loading")}</span>
      <Skeleton className="mt-2 h-4 w-24" />
      <Skeleton className="mt-6 h-7 w-64" />
      <Skeleton className="mt-3 h-4 w-80 max-w-full" />
      <div className="mt-10 grid items-start gap-6 lg:grid-cols-[minmax(0,6fr)_minmax(0,7fr)] lg:gap-8">
        <Card padding="none" className="overflow-hidden">
          <Skeleton className="aspect-video w-full" />
          <div className="h-32" />
        </Card>
        <div className="flex flex-col gap-6">
          <Card>
            <Skeleton className="h-5 w-32" />
            <Skeleton className="mt-6 h-9 w-24" />
            <Skeleton className="mt-4 h-2 w-full" />
            <div className="mt-10 grid gap-8 sm:grid-cols-2">
              <Skeleton className="h-4" />
              <Skeleton className="h-4" />
              <Skeleton className="h-4" />
              <Skeleton className="h-4" />
            </div>
          </Card>
          {CARDS.map((card) => (
            <Card key={card}>
              <Skeleton className="h-5 w-48" />
              <Skeleton className="mt-4 h-4 w-full" />
              <Skeleton className="mt-2 h-4 w-4/5" />
              <Skeleton className="mt-6 h-20 w-full" />
            </Card>
          ))}
        </div>
      </div>
    </div>
  );
}
