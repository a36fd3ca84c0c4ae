/**
 * What a candidate reads before they agree, and what they agree to. Words that are changed are other words: who agreed to these is known
 * by their hash, and `WORDS` (lib/domain/consent.ts) is given another name, so that whoever has not begun is asked anew.
 */
export const consent = {
  "recorded:all": "Camera and microphone are recorded",
  "recorded:sound": "Your voice is recorded",
  "recorded:picture": "Your picture is recorded, without sound",
  "recorded:text": "Neither picture nor sound is recorded",
  "recorded_when:all":
    "From the moment you press Start to your last answer. You may also leave the camera off, or type your answers instead.",
  "recorded_when:sound": "From the moment you press Start to your last answer. You may also type your answers instead.",
  "recorded_when:picture": "From the moment you press Start to your last answer. You write your answers.",
  "recorded_when:text": "You write your answers, and they are kept.",

  audience: "Who sees it",
  audience_members:
    "Everybody who has an account for the interviews of {organization}{roles, select, none {} other { ({roles})}} can {recorded, select, text {} sound {listen to the recording and } other {watch the recording and }}read your answers and their scores.",
  audience_programs: "Programs of {organization} can read the recording, the answers and the scores, too.",
  audience_links:
    "{organization} can also show it, for up to 30 days, to people without an account by a link; {shared, select, some {some} other {none}} of its interviews {shared, select, some {are} other {is}} shown so now.",
  audience_webhooks: "That it begins, ends, is scored or decided is told to {hosts}, without your answers.",
  audience_own_link: "Your link is yours alone: please do not pass it on.",
  owner: "owners",
  recruiter: "recruiters",
  reviewer: "reviewers",

  scoring: "A person decides",
  scoring_rubric:
    "A fixed rubric gives an estimate of the text of each answer, as a starting point. It decides nothing.",
  scoring_model:
    "An AI model at {host} gives an estimate of the text of each answer, without your name, as a starting point. It decides nothing.",
  "transcription:here":
    "What you only say is written down on this server; its sound is sent to nobody else for that, and you can put right what was understood.",
  "transcription:outside": "The sound of answers that you only speak is written down by a service at {host}.",
  browser_recognition:
    "You can also have your browser write your words down while you speak. Your voice then also goes to the maker of your browser, so this is off unless you turn it on yourself.",

  agreement:
    "I agree that {organization} {recorded, select, all {records my picture, my voice and what I write} sound {records my voice and what I write} picture {records my picture, without sound, and what I write} other {receives what I write, without picture or sound,}} in this interview, stores it and uses it to decide about my application, as described above.",
} as const;
