import { env } from "./env.ts";

/** The secret that everything this deployment signs or seals is made with, each use by a key of its own. */
export function deploymentSecret(): string {
  const { authSecret } = env();
  if (!authSecret) throw new Error("No secret to sign or seal with: start through `npm start`, or set AUTH_SECRET.");
  return authSecret;
}
