import type { ListPosition } from "../domain/list-position.ts";
import type { Db } from "./client.ts";
import { databaseNow } from "./clock.ts";
import { Prisma } from "./generated/client.ts";

/** A key as it may be listed: never its hash. */
export type ApiKeyRow = Prisma.ApiKeyGetPayload<{ select: typeof COLUMNS }>;

const COLUMNS = {
  id: true,
  name: true,
  prefix: true,
  scopes: true,
  corsOrigins: true,
  expiresAt: true,
  createdAt: true,
  lastUsedAt: true,
  revokedAt: true,
  organization: { select: { sandboxOfId: true } },
} as const;

type NewApiKey = Pick<
  Prisma.ApiKeyUncheckedCreateInput,
  "organizationId" | "name" | "prefix" | "hash" | "expiresAt"
> & { scopes: string[]; corsOrigins: string[] };

/** The organisation's own keys and those of its sandbox. */
function ofOrganization(organizationId: string) {
  return { organization: { OR: [{ id: organizationId }, { sandboxOfId: organizationId }] } };
}

export function insert(db: Db, key: NewApiKey): Promise<ApiKeyRow> {
  return db.apiKey.create({ data: key, select: COLUMNS });
}

export function list(db: Db, organizationId: string): Promise<ApiKeyRow[]> {
  return db.apiKey.findMany({
    where: ofOrganization(organizationId),
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: COLUMNS,
  });
}

/** Newest first, what comes after a position. */
export function page(db: Db, organizationId: string, after: ListPosition | null, limit: number): Promise<ApiKeyRow[]> {
  const older = after && {
    OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }],
  };
  return db.apiKey.findMany({
    where: { AND: [ofOrganization(organizationId), older ?? {}] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: COLUMNS,
  });
}

/** Names of some keys, for lists that show what did something. */
export function listNames(db: Db, organizationId: string, ids: string[]): Promise<{ id: string; name: string }[]> {
  return db.apiKey.findMany({
    where: { id: { in: ids }, ...ofOrganization(organizationId) },
    select: { id: true, name: true },
  });
}

export function find(db: Db, organizationId: string, id: string): Promise<ApiKeyRow | null> {
  return db.apiKey.findFirst({ where: { id, ...ofOrganization(organizationId) }, select: COLUMNS });
}

/** @returns whether it was this call that revoked it */
export async function markRevoked(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { count } = await db.apiKey.updateMany({
    where: { id, revokedAt: null, ...ofOrganization(organizationId) },
    data: { revokedAt: await databaseNow(db) },
  });
  return count > 0;
}

export type ActiveKey = {
  id: string;
  organizationId: string;
  scopes: string[];
  corsOrigins: string[];
  /** Its use was not noted lately. */
  stale: boolean;
};

/** How exact `lastUsedAt` is: a busy key must not cost a write for every request. */
const NOTED_EVERY = Prisma.sql`interval '1 minute'`;

/** Finds by the unique hash; it is the key that says which organisation is asking. Expired and revoked ones are not found. */
export async function findActive(db: Db, hash: string): Promise<ActiveKey | null> {
  const [key] = await db.$queryRaw<ActiveKey[]>`
    -- prepared: key-find
    SELECT id, organization_id AS "organizationId", scopes, cors_origins AS "corsOrigins",
      coalesce(last_used_at < now() - ${NOTED_EVERY}, true) AS stale
    FROM api_keys WHERE hash = ${hash} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`;
  return key ?? null;
}

/** Whether any key that opens something, of whatever organisation, lets pages of this origin use it. */
export async function anyNamesOrigin(db: Db, origin: string): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM api_keys
    WHERE cors_origins @> ARRAY[${origin}]::text[] AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
    LIMIT 1`;
  return found.length > 0;
}

/** Notes a use, unless another request has done so lately. */
export async function touch(db: Db, { id, organizationId }: Pick<ActiveKey, "id" | "organizationId">): Promise<void> {
  await db.$executeRaw`
    UPDATE api_keys SET last_used_at = now()
    WHERE id = ${id}::uuid AND organization_id = ${organizationId}::uuid
      AND (last_used_at IS NULL OR last_used_at < now() - ${NOTED_EVERY})`;
}

/** Whose key it is or was, however it stands with it. */
export function findByHash(db: Db, hash: string) {
  return db.apiKey.findUnique({
    where: { hash },
    select: { id: true, organizationId: true, name: true, revokedAt: true },
  });
}
