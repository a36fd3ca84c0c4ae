/** Around every page of the people who invite. */
export const workspace = {
  home: "{product}, home",
  main: "Main",
  interviews: "Interviews",

  account: "<hidden>Account of </hidden><name></name>",
  "role:owner": "Owner",
  "role:recruiter": "Recruiter",
  "role:reviewer": "Reviewer",
  settings: "Settings",
  sign_out: "Sign out",
  appearance: "Appearance",
  "theme:system": "As the system",
  "theme:light": "Light",
  "theme:dark": "Dark",

  "ended:title": "Your sign-in has ended",
  "ended:words":
    "Nothing was done here for a long time, or you were signed out in another window. What you wrote on this page is still here: sign in, then send it again.",
  "again:title": "You are signed in again",
  "again:words": "What you wrote is still here. Send it once more.",
} as const;
