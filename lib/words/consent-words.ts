import { type OutsideService, type Recorded, recordedKind, type WritesDown } from "../domain/consent.ts";
import type { Audience, ConsentNotice } from "../domain/consent-notice.ts";
import { catalogue } from "./catalogue.ts";
import { consent } from "./en/consent.ts";
import { all } from "./format.ts";
import type { Locale } from "./locale.ts";

const sentences = catalogue({ en: consent });

/** How answers become text: what is only said, and whether the browser's own recognition may be chosen. */
type Writing = { outside: OutsideService | null; writesDown: WritesDown; browserRecognition: boolean };

type Given = { organization: string; recorded: Recorded; audience: Audience } & Writing;

/** All that a candidate reads before they agree, and what they agree to. */
export function consentNotice({ organization, recorded, audience, ...writing }: Given, locale: Locale): ConsentNotice {
  const say = sentences.in(locale);
  const kind = recordedKind(recorded);
  return {
    facts: [
      { about: "recording", title: say(`recorded:${kind}`), words: say(`recorded_when:${kind}`) },
      { about: "audience", title: say("audience"), words: audienceWords(organization, recorded, audience, locale) },
      {
        about: "scoring",
        title: say("scoring"),
        words: [scoringWords(writing.outside, locale), ...transcriptionWords(writing, recorded, locale)].join(" "),
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

/** Who writes down what is said, before consent; nothing where no sound is recorded, or it stays sound. */
export function transcriptionWords(
  { outside, writesDown, browserRecognition }: Writing,
  { audio }: Pick<Recorded, "audio">,
  locale: Locale,
): string[] {
  if (!audio) return [];
  const say = sentences.in(locale);
  return [
    writesDown === "here" ? say("transcription:here") : "",
    outside?.transcribes ? say("transcription:outside", { host: outside.host }) : "",
    browserRecognition ? say("browser_recognition") : "",
  ].filter(Boolean);
}
