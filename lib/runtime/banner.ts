import { join, relative } from "node:path";
import type { Env } from "../env.ts";

export type FirstRun = { owner: { email: string; password: string }; invitationUrl: string };

/** What a person needs once everything runs. The first time, and only then, it holds the owner's password. */
export function banner(env: Env, firstRun: FirstRun | null, dev: boolean): string {
  const log = relative(process.cwd(), join(env.logDir, "talentflow.log"));
  return [
    "",
    `  TalentFlow is ready: ${env.publicUrl}${dev ? " (development, reloads on change)" : ""}`,
    "",
    ...(firstRun ? firstSteps(firstRun) : []),
    ...(firstRun ? [] : ["  Invite somebody   npx talentflow invite --name NAME --email ADDRESS"]),
    `  Log               ${log}`,
    "  Stop              Ctrl-C",
    "",
  ].join("\n");
}

/** The account and the invitation that the first start made. */
export function firstSteps({ owner, invitationUrl }: FirstRun): string[] {
  return [
    `  Candidate         ${invitationUrl}`,
    `  Recruiter         ${owner.email}`,
    `  Password          ${owner.password}   (shown this once; npx talentflow user reset-password makes a new one)`,
    "",
  ];
}
