/** What people are called who did something. */
export const people = {
  api_key: "API key “{key}”",
  api_key_for: "API key “{key}” for {name}",
  left: "Somebody who has left",
  member: "a member",
} as const;
