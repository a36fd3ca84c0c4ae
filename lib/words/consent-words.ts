import { type OutsideService, type Recorded, recordedKind } from "../domain/consent.ts";
import type { Audience, ConsentNotice } from "../domain/consent-notice.ts";
import { catalogue } from "./catalogue.ts";
import { consent } from "./en/consent.ts";
import { all } from "./format.ts";
import type { Locale } from "./locale.ts";

const sentences = catalogue({ en: consent });

type Given = { organization: string; recorded: Recorded; outside: OutsideService | null; audience: Audience };

/** All that a candidate reads before they agree, and what they agree to. */
export function consentNotice({ organization, recorded, outside, audience }: Given, locale: Locale): ConsentNotice {
  const say = sentences.in(locale);
  const kind = recordedKind(recorded);
  return {
    facts: [
      { about: "recording", title: say(`recorded:${kind}`), words: say(`recorded_when:${kind}`) },
      { about: "audience", title: say("audience"), words: audienceWords(organization, recorded, audience, locale) },
      {
        about: "scoring",
        title: say("scoring"),
        words: [scoringWords(outside, locale), transcriptionWords(outside, locale)].filter(Boolean).join(" "),
      },
    ],
    agreement: consentWords(organization, recorded, locale),
  };
}

/** Nothing less than what the product lets them do: every role reads every interview of its organisation. */
function audienceWords(organization: string, recorded: Recorded, audience: Audience, locale: Locale): string {
  const say = sentences.in(locale);
  const { programs, shareLinks, webhookHosts } = audience;
  const names = audience.roles.map((role) => say(role));
  const roles = names.length > 0 ? all(names, locale) : "none";
  return [
    say("audience_members", { organization, roles, recorded: recordedKind(recorded) }),
    programs ? say("audience_programs", { organization }) : "",
    say("audience_links", { organization, shared: shareLinks ? "some" : "none" }),
    webhookHosts.length > 0 ? say("audience_webhooks", { hosts: all(webhookHosts, locale) }) : "",
    say("audience_own_link"),
  ]
    .filter(Boolean)
    .join(" ");
}

/** @param organization the people who invite */
export function consentWords(organization: string, recorded: Recorded, locale: Locale): string {
  return sentences.in(locale)("agreement", { organization, recorded: recordedKind(recorded) });
}

/** Who estimates the answers, said before consent. */
export function scoringWords(outside: OutsideService | null, locale: Locale): string {
  const say = sentences.in(locale);
  return outside?.scores ? say("scoring_model", { host: outside.host }) : say("scoring_rubric");
}

/** Where the sound of answers goes, said before consent; null when it stays here. */
export function transcriptionWords(outside: OutsideService | null, locale: Locale): string | null {
  return outside?.transcribes ? sentences.in(locale)("transcription", { host: outside.host }) : null;
}
