import { randomUUID } from "node:crypto";
import type { Db } from "./client.ts";
import type { ModelName, WhereOf } from "./models.ts";

type Delegate = {
  findMany(args: { where: object; select: { id: true } }): Promise<{ id: unknown }[]>;
  deleteMany(args: { where: object }): Promise<{ count: number }>;
  updateMany(args: { where: object; data: object }): Promise<{ count: number }>;
};

/** @returns how many rows were removed */
export async function remove<M extends ModelName>(db: Db, model: M, where: WhereOf<M>): Promise<number> {
  return (await delegateOf(db, model).deleteMany({ where })).count;
}

/** @returns how many rows have these values now */
export async function overwrite<M extends ModelName>(
  db: Db,
  model: M,
  where: WhereOf<M>,
  values: Record<string, unknown>,
): Promise<number> {
  return (await delegateOf(db, model).updateMany({ where, data: values })).count;
}

/** Gives each row another random id in this column, which must be unique. @returns how many rows */
export async function renew<M extends ModelName>(db: Db, model: M, where: WhereOf<M>, column: string): Promise<number> {
  const delegate = delegateOf(db, model);
  const rows = await delegate.findMany({ where, select: { id: true } });
  for (const { id } of rows) await delegate.updateMany({ where: { id }, data: { [column]: randomUUID() } });
  return rows.length;
}

/** The client has one for each model, under its name in camel case. */
function delegateOf(db: Db, model: ModelName): Delegate {
  const name = `${model[0]?.toLowerCase()}${model.slice(1)}` as keyof Db;
  return db[name] as unknown as Delegate;
}
