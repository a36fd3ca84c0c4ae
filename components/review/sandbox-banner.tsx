import { Alert } from "@/components/ui/alert.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { page } from "@/lib/words/en/review/page.ts";

const sentences = catalogue({ en: page });

/** Over everything that is shown of an interview that no real person took for a real position. */
export function SandboxBanner() {
  const say = useWords(sentences);
  return (
    <div className="mt-6">
      <Alert tone="caution" title={say("sandbox:title")}>
        {say("sandbox:words")}
      </Alert>
    </div>
  );
}
