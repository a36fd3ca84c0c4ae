import type { Prisma } from "./generated/client.ts";

/* What there is in the database, as types: whoever speaks of every table and every column is held to it. */

type Models = Prisma.TypeMap["model"];

/** `Candidate`, `Answer` … */
export type ModelName = keyof Models;

/** The columns of a table, by their names in the code. */
export type ColumnOf<M extends ModelName> = keyof Models[M]["payload"]["scalars"];

/** A condition on the rows of a table. */
export type WhereOf<M extends ModelName> = NonNullable<Models[M]["operations"]["findMany"]["args"]["where"]>;
