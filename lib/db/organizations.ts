import { isUuid } from "../domain/ids.ts";
import type { Db } from "./client.ts";

export type OrganizationRow = { id: string; name: string };

const COLUMNS = { id: true, name: true } as const;

export function insert(db: Db, name: string): Promise<OrganizationRow> {
  return db.organization.create({ data: { name }, select: COLUMNS });
}

export function get(db: Db, id: string): Promise<OrganizationRow & { sandboxOfId: string | null }> {
  return db.organization.findUniqueOrThrow({ where: { id }, select: { ...COLUMNS, sandboxOfId: true } });
}

/** The sandbox of an organisation; two that ask at once get the same one, and one of them is told that it was made. */
export async function sandboxOf(db: Db, organization: OrganizationRow): Promise<{ id: string; created: boolean }> {
  const [made] = await db.organization.createManyAndReturn({
    data: [{ name: `${organization.name} (sandbox)`, sandboxOfId: organization.id }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (made) return { id: made.id, created: true };
  const { id } = await db.organization.findUniqueOrThrow({
    where: { sandboxOfId: organization.id },
    select: { id: true },
  });
  return { id, created: false };
}

/** Whether a session belongs to a sandbox. */
export async function isSandboxSession(db: Db, sessionId: string): Promise<boolean> {
  const found = await db.session.findFirst({
    where: { id: sessionId, organization: { sandboxOfId: { not: null } } },
    select: { id: true },
  });
  return found !== null;
}

/** The organisation that was there first. */
export function findFirst(db: Db): Promise<OrganizationRow | null> {
  return db.organization.findFirst({ orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: COLUMNS });
}

/** Those with this name, or the one with this id, oldest first. Names are not unique. */
export function findByNameOrId(db: Db, nameOrId: string): Promise<OrganizationRow[]> {
  const where = isUuid(nameOrId) ? { id: nameOrId } : { name: nameOrId };
  return db.organization.findMany({ where, orderBy: { createdAt: "asc" }, select: COLUMNS });
}

/** Makes everybody else who prepares an empty database wait until this transaction ends. */
export async function lockFirstRun(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('talentflow first run'))`;
}
