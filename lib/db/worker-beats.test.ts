import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { testDatabase } from "../testing/database/database.ts";
import { db } from "./client.ts";
import * as workerBeats from "./worker-beats.ts";

await testDatabase();
beforeEach(() => db().workerBeat.deleteMany());

const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
const silentFor = (id: string, seconds: number) =>
  db().$executeRaw`UPDATE worker_beats SET beat_at = beat_at - ${seconds} * interval '1 second' WHERE id = ${id}::uuid`;

it("lets one of many workers lead, and beat for all", async () => {
  expect(await workerBeats.lead(db(), first)).toBe(true);
  expect(await workerBeats.lead(db(), second)).toBe(false);
  expect(await workerBeats.lead(db(), first)).toBe(true);
  expect(await db().workerBeat.count()).toBe(1);
});

it("is followed before anybody misses the workers, when it says goodbye and when it is killed", async () => {
  await workerBeats.lead(db(), first);
  await workerBeats.remove(db(), first);
  expect(await workerBeats.lead(db(), second)).toBe(true);
  await silentFor(second, 13);
  expect(await workerBeats.anyAlive(db())).toBe(true);
  expect(await workerBeats.lead(db(), third)).toBe(true);
});

it("is one again at the next beat, when one that was thought dead comes back", async () => {
  await workerBeats.lead(db(), first);
  await silentFor(first, 13);
  expect(await workerBeats.lead(db(), second)).toBe(true);
  const leads = [await workerBeats.lead(db(), first), await workerBeats.lead(db(), second)];
  expect(leads).toEqual([true, false]);
});

it("is one among many that begin at the same moment, from the second beat on", async () => {
  const ids = Array.from({ length: 8 }, () => randomUUID());
  await Promise.all(ids.map((id) => workerBeats.lead(db(), id)));
  await Promise.all(ids.map((id) => workerBeats.lead(db(), id)));
  const leads = await Promise.all(ids.map((id) => workerBeats.lead(db(), id)));
  expect(leads.filter(Boolean)).toHaveLength(1);
});
