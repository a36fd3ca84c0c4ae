import { anyone } from "@/lib/auth/guards.ts";
import { ConsentBody, type DoneAnswer } from "@/lib/contract/interview.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { recordConsent } from "@/lib/interview/record-consent.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route({ auth: anyone, body: ConsentBody }, async ({ body }): Promise<DoneAnswer> => {
  await recordConsent(body);
  return { success: true, message: "Consent recorded" };
});
