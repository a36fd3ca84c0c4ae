import { ADDRESSES } from "./addresses.ts";
import { type Names, namesOf } from "./names.ts";
import { type Reading, read } from "./reading.ts";
import { query, type Restored } from "./restore.ts";
import { steady } from "./steady-readings.ts";
import { everyone, type Visitor } from "./visitors.ts";

/** What was read at each address, by whom: whoever was answered alike stands together. */
export type Readings = Record<string, (Reading & { by: string[] })[]>;

/** For reports: the documented columns. */
export const VIEW = "the view candidate_interviews";

/** Everything that can be read of an installation, by everyone. */
export async function readAll(baseUrl: string, restored: Restored): Promise<Readings> {
  const visitors = await everyone(baseUrl, restored.installation);
  const [admin] = visitors.filter(({ name }) => name === "admin key");
  if (!admin) throw new Error("the installation has no key that may everything");
  const names = await namesOf(baseUrl, restored, admin);
  const told = { baseUrl, names, ...restored };
  const readings: Readings = {};
  for (const address of ADDRESSES) readings[address] = await readBy(visitors, address, told);
  const body = JSON.parse(
    JSON.stringify(await query(restored.databaseUrl, "SELECT * FROM candidate_interviews ORDER BY candidate_id")),
  );
  readings[VIEW] = [{ by: ["a report"], ...steady({ status: 200, headers: {}, body }, VIEW, told) }];
  return readings;
}

type Told = Parameters<typeof steady>[2];

async function readBy(visitors: Visitor[], address: string, told: Told): Promise<Readings[string]> {
  const alike = new Map<string, Readings[string][number]>();
  for (const visitor of visitors) {
    const reading = steady(await read(told.baseUrl, filledIn(address, told.names), visitor), address, told);
    const said = JSON.stringify(reading);
    const known = alike.get(said) ?? { by: [], ...reading };
    known.by.push(visitor.name);
    alike.set(said, known);
  }
  return [...alike.values()];
}

function filledIn(address: string, names: Names): string {
  return address.replaceAll(/\{([\w.]+)\}/g, (_, name: string) => {
    if (names[name] === undefined) throw new Error(`${address}: nothing is called ${name}`);
    return names[name];
  });
}
