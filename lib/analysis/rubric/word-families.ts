import { stemSet } from "../text/words.ts";

/**
 * Words that speak of one subject, as stems. An answer to "a time you disagreed with a colleague" seldom says "disagree"
 * and "colleague" itself; these families let it say "argued" and "teammate". Deliberately general: interviews of any trade.
 */
export type WordFamily = { name: string; stems: ReadonlySet<string> };

function family(name: string, list: string): WordFamily {
  return { name, stems: stemSet(list) };
}

/** What interview questions ask about. */
export const TOPICS: readonly WordFamily[] = [
  family("agreement", "resolve agree compromise settle solution solve mediate listen understood"),
  family(
    "conflict",
    "conflict disagree disagreement argue argument dispute tension clash friction complain complaint angry upset difficult opposed objected",
  ),
  family(
    "pressure",
    "deadline pressure stress late urgent overdue delay schedule rush priority prioritise overtime crunch deadlines",
  ),
  family(
    "failure",
    "fail failure failed mistake wrong error broke regret setback lost missed underestimate underestimated",
  ),
  family(
    "teamwork",
    "team teammate colleague coworker peer group pair partner together manager boss collaborate collaboration cooperate department",
  ),
  family(
    "leadership",
    "lead leader led leadership manage manager managed mentor delegate delegated coach coached supervise motivate",
  ),
  family(
    "learning",
    "learn learned learnt study studied taught teach course training practise practice improve improvement feedback grow growth skill",
  ),
  family("customer", "customer client user guest patient buyer shopper stakeholder student"),
  family(
    "decision",
    "decide decided decision choose chose chosen choice option weigh weighed alternative compared trade-off",
  ),
  family(
    "problem",
    "problem issue bug challenge obstacle debug diagnose diagnosed fix fixed solve solved resolve broke broken incident outage cause investigate investigated",
  ),
  family(
    "change",
    "change changed adapt adapted switch switched migrate migration shift adjust adjusted transition reorganisation",
  ),
  family(
    "communication",
    "communicate communication explain explained present presented presentation listen listened message email call meeting wrote document",
  ),
  family(
    "motivation",
    "motivate motivation enjoy enjoyed passion interest interested proud drive drives inspire excite excited care",
  ),
  family(
    "achievement",
    "proud achieve achieved achievement accomplish accomplished success successful deliver delivered launch launched won award",
  ),
  family("experience", "experience career job role company employer project internship background"),
  family(
    "performance",
    "performance slow fast faster speed latency throughput optimise optimised profile profiled cache cached memory",
  ),
  family(
    "quality",
    "quality test tests tested testing review reviewed coverage regression verify verified check checked",
  ),
  family(
    "safety",
    "security secure safety safe risk risky threat vulnerability attack encrypt protect protected hazard",
  ),
];

/** Where interview answers take place: a job, a course, a team, a thing that was made. Talk about none of it is rarely an answer. */
export const WORKING_LIFE = family(
  "working life",
  `job career role company employer office boss manager lead leader supervisor shift colleague coworker teammate team staff department client
  customer user stakeholder supplier project product task deadline meeting report budget plan goal skill experience training course class
  lecture exam thesis degree school university college student internship volunteer club committee design prototype document software app
  code program bug test deploy release server database system data network api service website tool machine equipment sensor experiment
  analysis process requirement feature schedule feedback responsibility solution problem sale contract patient ward clinic shop
  warehouse factory workshop engineer developer analyst designer nurse teacher assistant employee employer trainee trainer apprentice intern
  contractor freelancer consultant director executive founder chief foreman crew workforce personnel recruit recruiter hire interview
  technician mechanic electrician plumber carpenter welder waiter receptionist secretary clerk cashier accountant auditor lawyer pharmacist
  pharmacy doctor surgeon midwife paramedic therapist porter caretaker tutor lecturer professor pupil classroom seminar certificate
  laboratory research editor architect planner dispatcher courier operator inspector invoice payroll ledger audit inventory stock logistics
  shipment procurement vendor licence compliance regulation protocol guideline checklist manual rota roster workflow spreadsheet dashboard
  agenda campaign brand revenue profit turnover expense refund complaint request percent negotiate implement organise
  coordinate supervise automate optimise debug install repair maintain calibrate assemble prioritise outage incident`,
);

/** What most organisations ask of people, for those that have not said what they value. */
export const DEFAULT_VALUES: readonly WordFamily[] = [
  family(
    "ownership",
    "own owned ownership responsible responsibility accountable accountability initiative volunteered stepped committed follow-through apologised",
  ),
  family(
    "collaboration",
    "team teammate colleague together collaborate collaborated collaboration pair paired support supported share shared helped mentor mentored",
  ),
  family(
    "learning",
    "learn learned learnt feedback improve improved curious curiosity mistake mistakes retrospective study studied practised taught",
  ),
  family(
    "candour",
    "honest honestly openly transparent transparency admit admitted disagree disagreed raised concern concerns candid candour truth apologised",
  ),
  family("customer", "customer customers client clients user users guest patient feedback complaint"),
];

/** The families that hold a stem. */
export function familiesOf(stem: string, families: readonly WordFamily[]): WordFamily[] {
  return families.filter((each) => each.stems.has(stem));
}

export function touches(stems: ReadonlySet<string>, family: WordFamily): boolean {
  for (const stem of family.stems) if (stems.has(stem)) return true;
  return false;
}
