/** Whoever did something in an organisation, and what they are called; `left`: they are not of it any more. */
export type Doer = { kind: "user" | "api_key"; name: string } | { kind: "left" };

export const LEFT: Doer = { kind: "left" };
