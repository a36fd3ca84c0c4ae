import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ReviewScreen } from "@/components/review/review-screen.tsx";
import type { Review } from "@/lib/contract/review.ts";
import { AppError } from "@/lib/errors.ts";
import { getReview } from "@/lib/review/get-review.ts";
import { scoringOffer } from "@/lib/review/scoring-offer.ts";
import { requireUser } from "../../require-user.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const review = await loadReview((await params).id);
  return { title: review.candidate.name };
}

export default async function ReviewPage({ params }: Props) {
  const { id } = await params;
  const { user, may } = await askUser(id);
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

/** Read once, for the title and for the page. */
const loadReview = cache(async (id: string): Promise<Review> => {
  const { actor } = await askUser(id);
  try {
    return await getReview(id, actor);
  } catch (error) {
    if (error instanceof AppError && error.code === "interview_not_found") notFound();
    throw error;
  }
});

const askUser = (id: string) => requireUser(`/interviews/${encodeURIComponent(id)}`);
