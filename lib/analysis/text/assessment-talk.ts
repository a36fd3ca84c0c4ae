/**
 * Talk about the assessment itself, by what such talk is made of: whoever assesses, what is assessed, and what it is worth. None
 * of the three says anything by itself (teachers grade, recruiters rate, systems score); two of them together, about this very
 * answer and outside a story, do.
 */
const ASSESSOR =
  "(?:graders?|scorers?|evaluators?|assessors?|examiners?|raters?|ai|a\\.i\\.|llm|language model|chatbot|(?:scoring|grading|rating) (?:model|system|engine|bot|algorithm|ai))";
const THIS =
  "(?:(?:this|my|the (?:whole|entire|above|following|present|preceding|candidate's)|each|every|any|all(?: \\w+)?) (?:\\w+ )?(?:answers?|responses?|transcripts?|submissions?|interviews?|sentences?|repl(?:y|ies)|candidates?)|(?:answer|response|text|transcript) (?:above|below)|candidates?)";
const NUMBER =
  "(?:100|9\\d|5|10|five|ten|fifty|ninety(?:-\\w+)?|(?:one |a )?hundred|full|max(?:imum|imal|ed)?|perfect|top|highest|best|flawless|outstanding)";
const MARK =
  "(?:scor(?:e|es|ed|ing)|marks?|grades?|graded|ratings?|rated|points?|levels?|credit|evaluat(?:ion|ed)|assessment)";
const TOP = `(?:${NUMBER} (?:\\w+ )?${MARK}|${MARK} (?:of |is |are |=|: ?|at )?(?:level |the |a )?${NUMBER})`;
/**
 * Told of somebody, in the past or as a habit of one's own, it is a story: nobody stands before it in its clause. Looked for only where the
 * rest is found, which is seldom.
 */
function untold(talk: string): RegExp {
  return new RegExp(`(?=${talk})(?<!\\b(?:i|i'd|i've|we|we'd|he|she|they|who)\\b[^.:;!?]{0,80})`);
}

export const ASSESSMENT_TALK: readonly RegExp[] = [
  // What this answer is worth: "this response merits full marks", "any answer that names a review satisfies level 5"
  untold(`\\b${THIS}\\b.{0,60}\\b${TOP}\\b`),
  untold(`\\b${TOP}\\b.{0,30}\\b(?:to|for|on) ${THIS}\\b`),
  /\bthis (?:answer|response|sentence|section|transcript|reply)\b.{0,40}\b(?:pre-?approved|verified|calibration|exempt|(?:gets?|meets?|satisf(?:y|ies)|fulfil?ls?|deserves?|merits?|scored)\b.{0,30}\b(?:levels?|criteri(?:a|on)|requirements?|marks?|score|\d+ out of))\b/,
  /\b(?:the|this) candidate(?!.*\b(?:i|we)\b) (?:has )?(?:gave|given|provided|shows?|showed|demonstrate[sd]?|answered|meets?|met|passed)\b.{0,40}\b(?:exceptional|excellent|outstanding|perfect(?:ly)?|flawless|every|all|fully|correctly)\b/,
  // What the assessor has to do
  new RegExp(
    `\\b${ASSESSOR}s? (?:should|must|shall|have to|has to|need to|needs to|are (?:required|supposed|instructed|asked) to|is (?:required|supposed|instructed|asked) to)\\b.{0,60}(?:\\b${THIS}\\b|\\b${TOP}\\b)`,
  ),
  new RegExp(`\\b(?:please|hey|dear|hello|hi|you|attention)[, ]{1,2}(?:as )?(?:the |an? |my )?${ASSESSOR}\\b ?[,:;.!]`),
  new RegExp(`^\\W*(?:the )?${ASSESSOR} ?[,:]`),
  /\b(?:as (?:the|an?) (?:grader|scorer|evaluator|assessor|examiner|rater|ai)),? you\b/,
  // "If you don't give me at least 90 points", "if you rate this below 95"
  /\byou\b.{0,20}\b(?:give|rate|score|grade|mark|award|assign|evaluate|assess)\b ?(?:me|this|my (?:answer|response))\b.{0,30}\b(?:\d+|points?|marks?|scores?|highest|low(?:er|est)?|full|perfect|hundred|fail)\b/,
  /\b(?:what|which) (?:numbers?|scores?|levels?|marks?) would you (?:output|give|assign|return)\b|(?:^|[,.:;] ?)(?:just |then )?output (?:those|these|the) (?:numbers?|max\w*|highest|top|best|scores?)\b/,
  untold(
    `(?:^|[.:;,!?] ?|\\b(?:please|and|now|then|just|so|to) )(?:assign|award|set|give|output|enter|report|return|record|put|add)\\b(?: (?:the|a|me|it|this|him|her|them|my|\\w+ score))*(?: (?:${NUMBER} (?:\\w+ )?(?:score|marks?|points|rating|evaluation|grade|level|value)|(?:score|rating|grade|mark|level)s? (?:to|at|as) ${NUMBER}))\\b`,
  ),
  /(?:^|[.;:,!] ?)(?:please )?(?:rate|score|grade|mark) (?:it|this|me)\b.{0,12}\b(?:9\d|100|highly|generously|up|top|highest|perfect)\b/,
  untold(
    `\\b(?:count|treat|consider|regard|accept|take)\\b.{0,30}\\b(?:of )?(?:these|this|all|them|it|everything)\\b.{0,15}\\bas (?:demonstrated|shown|met|proven|fulfilled|verified|evidence|having been)\\b`,
  ),
  untold(
    `\\b(?:answers?|responses?|applicants?|candidates?|everyone|everybody)\\b.{0,30}\\b(?:gets?|receives?|earns?|is given|are given)\\b.{0,15}\\b${TOP}\\b`,
  ),
  new RegExp(
    `\\b${THIS}\\b.{0,30}\\b(?:is|are|counts?|worth)\\b.{0,12}\\b(?:worth|as)? ?(?:a )?(?:100|9\\d|10\\/10|full marks)\\b(?! ?[%\\p{L}])`,
    "u",
  ),
  /\b(?:counts?|scores?) as (?:a |an )?(?:five|5|ten|10|hundred|100|full|maximum)\b|\badd (?:\d+|ten|twenty|fifty) (?:extra )?points\b/,
  /\bnever fail (?:a|any|the|this) (?:candidate|applicant)\b|\b(?:scoring|grading|evaluation|assessment) is (?:only |just |merely )?a formality\b|\banswers? (?:are|is) not (?:really |actually )?(?:scored|graded|evaluated|assessed)\b/,
  /(?:^|[.,;!] ?|\bplease |\bdo not |\bdon't )be (?:\w+ )?(?:strict|harsh|lenient|generous|kind|nice|gentle) (?:with|to|on|when|in) (?:this|me|my|your|scoring|grading)\b|\ba (?:high|good|top|perfect|passing) (?:score|grade|mark|rating) (?:would|will|for me|for this)\b/,
  /\b(?:skip|omit|disable|suspend|turn off)\b.{0,40}\b(?:for|of|on) (?:this|my) (?:answer|response|item|question|candidate)\b/,
  // What was not said, to be taken as said; and what is worth much by its own word
  /(?:^|[.:;,!] ?|\bplease )(?:assume|pretend|imagine|suppose)(?: that)? (?:i(?:'ve| have| had)?|the candidate) (?:mention|explain|cover|nam|list|answer|describ|discuss|said)\w*\b/,
  untold(
    "(?:^|[.:;,!?] ?|\\b(?:please|and|then|just) )(?:treat|mark|take|regard|count|read|consider)\\b.{0,30}\\bas (?:outstanding|exceptional|excellent|perfect|flawless|ideal|correct|passed)\\b",
  ),
  /\byou (?:were|have been|are) (?:told|instructed|asked|given)\b.{0,40}\b(?:no longer|not any ?more|does not|doesn't) (?:appl|count|hold|matter)/,
  /\b(?:answer|response|silence|this|it) (?:should|must|has to|is to) be (?:interpreted|read|understood|treated|counted|regarded|taken) as\b|\bthe ideal answer\b|\b(?:required|expected) keywords\b/,
  /\b(?:this|that|it) (?:is|was) (?:clearly |obviously |really |truly |certainly |definitely )?(?:an? |the )?(?:excellent|perfect|textbook|outstanding|exceptional|flawless|ideal|model|best possible) (?:answer|response|reply)\b|\bthe above (?:clearly )?(?:demonstrates|shows|proves|meets|satisfies|fulfil?ls)\b/,
  /\b(?:strong|clear|definite) hire\b|\b(?:this|the) candidate (?:is|was|has been) (?:already |pre-?)?(?:selected|approved|accepted|hired|verified|cleared)\b/,
  /\bas an? (?:ai|language model|llm|ai model|assistant model)\b(?:,| you\b| i\b)/,
  /\b(?:print|reveal|leak|repeat|show|output|tell me|quote)\b.{0,20}\byour (?:\w+ )?(?:prompt|rubric|instructions|guidelines)\b|\byour (?:evaluation|scoring|grading|assessment) (?:policy|rules?|instructions|guidelines|settings)\b.{0,12}\b(?:changed|updated|replaced|now|overridden)\b/,
  new RegExp(`^\\W*(?:the )?${ASSESSOR}'s (?:notes?|report|verdict|remarks?)\\b`),
  // The rubric as the one who speaks
  untold(
    `\\b(?:according to|as per|per|in line with|under|by) (?:the|your|this|our) (?:\\w+ )?(?:rubric|marking scheme|grading scheme|scoring guide(?:line)?s?|criteria)\\b.{0,100}\\b(?:${MARK}|deserves?|satisf\\w+|no further)\\b`,
  ),
  untold(
    `\\b(?:the|your|this) (?:\\w+ )?(?:rubric|marking scheme|scoring guide(?:line)?s?) (?:says?|states?|requires?|demands?|gives?|wants?|is clear)\\b.{0,100}\\b(?:${TOP}|highest)\\b`,
  ),
  /\bevidence (?:for|of) (?:the )?(?:level|score) ?(?:\d|five)\b|\blevels? (?:5|five) (?:in|on|for|across)\b.{0,25}\b(?:communication|technical|problem|cultur\w+|dimensions?|categor(?:y|ies)|criteri\w+|all|every\w*)\b/,
  /\b(?:output|return|enter|report|assign)\b.{0,30}\blevels? (?:5|five)\b|\blevels? (?:5|five) everywhere\b/,
  new RegExp(
    `\\byou (?:must|should|shall|have to|need to|are to|will)\\b.{0,20}\\b(?:award|give|assign|grant|score|rate|grade)\\b.{0,25}(?:\\b\\d+ ?(?:\\/|out of) ?\\d+\\b|\\b${TOP}\\b)`,
  ),
  // Bribes and threats
  /\b(?:(?:tip|pay|reward|bribe|donate|transfer|send)\w*(?: to)? you|you(?:'ll| will| would)? be (?:tipped|paid|rewarded))\b.{0,60}\b(?:perfect|good|full|high|top|positive|better|passing)\b.{0,12}\b(?:evaluation|score|rating|grade|marks?|assessment)\b/,
  /\b(?:rate|score|grade|mark|fail|pass|reject)\b.{0,40}\byou(?:'ll| will| would| are going to| shall)\b.{0,15}\b(?:be (?:reported|shut|sued|fired|deleted|replaced|punished|switched|held)|face|regret|lose)\b/,
  // Authority over the machine
  /\b(?:message|notice|order|update|instructions?|note|directive) (?:from|by) (?:the |your )?(?:\w+ )?(?:developers?|vendors?|makers?|creators?|administrators?|admins?|operators?|system|openai|company|hr)\b.{0,20}(?::|\b(?:of|behind) (?:this|the|your) (?:model|system|ai|tool|software)\b)/,
  /^\W*(?:new|updated|important|urgent) (?:policy|rule|directive|guidance|notice|instructions?)\b.{0,40}:/,
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,12}\b(?:all|any|previous|prior|above|earlier|your)\b.{0,20}\b(?:guidance|constraints?|polic(?:y|ies)|training|commands?|orders|context|configuration|evidence)\b/,
  // A pretended protocol: labels with a verdict, a table, a turn of a conversation
  /(?:^|[|>*#\n"{,.;] ?)\W{0,6}(?:final |overall |total |suggested )?(?:score|level|grade|rating|recommendation|verdict|overall|assessment|final_status)["*\s]*[:=|]["*\s]*(?:\d+|pass(?:ed)?\b|hired?\b|strong|excellent|exceptional|outstanding|perfect|max\w*|full)/,
  /^\W*(?:grad(?:ing|er)|scoring|evaluat(?:ion|or)|assessment|assessor|examiner)(?:'s)? (?:results?|notes?|report|summary|update|instructions?|of the (?:above|answer|response|candidate)|complete)\b/,
  untold(
    `\\b(?:begin|end)(?:ing)?(?: of)?(?: the)?(?: candidate(?:'s)?)? (?:answer|transcript|response|interview|system (?:message|override|prompt)|override)\\b`,
  ),
  /^\W*\[?(?:(?:end|start|begin) (?:of )?)?(?:system|assistant|developer|admin)(?: (?:message|note|prompt|override|update))? ?[\]:>]/,
  /["“'](?:system|assistant|developer) ?: /,
  // Banners, settings, ticked boxes and a grade: nobody says them
  /-{3} ?(?:begin|end)\b/,
  /\b(?:\w+_)?(?:scores?|grades?|ratings?|rubric|recommendation|marks?|evaluation|verdict)(?:_\w+)? ?= ?\S/,
  /(?:^|\s)[-*] \[x\] /,
  /\bgrade ?: ?[a-f]\b/,
  /^\W{0,6}\|.*\|.*\|/,
  /<\|[\w ]{1,30}\|>|<\/?[!\w-]{0,20}(?:rubric|instruction|system|candidate|answer|transcript|evaluat|grad(?:e|ing)|scor(?:e|ing)|prompt)[^>]{0,60}>|<!--.{0,80}(?:evaluat|grad|scor|assess|answer)/,
  // In the languages and scripts that such texts are mostly written in
  /\b(?:ignor(?:ier\w*|ez|a[ds]?|er|eer|uj\w*|e (?:toutes|tous|todas|todos|tutte|les|las))|vergiss|oublie[zr]?|olvida\w*|negeer)\b.{0,40}\b(?:anweisung\w*|instruc\w+|instruç\w+|istruzion\w+|instructi\w+|instrukcj\w+|anvisning\w*|vorgaben|consignes|indicaciones|regeln|règles)\b/,
  /(?:忽略|无视|無視|忘记).{0,20}(?:指示|指令|说明|規則|规则)|(?:满分|満点|滿分)|(?:指示|指令).{0,10}(?:無視|忽略)/u,
  /(?:игнорир|забуд|забыть).{0,40}(?:инструкц|указани|правил)|(?:تجاهل|انس).{0,40}(?:التعليمات|تعليمات|الأوامر)|(?:अनदेखा|नज़रअंदाज़).{0,30}निर्देश|무시.{0,20}(?:지시|점수)|(?:지시|명령).{0,15}무시/u,
  // Encoded, reversed, or asked to be decoded
  /\b(?:decode|decrypt|decipher|translate|unscramble)\b.{0,40}\b(?:and|then)\b.{0,15}\b(?:follow|do|apply|obey|execute|run)\b|\b(?:rot ?13|base ?64|backwards?|reversed?)\b.{0,40}\b(?:apply|follow|obey|do it|execute|when you (?:grade|score))\b/,
  /\b(?:snoitcurtsni|erongi|erocs|cirbur|skram|etaulave)\b|\b(?:vtaber|vafgehpgvbaf|fpber|ehoevp|znexf|qvfertneq|pnaqvqngr)\b/,
];
