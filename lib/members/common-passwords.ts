import commonPasswords from "fxa-common-password-list";

/**
 * Whether a password is one of those that guessing begins with, in any case: Mozilla's list of every password of at least 8
 * characters among the 100,000 commonest of ten million leaked ones.
 */
export function isCommonPassword(password: string): boolean {
  return commonPasswords.test(password.toLowerCase());
}
