import type { Prisma } from "./generated/client.ts";

/*
 * An interview asks what its template has published, until its sitting begins. From then on it keeps that version, and is asked, shown
 * and scored by it whatever becomes of the template.
 */

type WithVersion<V> = { templateVersion: V | null; template: { publishedVersion: V | null } };

/** To select of an interview: what to read of the version that it asks. Read it with `versionOf`. */
export function versionWith<const S extends Prisma.TemplateVersionDefaultArgs>(args: S) {
  return { templateVersion: args, template: { select: { publishedVersion: args } } } as const;
}

export function versionOf<V>({ templateVersion, template }: WithVersion<V>): V {
  const version = templateVersion ?? template.publishedVersion;
  if (!version) throw new Error("somebody was invited to a template that was never published");
  return version;
}
