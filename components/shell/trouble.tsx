import { Button } from "@/components/ui/button.tsx";
import { useDatabaseAway } from "./use-database-away.ts";

/** A page could not be shown: says why, what is safe, and offers to try again. */
export function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  const away = useDatabaseAway(retry);
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div role="alert">
      <h1 className="text-2xl">{away ? "We cannot be reached just now" : "This page could not be shown"}</h1>
      <p className="mt-3 text-muted">
        {away
          ? "What this page is made of does not answer at the moment. Everything that was stored is kept. The page comes back by itself as soon as it can; you need not do anything."
          : "Something went wrong on our side. Nothing that was stored is lost. Trying again often helps."}
      </p>
      {reference && !away ? (
        <p className="mt-2 text-sm text-muted">Reference for whoever looks into it: {reference}</p>
      ) : null}
      <Button variant="primary" onClick={retry} className="mt-8">
        Try again
      </Button>
    </div>
  );
}
