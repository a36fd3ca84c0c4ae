import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "@/components/ui/toast.tsx";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import { analyseMutation, reviewQuery } from "@/lib/client/review-queries.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";

const sentences = catalogue({ en: scores });

/** Has an interview scored again. What becomes of it shows in the review, which is read anew whatever the answer was. */
export function useAnalyse(interviewId: string) {
  const queries = useQueryClient();
  const toast = useToast();
  const say = useWords(sentences);
  const refusal = useRefusalWords();
  return useMutation({
    ...analyseMutation(interviewId),
    onSuccess: ({ analysis }) => {
      // The button goes away with what it stood beside; the keyboard stays in the place.
      document.getElementById("assessment")?.focus();
      toast({
        tone: "info",
        title: say("begun:title", { version: analysis.version }),
        description: say("begun:words"),
      });
    },
    onError: (error) => {
      toast({ tone: "negative", title: say("not_begun"), description: refusal(error) });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: reviewQuery(interviewId).queryKey }),
  });
}
