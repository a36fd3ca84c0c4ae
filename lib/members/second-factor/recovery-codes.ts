import { createHmac, hkdfSync, randomInt } from "node:crypto";
import { deploymentSecret } from "../../deployment-secret.ts";

const COUNT = 10;
const LENGTH = 10;
/** Signs that are told apart in any font: no 0, o, 1, l. */
const SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

/** Ten codes of 50 random bits, `abcde-fghij`: each stands in for a code once. */
export function newRecoveryCodes(): string[] {
  const sign = () => SIGNS[randomInt(SIGNS.length)];
  return Array.from({ length: COUNT }, () => {
    const code = Array.from({ length: LENGTH }, sign).join("");
    return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
  });
}

/** As codes are compared: without what people put in between. */
export function plainCode(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, "");
}

export const LOOKS_LIKE_RECOVERY = new RegExp(`^[${SIGNS}]{${LENGTH}}$`);

/** 50 bits can be tried out by whoever holds a plain hash: this one needs the deployment's secret as well. @returns hex */
export function hashRecoveryCode(code: string, userId: string): string {
  const key = Buffer.from(hkdfSync("sha256", deploymentSecret(), "", "recovery-code", 32));
  return createHmac("sha256", key)
    .update(`${userId} ${plainCode(code)}`)
    .digest("hex");
}
