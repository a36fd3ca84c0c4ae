import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { RestrictedReview } from "@/components/review/restricted-review.tsx";
import { ReviewScreen } from "@/components/review/review-screen.tsx";
import { pageLocale } from "@/components/words/page-locale.ts";
import type { Review } from "@/lib/contract/review.ts";
import { AppError } from "@/lib/errors.ts";
import { presentRestriction } from "@/lib/present/pages/restriction.ts";
import { presentReview } from "@/lib/present/pages/review.ts";
import { getRestriction } from "@/lib/restriction/get-restriction.ts";
import { getReview } from "@/lib/review/get-review.ts";
import { scoringOffer } from "@/lib/review/scoring-offer.ts";
import { requireUser } from "../../require-user.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const shown = (await loadRestriction(id)) ?? (await loadReview(id));
  return { title: shown.candidate.name };
}

export default async function ReviewPage({ params }: Props) {
  const { id } = await params;
  const { user, may } = await askUser(id);
  const restriction = await loadRestriction(id);
  if (restriction) {
    return <RestrictedReview restriction={restriction} mayAnswer={may("deletion_requests.answer")} />;
  }
  return (
    <ReviewScreen
      initial={await loadReview(id)}
      offer={scoringOffer(user.role)}
      mayShare={may("shares.write")}
      mayAcceptLate={may("interviews.write")}
      userId={user.id}
    />
  );
}

const loadRestriction = cache(async (id: string) => {
  const restricted = await getRestriction((await askUser(id)).actor, id);
  return restricted && presentRestriction(restricted);
});

/** Read once, for the title and for the page. */
const loadReview = cache(async (id: string): Promise<Review> => {
  const { actor } = await askUser(id);
  try {
    return presentReview(await getReview(id, actor), await pageLocale());
  } catch (error) {
    if (error instanceof AppError && error.code === "interview_not_found") notFound();
    throw error;
  }
});

const askUser = (id: string) => requireUser(`/interviews/${encodeURIComponent(id)}`);
