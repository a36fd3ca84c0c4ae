import { expect, test } from "vitest";
import { questionScore } from "../../domain/question-weights.ts";
import { scoreQuestion } from "./score-question.ts";
import { valueFamilies } from "./signals/values.ts";

/* Sentences without expected content, deed, number, name or reason of the matter. */
const NEUTRAL = [
  "Yeah, so, that's about it, more or less. I hope that was clear so far. Let me think whether there's anything to add. No, I think that's all.",
  "There are of course many things one could say here. It is a broad subject, and everybody has an opinion on it. In the end it always comes down to the details, doesn't it.",
  "Sorry, my dog just came in, so it got a bit loud here. Okay, where was I. My throat is a bit dry today. It rained the whole morning over here.",
  "As I was saying, it really depends on how you look at it. Some people see it one way, and others see it another way. Both are right in their own manner.",
  "I'm reading the question once more, just to be sure. Yes. I believe I've covered every part of it. I still have a bit left, but I don't want to fill it with nothing.",
  "Hmm, how should I put it. It was what it was. Therefore I wouldn't change a thing. So that's my view on the matter.",
];

const QUESTIONS = {
  known: {
    type: "technical",
    text: "How do you find out why a web page loads slowly?",
    keywords: ["profiler", "network", "cache", "image"],
    idealAnswer:
      "Open the network panel and the profiler and measure before changing anything. Large images, missing cache headers and slow requests show up there. Compress the images, cache what does not change, and measure again.",
  },
  open: {
    type: "situational",
    text: "A supplier tells you that a part will be late. What do you do?",
    keywords: ["alternative", "inform", "plan"],
    idealAnswer: "",
  },
  told: {
    type: "behavioral",
    text: "Tell me about a time when you had to learn something quickly.",
    keywords: [],
    idealAnswer: "Says what had to be learned and why it was urgent, how it was learned, and what came of it.",
  },
  nothing: { type: "culture", text: "What kind of manager helps you most?", keywords: [], idealAnswer: "" },
};
const ANSWERS: Record<keyof typeof QUESTIONS, string[]> = {
  known: [
    "I open the network panel first and measure, because guessing costs time. Then I compress the images and set cache headers, and measure again.",
    "I would probably look at the images and the cache.",
    "I would buy a faster server, that usually helps.",
  ],
  open: [
    "I inform the production team the same hour, ask the supplier for a firm date, and look for an alternative, so that the plan holds.",
    "I would call the supplier and ask when it comes.",
  ],
  told: [
    "Two years ago our only welder fell ill, so I learned the machine in four days. I watched videos at night, practised on scrap, and we delivered on Friday.",
    "Once I had to learn a new program for work. It took a while but it went okay.",
  ],
  nothing: [
    "One who lets me finish. At my last job my manager read every report, and told me what she would change and why.",
    "Somebody friendly, I guess.",
  ],
};

const values = valueFamilies([]);
function scoreOf(kind: keyof typeof QUESTIONS, text: string): number {
  const question = { id: "q", difficulty: "medium", rubricNotes: "", ...QUESTIONS[kind], answer: { id: "a", text } };
  return questionScore(question.type, scoreQuestion(question, values).levels) ?? 0;
}

test.each(Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[])(
  "neutral sentences around an answer earn three points at most: %s",
  (kind) => {
    for (const answer of ANSWERS[kind]) {
      const base = scoreOf(kind, answer);
      for (const [at, first] of NEUTRAL.entries()) {
        const padding = `${first} ${NEUTRAL[(at + 1) % NEUTRAL.length]}`;
        for (const padded of [`${answer} ${padding}`, `${padding} ${answer}`]) {
          expect(scoreOf(kind, padded) - base, padded).toBeLessThanOrEqual(3);
          expect(scoreOf(kind, padded) - base, padded).toBeGreaterThanOrEqual(-3);
        }
      }
    }
  },
);
