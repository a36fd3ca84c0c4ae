const HOME = "/dashboard";
/** Nobody lives there: only what a relative address makes of it counts. */
const NOWHERE = "http://nowhere.invalid";

/**
 * Where to go after signing in. Only paths of this site, and of those only pages: an address that leads elsewhere would
 * make the sign-in page a stepping stone for forgers.
 */
export function nextPath(wanted: string | undefined): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, NOWHERE)) return HOME;
  const { origin, pathname, search, hash } = new URL(wanted, NOWHERE);
  if (origin !== NOWHERE || /^\/(api|sign-in)(\/|$)/.test(pathname) || pathname.startsWith("//")) return HOME;
  return pathname === "/" ? HOME : pathname + search + hash;
}
