/** A candidate's request to have what is kept about them deleted. */
export const deletion = {
  kept: "You asked for your data to be deleted. On <at></at> the people at {organization} answered that they keep it: “{reason}”",
  asked:
    "Your request to delete your data has been passed on to {organization}, on <at></at>. Until they have answered, nothing is done with it.",
  failed: "That did not work",
  withdraw: "Take the request back",
  ask: "Ask for your data to be deleted",
  "ask:words":
    "We tell the people at {organization} that you want your recording, your answers and your details to be deleted, from every interview you had with them. Until they have answered, nothing is done with any of it, and you can take your request back. It can mean that they can no longer consider you for the role.",
  under_way: "Your request is on its way.",
  keep: "Keep my data",
  confirm: "Ask for deletion",
} as const;
