/** Around a review: whose it is, where it stands, and what is shown while there is nothing to read. */
export const page = {
  loading: "Loading the interview",
  "not_found:title": "There is no such interview",
  "not_found:words": "The address may be mistyped, or the interview belongs to another organisation.",
  "not_found:all": "Show all interviews",
  back: "Interviews",
  taken: "taken <at></at>",
  started: "started <at></at>",
  invited: "invited <at></at>",
  invited_until: "invited <at></at>, open until <until></until>",

  "sandbox:title": "This is the sandbox",
  "sandbox:words":
    "A program tries things out here with a test key. The scores are made up at once, and nobody was mailed.",
  "outdated:title": "This page may be out of date",
  "outdated:words": "It is tried again by itself; what you see is the last that was read.",
  "look:label": "Why a person must look",
  "look:title": "The scores need your look first",
  keys: "Keys: space plays, ← → 5 seconds; in the player 1–9 go to a question, N and P to the next and previous, F to the full screen.",

  "nothing:invited": "Not taken yet",
  "nothing_words:invited": "The candidate has the link and has not started. Recording, answers and scores appear here.",
  "nothing:in_progress": "Just started",
  "nothing_words:in_progress": "No question was asked yet.",
  "nothing:interrupted": "Interrupted right at the start",
  "nothing_words:interrupted": "The candidate left before the first question. Their link goes on where it stopped.",
  "nothing:completed": "Nothing was asked",
  "nothing_words:completed": "The interview ended before its first question.",
  "nothing:expired": "The link expired unused",
  "nothing_words:expired": "Invite the candidate again to give them a new one.",
  "nothing:revoked": "The invitation was revoked",
  "nothing_words:revoked": "Its link no longer opens anything. Nothing was recorded.",
} as const;
