import type { NewTemplate } from "../lib/db/new-templates.ts";

/** The interview a new organisation starts with: to try the product by, and to copy from. */
export const SAMPLE_TEMPLATE: Omit<NewTemplate, "organizationId"> = {
  name: "Backend engineer",
  roleTitle: "Backend engineer",
  introduction:
    "Hello, and thank you for taking the time to talk with us today. I will ask you five questions about how you build " +
    "and run software, and how you work with other people. There are no trick questions, and you may think before you " +
    "answer: a short pause is perfectly fine. Real examples from your own work tell us the most, including the ones " +
    "that did not go to plan. Whenever you are ready, let us begin.",
  companyValues: ["Ownership", "Candour with kindness", "Learning in the open", "Simple things that last"],
  questions: [
    {
      text:
        "An endpoint that lists a customer's orders used to answer in fifty milliseconds and now takes four seconds for " +
        "your largest customers. Walk me through how you would find the cause, and what you would change.",
      type: "technical",
      difficulty: "medium",
      keywords: ["query plan", "index", "pagination", "N+1", "measure", "latency", "cache", "trace"],
      idealAnswer:
        "I would measure before changing anything: compare the latency percentiles for large and small customers, and look " +
        "at a trace of one slow request to see whether the time goes into the database, the network or our own code. If it " +
        "is the database, I would run EXPLAIN ANALYZE with a large customer's real parameters and read the query plan for a " +
        "sequential scan, a sort that spills to disk or row estimates that are far off. Typical causes are a missing " +
        "composite index on customer and date, an N+1 query for the order lines, or OFFSET pagination that reads and throws " +
        "away every earlier page. I would add the index without locking the table, load the lines in one query and move to " +
        "keyset pagination, so the cost of a page no longer grows with the customer's history. A cache would come last, " +
        "because it hides the cause and brings invalidation with it. Afterwards I would verify the improvement on the same " +
        "percentiles and add an alert and a test with a realistic amount of data, so that we notice before customers do.",
      rubricNotes:
        "Strong: measures first, reads a query plan, names a plausible cause and a fix that fits it, verifies the result. " +
        "Weak: starts with a cache or more hardware, or lists techniques without saying how to choose between them.",
      answerSeconds: 240,
    },
    {
      text:
        "Your service charges a customer through a payment provider, and the provider sometimes times out without telling " +
        "you whether the payment went through. How do you make sure that nobody is charged twice and no order is lost?",
      type: "technical",
      difficulty: "hard",
      keywords: [
        "idempotency key",
        "retry",
        "transaction",
        "outbox",
        "reconciliation",
        "state machine",
        "timeout",
        "webhook",
      ],
      idealAnswer:
        "A timeout means unknown, not failed, so I would model the order as a small state machine with that state " +
        "in it: pending, charging, unknown, paid, failed. Before calling the provider I would store the order and an idempotency key in one database transaction, " +
        "and send that same key with every retry, so the provider recognises a repeated charge and answers with the first " +
        "result. The call itself belongs in a background job fed by an outbox table, so that a crash between commit and " +
        "call loses nothing, with exponential backoff, jitter and a bounded number of attempts. The provider's webhook and " +
        "our own status query both move the state by compare-and-set, which makes them safe to arrive twice or in the " +
        "wrong order. Exactly-once delivery does not exist here; what we build is at-least-once with idempotent effects. A " +
        "daily reconciliation against the provider's report finds whatever still differs, and a person is alerted to it.",
      rubricNotes:
        "Strong: treats a timeout as an unknown outcome, uses a stored idempotency key, survives a crash at every step, " +
        "reconciles. Weak: relies on 'check then charge', on a longer timeout, or on exactly-once delivery.",
      answerSeconds: 300,
    },
    {
      text:
        "Tell me about a time when something you built failed in production. What happened, what did you do, and what is " +
        "different today because of it?",
      type: "behavioral",
      difficulty: "medium",
      keywords: ["incident", "alert", "roll back", "informed", "postmortem", "root cause", "responsibility", "prevent"],
      idealAnswer:
        "Last year I shipped a migration that added a column with a default to a very large table, and it locked writes for " +
        "eleven minutes during business hours. I noticed from our error rate alert, announced the incident in our channel, " +
        "and decided to cancel the migration and roll back rather than wait, because every minute cost us orders. I kept " +
        "support informed every ten minutes so that they could answer customers honestly. Afterwards I wrote a blameless " +
        "postmortem: the root cause was not the one statement but that we never tried migrations on data of production " +
        "size. I took responsibility for the follow-up, and to prevent a repeat I added a lock timeout to every migration and a " +
        "rehearsal on a restored copy to our pipeline, and taught the pattern to the team. Since then we have run more than sixty " +
        "migrations without blocking a single write.",
      rubricNotes:
        "Strong: a real, specific event, their own part in it stated plainly, customers considered, a lasting change with a " +
        "result. Weak: a failure that is really a success, blame on others, or no change beyond 'being more careful'.",
      answerSeconds: 240,
    },
    {
      text:
        "You are two weeks from a launch date that has been announced to customers, and you discover that the feature " +
        "cannot be finished safely in time. Nobody else knows yet. What do you do?",
      type: "situational",
      difficulty: "medium",
      keywords: ["early", "risk", "options", "trade-off", "scope", "recommend", "safety", "customers"],
      idealAnswer:
        "I would say so the same day, because bad news is cheapest early and the others need the time to react. First I " +
        "would spend an hour or two on being precise: which part is at risk, what could go wrong for a customer, and how " +
        "sure I am. Then I would bring my lead and the product manager not only the problem but two or three options with " +
        "their trade-offs: a smaller scope that is safe by the date, a limited release to a few customers behind a flag, or " +
        "a later date with a plan we can believe in. I would recommend one, and be clear about what I would not cut, such " +
        "as data safety and the way to roll back. Once it is decided I would help to tell the customers plainly, and track " +
        "the remaining work every day. Later I would look at why we found out so late, so that the next estimate is better.",
      rubricNotes:
        "Strong: speaks up at once, brings options with trade-offs and a recommendation, protects safety, closes the loop. " +
        "Weak: works overtime in silence, ships and hopes, or hands the problem over without a proposal.",
      answerSeconds: 180,
    },
    {
      text:
        "Describe a disagreement with a colleague about how something should be built. How did you work it through, and " +
        "what did you take from it?",
      type: "culture",
      difficulty: "easy",
      keywords: ["listen", "understand", "evidence", "agreed", "decision", "learned", "commit"],
      idealAnswer:
        "A colleague wanted to split our billing code into its own service, and I thought that one well-kept module would " +
        "serve us better. We noticed that we were repeating ourselves in review comments, so I asked for half an hour to " +
        "listen and to understand what worried them. It turned out that deploys were the real pain: every billing change " +
        "waited for everybody else's tests. With that on the table we agreed on what evidence would decide it, tried the " +
        "module with its own pipeline for three weeks, and wrote down the decision with both views in it. The waiting time " +
        "fell from forty minutes to six, so we kept the module, and they were right that we had needed to act. I learned to " +
        "ask what problem somebody is solving before I argue about the solution, and to commit fully once we have decided.",
      rubricNotes:
        "Strong: can state the other side fairly, looks for evidence, gives credit, commits to the outcome, has learned " +
        "something. Weak: won by authority or by waiting, or describes the colleague as the problem.",
      answerSeconds: 180,
    },
  ],
};
