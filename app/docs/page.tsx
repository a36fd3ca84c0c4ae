import type { Metadata } from "next";
import Link from "next/link";
import { Reference } from "@/components/docs/reference.tsx";
import { Alert } from "@/components/ui/alert.tsx";

export const metadata: Metadata = { title: "API reference" };

export default function ReferencePage() {
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">API reference</h1>
      <p className="mt-3 max-w-2xl text-muted">
        Every operation, made from what the server itself runs by. New here? Begin with the{" "}
        <Link href="/docs/start" className="rounded-mark underline hover:text-accent">
          first day
        </Link>
        . For your own tools there is{" "}
        <a href="/api/openapi.json" className="rounded-mark underline hover:text-accent">
          openapi.json
        </a>{" "}
        (OpenAPI 3.1).
      </p>
      <div className="mt-6 mb-8">
        <Alert tone="info" title="Try it in the sandbox">
          Press Authorize and paste a key that begins with <code>tf_test_</code>: nothing it does meets real candidates,
          nothing is mailed, and scores are made up and say so. The key stays on this page and is gone when you leave
          it. Owners make keys under{" "}
          <Link href="/settings/api-keys" className="rounded-mark underline hover:text-accent">
            Settings, API keys
          </Link>
          .
        </Alert>
      </div>
      <Reference />
    </>
  );
}
