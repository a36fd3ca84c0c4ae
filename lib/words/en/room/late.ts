/** Answers that an earlier visit of this browser kept, told on whatever page is open when they come too late. */
export const late = {
  title:
    "{answers, plural, =1 {An answer came too late to be taken} other {{answers} answers came too late to be taken}}",
  words:
    "It was given without a connection, and the interview was closed before this browser could send it. Please tell the people who invited you.",
  all_right: "All right",
} as const;
