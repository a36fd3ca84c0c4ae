import { Badge } from "@/components/ui/badge.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import type { ApiKey } from "@/lib/contract/v1/api-keys.ts";
import type { Scope } from "@/lib/domain/access.ts";
import { RevokeApiKey } from "./revoke-api-key.tsx";

const SCOPE_WORDS: Record<Scope, string> = { read: "Reads", write: "Writes", admin: "Administers" };

export function ApiKeyRow({ apiKey, isOver }: { apiKey: ApiKey; isOver: boolean }) {
  const { id, name, kind, prefix, scopes, cors_origins: origins } = apiKey;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 p-4 sm:px-6">
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="font-strong break-words">{name}</h2>
          <Badge>{kind === "test" ? "Test" : "Live"}</Badge>
          <Badge>{scopes.map((scope) => SCOPE_WORDS[scope]).join(", ")}</Badge>
        </div>
        <p className="mt-1 text-sm break-words text-muted">
          <code>{prefix}…</code> · <Use apiKey={apiKey} isOver={isOver} />
        </p>
        {origins.length > 0 ? (
          <p className="mt-1 text-sm break-words text-muted">In pages of {origins.join(", ")}</p>
        ) : null}
      </div>
      {isOver ? null : <RevokeApiKey id={id} name={name} />}
    </li>
  );
}

function Use({ apiKey, isOver }: { apiKey: ApiKey; isOver: boolean }) {
  const { created_at, last_used_at, expires_at, revoked_at } = apiKey;
  return (
    <>
      made <LocalTime at={created_at} format="date" /> ·{" "}
      {last_used_at ? (
        <>
          last used <LocalTime at={last_used_at} />
        </>
      ) : (
        "never used"
      )}{" "}
      · <End revokedAt={revoked_at} expiresAt={expires_at} isOver={isOver} />
    </>
  );
}

type EndProps = { revokedAt: string | null; expiresAt: string | null; isOver: boolean };

function End({ revokedAt, expiresAt, isOver }: EndProps) {
  const at = revokedAt ?? expiresAt;
  if (at === null) return "no end";
  return (
    <>
      {revokedAt ? "revoked" : isOver ? "ended" : "ends"} <LocalTime at={at} format="long" />
    </>
  );
}
