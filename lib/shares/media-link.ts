import { createHmac, timingSafeEqual } from "node:crypto";
import { deploymentSecret } from "../deployment-secret.ts";

/** What a link to a file says. It names the interview, not the session: a session's id is the candidate's key to write. */
export type MediaLink = {
  interviewId: string;
  /** 1 is the recording; 2 and on are files beside it. */
  file: number;
  /** Of the file that was linked: a newer version wants a new link. */
  version: string;
  download: boolean;
  expiresAt: Date;
  /** Given out for this share link: it opens nothing any more once that has ended. */
  shareLinkId: string | null;
};

const SAID = /^([0-9a-f-]{36}) (\d{1,6}) ([0-9a-f]{16}) ([01]) (\d{1,12})(?: ([0-9a-f-]{36}))?$/;

/** The link's part of an address: what it says, and an HMAC-SHA-256 over that; base64url, with a dot between. */
export function signLink({ interviewId, file, version, download, expiresAt, shareLinkId }: MediaLink): string {
  const said = [interviewId, file, version, download ? 1 : 0, Math.floor(expiresAt.getTime() / 1000)];
  return signed([...said, ...(shareLinkId ? [shareLinkId] : [])].join(" "));
}

/** What a link says; null when we did not sign it, letter by letter, or its time is over. */
export function readLink(link: string, now: Date): MediaLink | null {
  const said = Buffer.from(link.split(".", 1)[0] ?? "", "base64url").toString("latin1");
  const [given, right] = [Buffer.from(link), Buffer.from(signed(said))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [, interviewId = "", file, version = "", download, seconds, shareLinkId = null] = SAID.exec(said) ?? [];
  const expiresAt = new Date(Number(seconds) * 1000);
  if (!(expiresAt > now)) return null;
  return { interviewId, file: Number(file), version, download: download === "1", expiresAt, shareLinkId };
}

function signed(said: string): string {
  return `${Buffer.from(said, "latin1").toString("base64url")}.${signatureOf(said)}`;
}

/** The words in front keep this use of the secret apart from any other. */
function signatureOf(said: string): string {
  return createHmac("sha256", deploymentSecret()).update(`media-link\n${said}`).digest("base64url");
}
