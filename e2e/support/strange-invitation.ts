import { randomUUID } from "node:crypto";
import { db } from "../../lib/db/client.ts";
import * as newTemplates from "../../lib/db/new-templates.ts";
import * as organizations from "../../lib/db/organizations.ts";
import { type Invitation, testInvitation } from "../../lib/testing/invitation.ts";

/** What these people write has no Latin letter in it, so that whatever has one is the product's. */
export const GREEK = {
  candidate: "Άννα Κόμνου",
  questions: [
    "Πώς θα βρείτε γιατί μια απάντηση έγινε αργή;",
    "Πώς δεν χρεώνεται κανείς δύο φορές;",
    "Τι πήγε στραβά τελευταία, και τι μάθατε;",
  ],
  answer: "Πρώτα θα μετρούσα, ύστερα θα διάβαζα το σχέδιο.",
} as const;

/** An invitation in the strange language, from an organisation of its own whose people write Greek. */
export async function strangeInvitation(days = 14): Promise<Invitation> {
  const { id: organizationId } = await organizations.insert(db(), `Ναυτικά Πειραιώς ${randomDigits()}`);
  await newTemplates.insert(db(), {
    organizationId,
    name: "Μηχανικός",
    roleTitle: "Μηχανικός λογισμικού",
    introduction: "Καλώς ήρθατε. Θα σας κάνω τρεις ερωτήσεις.",
    avatarSettings: { name: "Ιωάννα", language: "el-GR" },
    questions: GREEK.questions.map((text) => ({ text, type: "technical", answerSeconds: 180 })),
  });
  const invited = await testInvitation(
    { name: GREEK.candidate, email: `${randomUUID()}@example.com`, expires_in_days: days },
    { kind: "system", organizationId },
  );
  await db().interview.update({ where: { id: invited.interviewId }, data: { locale: "en-XA" } });
  return invited;
}

/** An organisation's name is its own. */
const randomDigits = () => randomUUID().replace(/\D/g, "");
