import type { AddQuestionBody } from "../../contract/interview.ts";

type Exchange = { question: AddQuestionBody["question_data"]; answer: { text: string; duration: number } };

/** The interview that the smoke test takes: one question of each type, answered as a good candidate would. */
export const INTERVIEW: Exchange[] = [
  {
    question: {
      text: "Tell me about your experience with Python, and about something you built with it that is in use.",
      type: "technical",
      avatar: "default",
      keywords: ["python", "service", "tests", "performance", "deploy"],
      difficulty: "medium",
    },
    answer: {
      text:
        "I have worked with Python for six years, most of it on web services. The one I am proudest of imports invoices " +
        "for about four hundred companies: a FastAPI service with a PostgreSQL database and a queue of background workers. " +
        "When I took it over, a large import needed twenty minutes. I profiled it, found that we validated each row with a " +
        "query of its own, and replaced that with one bulk query and an index, for example by loading all suppliers once. " +
        "As a result the same import takes forty seconds. I covered the parser with property-based tests, and we deploy it " +
        "several times a week behind a feature flag, so a bad performance change is rolled back in a minute.",
      duration: 62,
    },
  },
  {
    question: {
      text: "Tell me about a time when you missed a deadline. What happened, and what did you change?",
      type: "behavioral",
      avatar: "default",
      keywords: ["deadline", "responsibility", "communicate", "learned", "plan"],
      difficulty: "medium",
    },
    answer: {
      text:
        "Two years ago I led the move of our customer portal to single sign-on, and we missed the date by three weeks. I had " +
        "planned the code carefully but not the forty customers who had to change settings on their side. When I saw that in " +
        "the second week, I took responsibility, told my manager and the customers the same day, and proposed to switch them " +
        "over in four groups instead of all at once. I called the largest ones myself. In the end every group went over " +
        "without an outage. What I learned is to plan for other people's work first, because it is what I control least: " +
        "since then each of my plans names what we need from others, and I communicate that in the first week.",
      duration: 70,
    },
  },
  {
    question: {
      text: "A colleague is about to release a change that you believe will lose customer data. They are sure it will not. What do you do?",
      type: "situational",
      avatar: "default",
      keywords: ["stop", "evidence", "backup", "reproduce", "escalate"],
      difficulty: "hard",
    },
    answer: {
      text:
        "First I would ask them to stop the release for half an hour, because waiting costs little and lost data cannot be " +
        "brought back. Then I would not argue from opinion but try to reproduce it together: restore a backup into a test " +
        "environment, run the change there, and compare the row counts before and after. If the data survives, I was wrong, " +
        "I say so, and we release. If it does not, we have the evidence and can fix the cause together. If they wanted to " +
        "go ahead without that check, I would escalate to whoever owns the system, openly and with both views, because the " +
        "risk belongs to the customers and not to the two of us. Afterwards I would add that check to our release steps.",
      duration: 66,
    },
  },
  {
    question: {
      text: "What makes a team a good place to work for you, and what do you do to make it so?",
      type: "culture",
      avatar: "default",
      keywords: ["trust", "feedback", "help", "learn", "honest"],
      difficulty: "easy",
    },
    answer: {
      text:
        "A good team for me is one with enough trust that people can say early that they are stuck or that they were wrong. I " +
        "try to go first: when a change of mine broke our build last month, I wrote down what I had missed and shared it. I " +
        "ask for feedback on my designs before they are finished, and I give it in person, kindly and honest, with an example. " +
        "I help new colleagues by pairing with them for their first two weeks, because they learn faster and I learn what " +
        "our documentation leaves out. We also keep half an hour each Friday in which anybody shows what they tried, " +
        "including what did not work.",
      duration: 58,
    },
  },
  {
    question: {
      text: "Why are you interested in this role, and what would you like to have achieved after your first year?",
      type: "general",
      avatar: "default",
      keywords: ["product", "users", "ownership", "reliable", "team"],
      difficulty: "easy",
    },
    answer: {
      text:
        "I like products where reliable software matters to a person on a bad day, and an interview is such a moment: the users " +
        "of yours are nervous, and nothing they said may be lost. In my first months I would like to take ownership of one " +
        "part from end to end, talk to the people who use it, and measure how often it fails. After a year I would want " +
        "three things: that this part has had no incident that users noticed, that the team ships to it without fear because " +
        "the tests are good, and that I have helped at least one colleague to take over something they found difficult before.",
      duration: 55,
    },
  },
];
