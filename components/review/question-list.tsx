"use client";

import { useMemo } from "react";
import { useWords } from "@/components/words/use-words.ts";
import type { Review } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { answers } from "@/lib/words/en/review/answers.ts";
import { marksOf, positionAt } from "./player/marks.ts";
import { useMedia, usePlayer } from "./player/player-context.tsx";
import { QuestionCard } from "./question-card.tsx";

const sentences = catalogue({ en: answers });

type QuestionListProps = { review: Pick<Review, "questions" | "analysis" | "standing_analysis"> };

/** Questions and answers in order; the one that is playing is marked. */
export function QuestionList({ review: { questions, analysis, standing_analysis: standing } }: QuestionListProps) {
  const say = useWords(sentences);
  const marks = useMemo(() => marksOf(questions), [questions]);
  const { file } = usePlayer();
  const on = useMedia(
    (media) => (media.currentTime > 0 ? positionAt(marks, { file, seconds: media.currentTime }) : 0),
    0,
  );
  return (
    <section aria-labelledby="questions">
      <h2 id="questions" className="mb-4 text-lg">
        {say("title")}
      </h2>
      <ol className="flex flex-col gap-4 print:block print:space-y-4">
        {questions.map((question) => (
          <li key={question.question_id}>
            <QuestionCard question={question} by={standing ?? analysis} isOn={on === question.position} />
          </li>
        ))}
      </ol>
    </section>
  );
}
