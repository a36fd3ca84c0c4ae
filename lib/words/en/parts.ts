/** What the parts say that every page is made of. */
export const parts = {
  close: "Close",
  dismiss: "Dismiss",
  message: "Message",
  messages: "Messages ({key})",
  copied: "Copied",
  "copy_refused:title": "Your browser did not allow copying.",
  "copy_refused:words": "Select the text and copy it by hand.",
  stay: "Stay here",
  leave: "Leave",
  optional: "(optional)",
} as const;
