import { catalogue } from "../../lib/words/catalogue.ts";
import { list } from "../../lib/words/en/interviews/list.ts";
import type { Locale } from "../../lib/words/locale.ts";

const sentences = catalogue({ en: list });

type Invited = { name: string };
type Told = { title: string; description: string };

/** What is about to happen to invitations, while it can be undone. */
export function revoking(invitations: Invited[], locale: Locale): Told {
  const say = sentences.in(locale);
  const which = whichOf(invitations);
  return { title: say("revoking:title", which), description: say("revoking:words", which) };
}

/** That those could not be revoked. */
export function stillOpen(invitations: Invited[], locale: Locale): Told {
  const say = sentences.in(locale);
  const which = whichOf(invitations);
  return { title: say("still_open:title", which), description: say("still_open:words", which) };
}

/** One is called by whose it is, several by how many there are. */
function whichOf(invitations: Invited[]): { count: number; name: string } {
  return { count: invitations.length, name: invitations[0]?.name ?? "" };
}
