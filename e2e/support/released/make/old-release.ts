import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { signIn } from "../../sign-in.ts";

/** A release as it runs from a checkout of its own: by its command line and over HTTP, as its users know it. */
export type OldRelease = {
  baseUrl: string;
  /** Its command line. Returns what it prints as JSON; `input` is read as a password. */
  command<T>(args: string[], input?: string): Promise<T>;
  /** One request by whoever has these headers. */
  send<T = Record<string, unknown>>(method: string, path: string, json?: unknown, headers?: HeadersInit): Promise<T>;
  /** The cookies of somebody who signed in. */
  signedIn(credentials: { email: string; password: string }): Promise<{ cookie: string }>;
};

export function oldRelease(checkout: string, baseUrl: string, environment: Record<string, string>): OldRelease {
  return {
    baseUrl,
    async command(args, input = "") {
      const child = spawn(process.execPath, ["lib/cli/main.ts", ...args, "--json"], {
        cwd: checkout,
        env: { ...process.env, ...environment },
        stdio: ["pipe", "pipe", "inherit"],
      });
      child.stdin.end(input);
      const [printed, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
      if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}: ${printed}`);
      return JSON.parse(printed);
    },
    async send(method, path, json, headers = {}) {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: { "content-type": "application/json", ...headers },
        body: json === undefined ? null : JSON.stringify(json),
      });
      const said = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${said}`);
      return JSON.parse(said);
    },
    async signedIn(credentials) {
      return { cookie: await signIn(credentials, baseUrl) };
    },
  };
}
