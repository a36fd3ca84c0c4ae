import type { InterviewFilter, InterviewPage } from "../contract/interview-list.ts";
import type { Actor } from "../domain/actor.ts";
import { readInterviewPage } from "../interviews/read-interview-page.ts";
import { presentInterviewPage } from "../present/pages/interview-list.ts";
import { ENGLISH, type Locale } from "../words/locale.ts";

/** What the page with the list of interviews shows. */
export async function listInterviews(
  filter: InterviewFilter,
  actor: Actor,
  locale: Locale = ENGLISH,
): Promise<InterviewPage> {
  return presentInterviewPage(await readInterviewPage(filter, actor), locale);
}
