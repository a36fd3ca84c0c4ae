import { setTimeout as delay } from "node:timers/promises";
import type { OldRelease } from "./old-release.ts";
import { close, damagedSpeech, NOISE, otherPicture, picture, putOther, putPart, record, speech } from "./segments.ts";
import { TEMPLATE } from "./sitting-words.ts";
import { answer, ask, begin, comeBack, end, type Question, type Sitting, sayAll } from "./sittings.ts";

/* The interviews of the dump: one of each kind. */

export type Template = { id: string; questions: Question[] };
export type Invited = { interview_id: string; candidate_id: number; interview_token: string };

export function invite(release: OldRelease, by: HeadersInit, candidate: object, more: object = {}): Promise<Invited> {
  const body = { candidate, template_external_id: TEMPLATE.external_id, ...more };
  return release.send<Invited>("POST", "/api/v1/interviews", body, by);
}

/** Parts of the first segment: one comes after the end, one never. */
const [LATE, LOST] = [3, 6];

/** The whole interview, with whatever can go wrong with its recording. Scored twice: before and after a late part. */
export async function takeWhole(release: OldRelease, invited: Invited, template: Template, by: HeadersInit) {
  const sitting = await begin(release, invited.interview_token);
  const { session_id } = sitting;
  const spoken = await speech();
  const first = await record(release, session_id, spoken, [LATE, LOST]);
  await close(release, first, spoken);
  await putOther(release, first, spoken);
  await sayAll(release, sitting, template.questions, by);
  for (const segment of [await picture(), await otherPicture(), NOISE, await damagedSpeech()]) {
    await close(release, await record(release, session_id, segment), segment);
  }
  await end(release, sitting);
  await settled(release, invited, by, 1);
  await putPart(release, first, spoken, LATE);
  await settled(release, invited, by, 2);
  return sitting;
}

/** Breaks off after a reload: one question answered, the next one asked, the recorder running. */
export async function takeHalf(release: OldRelease, { interview_token }: Invited, template: Template) {
  const [first, second] = template.questions;
  if (!first || !second) throw new Error("the template has too few questions");
  const sitting = await begin(release, interview_token);
  await record(release, sitting.session_id, await picture());
  const text = "I would look at a trace first, and measure.";
  await answer(release, sitting, await ask(release, sitting, first), { text });
  await ask(release, sitting, second);
  await comeBack(release, sitting, interview_token);
  return sitting;
}

/** A typed interview of one answer, whose analysis fails. */
export async function takeShort(release: OldRelease, invited: Invited, by: HeadersInit): Promise<Sitting> {
  const sitting = await begin(release, invited.interview_token);
  const text = "I have run the payments of a shop for six years, and wrote its tests.";
  await answer(release, sitting, await ask(release, sitting, { text: "Who are you?" }), { text });
  await end(release, sitting);
  await settled(release, invited, by, 1);
  return sitting;
}

/** Nothing was said, and nothing of the recording can be played. */
export async function takeInVain(release: OldRelease, invited: Invited, by: HeadersInit): Promise<Sitting> {
  const sitting = await begin(release, invited.interview_token);
  await ask(release, sitting, { text: "Can you hear me?" });
  await record(release, sitting.session_id, NOISE);
  await end(release, sitting);
  await settled(release, invited, by, 1);
  return sitting;
}

type Of = Pick<Invited, "candidate_id">;
type Listed = { version: number; analysis_status: string };

/** Waits until this version of the candidate's analysis is done with. */
export async function settled(release: OldRelease, { candidate_id }: Of, by: HeadersInit, version: number) {
  for (;;) {
    const path = `/api/v1/analyses?candidate_id=${candidate_id}&latest=1`;
    const { data } = await release.send<{ data: Listed[] }>("GET", path, undefined, by);
    const [latest] = data;
    if (latest?.version === version && /completed|failed/.test(latest.analysis_status)) return;
    await delay(500);
  }
}
