import { signIn } from "../sign-in.ts";
import type { Installation } from "./installation.ts";

/** Whoever asks a server, by the headers they send. */
export type Visitor = { name: string; headers: Record<string, string> };

/** Everybody whom the installation knows, and somebody whom it does not: candidates and guests have nothing but an address. */
export async function everyone(baseUrl: string, { accounts, keys }: Installation): Promise<Visitor[]> {
  const visitors: Visitor[] = [{ name: "nobody", headers: {} }];
  for (const [name, key] of Object.entries(keys)) {
    visitors.push({ name: `${name} key`, headers: { authorization: `Bearer ${key}` } });
  }
  for (const [name, account] of Object.entries(accounts)) {
    visitors.push({ name, headers: { cookie: await signIn(account, baseUrl) } });
  }
  return visitors;
}
