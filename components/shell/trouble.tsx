import { Button } from "@/components/ui/button.tsx";

/** A page could not be shown: says so, says what is safe, and offers to try again. */
export function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div role="alert">
      <h1 className="text-2xl">This page could not be shown</h1>
      <p className="mt-3 text-muted">
        Something went wrong on our side. Nothing that was stored is lost. Trying again often helps.
      </p>
      {reference ? <p className="mt-2 text-sm text-muted">Reference for whoever looks into it: {reference}</p> : null}
      <Button variant="primary" onClick={retry} className="mt-8">
        Try again
      </Button>
    </div>
  );
}
