import { redirect } from "next/navigation";
import { cache } from "react";
import { currentUser } from "@/lib/auth/current-user.ts";
import { mustEnrol } from "@/lib/auth/must-enrol.ts";
import { type Access, roleMay } from "@/lib/domain/access.ts";
import type { Actor } from "@/lib/domain/actor.ts";

/** Who is signed in, asked once per request. */
export const signedInUser = cache(currentUser);

/**
 * The guard of every recruiter's page: whoever is not signed in goes to sign in first and comes back to `here`, whoever must have
 * a second factor sets it up first. A layout
 * cannot do it, because it does not know the address and is not asked again on the way from page to page.
 */
export async function requireUser(here: string) {
  const user = await signedInUser();
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  if (mustEnrol(user)) redirect(`/sign-in/second-factor?next=${encodeURIComponent(here)}`);
  const actor: Actor = { organizationId: user.organizationId, kind: "user", id: user.id };
  const may = (access: Access) => roleMay(user.role, access);
  return { user, actor, may, mayInvite: may("interviews.write") };
}
