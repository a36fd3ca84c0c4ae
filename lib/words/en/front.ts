/** The front door. */
export const front = {
  title: "Interviews that are heard in full and judged with care.",
  words:
    "Candidates answer when it suits them. You watch, read and decide with the recording, the words and the evidence side by side.",
  sign_in: "Sign in",
  taking: "Taking an interview? Open the link in your invitation.",
  "kept:title": "Nothing is lost",
  "kept:words": "Recordings travel to the server while the candidate speaks, and every piece is checked as it arrives.",
  "checked:title": "Everything can be checked",
  "checked:words": "Each score names its method and quotes the words it rests on, right beside the recording.",
  "decides:title": "A person decides",
  "decides:words": "Numbers only suggest. Who decided what, and why, stands beside them and stays there.",
  connecting: "Connecting another system? <docs>The API’s documentation</docs>",
} as const;
