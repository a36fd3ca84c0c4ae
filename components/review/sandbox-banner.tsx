import { Alert } from "@/components/ui/alert.tsx";

/** Over everything that is shown of an interview that no real person took for a real position. */
export function SandboxBanner() {
  return (
    <div className="mt-6">
      <Alert tone="caution" title="This is the sandbox">
        A program tries things out here with a test key. The scores are made up at once, and nobody was mailed.
      </Alert>
    </div>
  );
}
