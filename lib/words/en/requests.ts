/** What the browser itself says of a request to the server, where no words of the server's came. */
export const requests = {
  unreachable: "The server could not be reached.",
  no_answer: "The server could not answer just now.",
  not_understood: "The server's answer could not be understood. Please try again.",
  not_taken: "The server could not take it.",
  not_sent: "The recording could not be sent.",
  sign_in_ended: "Your sign-in has ended. Sign in again, then send it once more.",
  unknown: "Something went wrong.",
} as const;
