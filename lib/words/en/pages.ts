/** The frame of pages, and what stands in place of a page that cannot be shown. */
export const pages = {
  description: "Recorded interviews that nobody loses and scores that people can check.",
  home: "{product}, home",
  skip: "Skip to content",
  "away:title": "We cannot be reached just now",
  "away:words":
    "What this page is made of does not answer at the moment. Everything that was stored is kept. The page comes back by itself as soon as it can; you need not do anything.",
  "broken:title": "This page could not be shown",
  "broken:words": "Something went wrong on our side. Nothing that was stored is lost. Trying again often helps.",
  reference: "Reference for whoever looks into it: {reference}",
  try_again: "Try again",
  "not_found:page": "Not found",
  "not_found:title": "There is nothing at this address",
  "not_found:words":
    "It may have been mistyped, or what was here is gone. If you came by an invitation, open its link again exactly as you received it.",
  "not_found:start": "Go to the start",
} as const;
