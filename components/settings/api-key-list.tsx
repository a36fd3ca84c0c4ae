import { KeyRound } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import type { ApiKey } from "@/lib/contract/v1/api-keys.ts";
import { ApiKeyRow } from "./api-key-row.tsx";
import { CreateApiKey } from "./create-api-key.tsx";

/** Every key of the organisation: those that work, and folded away those that do not any more. */
export function ApiKeyList({ keys, now }: { keys: ApiKey[]; now: string }) {
  const isOver = (key: ApiKey) => key.revoked_at !== null || (key.expires_at !== null && key.expires_at <= now);
  const working = keys.filter((key) => !isOver(key));
  const over = keys.filter(isOver);
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <p className="max-w-prose text-sm text-muted">
          With a key, a program of yours can invite candidates and read results, as the API allows. Whoever has the key
          can do what it may: keep it like a password.{" "}
          <Link href="/docs/start" className="rounded-mark underline hover:text-ink">
            How to begin
          </Link>
        </p>
        {working.length > 0 ? <CreateApiKey /> : null}
      </div>
      <Card padding="none">
        {working.length > 0 ? (
          <ul aria-label="API keys" className="divide-y divide-hairline">
            {working.map((key) => (
              <ApiKeyRow key={key.id} apiKey={key} isOver={false} />
            ))}
          </ul>
        ) : (
          <EmptyState
            icon={KeyRound}
            title={over.length > 0 ? "No key works any more" : "No program has a key yet"}
            action={<CreateApiKey />}
          >
            Begin with a test key: it works in a sandbox of its own, where nothing is real and nobody is mailed.
          </EmptyState>
        )}
      </Card>
      {over.length > 0 ? (
        <Disclosure summary={`Keys that no longer work (${over.length})`} className="mt-6">
          <Card padding="none">
            <ul aria-label="Keys that no longer work" className="divide-y divide-hairline">
              {over.map((key) => (
                <ApiKeyRow key={key.id} apiKey={key} isOver />
              ))}
            </ul>
          </Card>
        </Disclosure>
      ) : null}
    </>
  );
}
