import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "@/components/ui/toast.tsx";
import { analyseMutation, reviewQuery } from "@/lib/client/review-queries.ts";

/** Has an interview scored again. What becomes of it shows in the review, which is read anew whatever the answer was. */
export function useAnalyse(interviewId: string) {
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    ...analyseMutation(interviewId),
    onSuccess: ({ analysis }) => {
      // The button goes away with what it stood beside; the keyboard stays in the place.
      document.getElementById("assessment")?.focus();
      toast({ tone: "info", title: `Analysis ${analysis.version} has begun`, description: "Earlier ones are kept." });
    },
    onError: (error) => {
      toast({ tone: "negative", title: "The analysis was not started", description: error.message });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: reviewQuery(interviewId).queryKey }),
  });
}
