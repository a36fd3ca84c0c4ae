import { consentWords, type OutsideService, type Recorded, scoringWords, transcriptionWords } from "./consent.ts";

/** Who can see what comes of an interview in an organisation, as it is now. */
export type Audience = {
  /** Members have at least one of each. */
  roles: readonly ("owner" | "recruiter" | "reviewer")[];
  /** There are API keys that read. */
  programs: boolean;
  /** Some share links show interviews. */
  shareLinks: boolean;
  /** That are told of events by webhooks, sorted. */
  webhookHosts: readonly string[];
};

/** A paragraph above the consent. */
export type NoticeFact = { about: "recording" | "audience" | "scoring"; title: string; words: string };

/** All that a candidate reads before they agree, and what they agree to. */
export type ConsentNotice = { facts: NoticeFact[]; agreement: string };

/** The language of the words below, BCP 47. */
export const NOTICE_LANGUAGE = "en";

export function consentNotice(given: {
  organization: string;
  recorded: Recorded;
  outside: OutsideService | null;
  audience: Audience;
}): ConsentNotice {
  const { organization, recorded, outside, audience } = given;
  return {
    facts: [
      { about: "recording", ...recordedWords(recorded) },
      { about: "audience", title: `Who sees it`, words: audienceWords(organization, recorded, audience) },
      {
        about: "scoring",
        title: "A person decides",
        words: [scoringWords(outside), transcriptionWords(outside)].filter(Boolean).join(" "),
      },
    ],
    agreement: consentWords(organization, recorded),
  };
}

/** The same as one text, as it is kept and hashed: a line for each title, paragraph and for the agreement. */
export function noticeText({ facts, agreement }: ConsentNotice): string {
  return [...facts.flatMap(({ title, words }) => [title, words]), agreement].join("\n").normalize("NFC");
}

const ROLES = { owner: "owners", recruiter: "recruiters", reviewer: "reviewers" } as const;

/** Nothing less than what the product lets them do: every role reads every interview of its organisation. */
function audienceWords(organization: string, recorded: Recorded, audience: Audience): string {
  const { roles, programs, shareLinks, webhookHosts } = audience;
  const who = roles.length > 0 ? ` (${listed(roles.map((role) => ROLES[role]))})` : "";
  return [
    `Everybody who has an account for the interviews of ${organization}${who} can ${watch(recorded)}.`,
    programs ? `Programs of ${organization} can read the recording, the answers and the scores, too.` : "",
    `${organization} can also show it, for up to 30 days, to people without an account by a link; ` +
      (shareLinks ? "some of its interviews are shown so now." : "none of its interviews is shown so now."),
    webhookHosts.length > 0
      ? `That it begins, ends, is scored or decided is told to ${listed(webhookHosts)}, without your answers.`
      : "",
    "Your link is yours alone: please do not pass it on.",
  ]
    .filter(Boolean)
    .join(" ");
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function watch({ audio, video }: Recorded): string {
  if (video) return "watch the recording and read your answers and their scores";
  return audio
    ? "listen to the recording and read your answers and their scores"
    : "read your answers and their scores";
}

function recordedWords({ audio, video }: Recorded): { title: string; words: string } {
  const span = "From the moment you press Start to your last answer.";
  if (audio && video) {
    const words = `${span} You may also leave the camera off, or type your answers instead.`;
    return { title: "Camera and microphone are recorded", words };
  }
  if (audio) return { title: "Your voice is recorded", words: `${span} You may also type your answers instead.` };
  if (video) return { title: "Your picture is recorded, without sound", words: `${span} You write your answers.` };
  return { title: "Neither picture nor sound is recorded", words: "You write your answers, and they are kept." };
}
