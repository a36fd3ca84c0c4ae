/** In place of a review while its candidate asks for deletion, or once they are erased. */
export const deletion = {
  "request:title": "The request",
  "request:words":
    "{name} asked on <at></at> for everything that is kept about them to be deleted. Until that is answered or taken back, all their interviews rest: nothing is shown, scored, shared, exported or decided.",
  "request:elsewhere":
    "{name} asked on <at></at>, by the link of another interview, for everything that is kept about them to be deleted. Until that is answered or taken back, all their interviews rest: nothing is shown, scored, shared, exported or decided.",
  "answer:title": "The answer",
  "answer:others": "An owner or a recruiter of your organisation answers.",
  "answer:words":
    "Erase it, or, where the law lets you or obliges you to keep the data, say so: {name} reads it when they open their link, and everything goes on where it stopped.",

  "kept:title": "What is kept of this interview",
  "kept:invited": "Invited",
  "kept:taken": "Taken",
  "kept:not_taken": "not yet",
  "kept:ended": "Ended",
  "kept:questions": "Questions",
  "kept:answers": "Answers",
  "kept:recording": "Recording",
  "kept:none": "none",
  "kept:about": "about {minutes} min",
  "kept:analyses": "Analyses",
  "kept:decisions": "Decisions",
  "kept:links": "Share links",
  "kept:resting_links": "{count}, which show nothing now",

  "keep:refused": "The answer was not saved",
  "keep:why": "Why it is kept",
  "keep:hint": "The candidate reads this.",
  "keep:missing": "Please write why: the candidate has a right to know.",
  "keep:send": "Keep the data",
  "keep:sent": "Answered: the data is kept",

  erase: "Erase everything",
  "erase:title": "Erase everything about {name}?",
  "erase:words":
    "Recordings, answers, transcripts, scores and feedback of all their interviews go, and their name and address. That there was an interview, and how it was decided, stays without a name. This cannot be undone, and backups are not reached.",
  "erase:refused": "Nothing was erased",
  "erase:not_now": "Not now",
  erasing: "Everything is being erased. This takes seconds; you may leave the page.",
  "erasing:title": "Being erased",
  "erased:title": "Erased",
  "erased:nothing": "Nothing is left to show",
  "erased:words":
    "Everything that was kept about this candidate was erased on <at></at>. The record says by whom. That there was an interview, and how it was decided, stays without a name.",
} as const;
