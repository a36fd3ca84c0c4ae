/**
 * Talk about the talk: closing, holding the floor, speaking of the recording, of the room, and of how clear one was. Linguists call it
 * phatic and metadiscursive (Malinowski 1923; Hyland 2005): it keeps the listener company and says nothing on the question.
 */
const ASIDES: readonly RegExp[] = [
  // Closing
  /\b(?:that(?:'s| is| was| would be)|it's|this is) (?:about |pretty much |basically |really |just )?(?:it|all|everything)\b(?= ?(?:$|[,.;!?]|so far|from me|from my|i (?:think|guess|believe|can|have|wanted)|really|for now))/,
  /\b(?:that(?:'s| is)|this is) (?:how|what|where) i(?:'d| would)? (?:see|saw|say|wanted|want|think|thought|have|had|leave|stop|end)\b/,
  /\bi(?:'m| am) (?:done|finished|through)(?= ?(?:$|[,.;!?]|here|now|with (?:this|my|the) (?:answer|question)))/,
  /\b(?:leave it (?:at that|there)|stop (?:here|there|now|talking)|wrap (?:it |this )?up|end (?:here|there|it here)|nothing (?:else |more )?(?:to (?:add|say)|i'd want to)|(?:nothing|not much|anything|something|much) (?:else|more) (?:to (?:say|add|tell)|from (?:me|my)|i (?:can|could|would))|(?:to|would|should|could) add (?:to|here))\b/,
  /\bthank(?:s| you)\b.{0,40}\b(?:listening|watching|your (?:time|attention|patience)|having me|question|for this|opportunity)\b|\bthank(?:s| you)\b.{0,10}\bfor listening\b|^\W*(?:many )?thank(?:s| you)(?: (?:so|very) much| a lot)?\W*$/,
  /\bi(?:'ve| have) (?:\w+ )?(?:covered|touched|answered|mentioned|said|told you)\b|\blooking forward to\b|\bforgive me\b|\bask me (?:later|again|anything|about it)\b/,
  // Holding the floor
  /\b(?:let me|i(?:'ll| will| need to| have to)?|just) (?:just )?(?:think|see|start|begin|recall|remember|collect my thoughts|take a (?:second|moment|breath))\b(?= ?(?:$|[,.;!?]|again|for a|about (?:it|that|this)|how|what|where|whether|if|a (?:second|moment)))/,
  /\b(?:where was i|what else|what was i|lost (?:the|my) (?:thread|train)|(?:was|am|'m) (?:going|about) to say|(?:it'll|it will|will|might) come back to me|(?:give|bear with) me (?:a|one|just)|one (?:moment|second)|just a (?:moment|second|minute)|i'll (?:just )?(?:carry|go) on|moving on|so,? (?:yeah|anyway)|as (?:i|we) (?:said|mentioned|was saying)|like i said|to repeat myself|go over it again|say it again)\b/,
  // How one speaks, and whether it was clear
  /\bi (?:sometimes |often |always |tend to |might )?(?:talk|speak|ramble)\w* (?:a (?:bit|little) |too |so |quite |rather |very )?(?:fast|much|long|slow\w*|quick\w*|a lot|quiet\w*|on|nervous\w*)\b|\brambling\b/,
  /\b(?:hope|wonder|not sure|sorry)\b.{0,40}\b(?:clear|made sense|makes sense|answers? (?:the|your) question|understandable|what you (?:wanted|meant|mean|asked|were)|(?:long|short) answer|too (?:long|short|much))\b|\b(?:if|whether) (?:something|anything|that|it|this) (?:was|is|wasn't|isn't|were) (?:\w+ )?(?:clear|unclear)\b/,
  /\b(?:the )?(?:short|long|brief) version\b|\blong story short\b|\b(?:could|can|might) (?:go on|talk|say (?:a lot )?more)\b.{0,25}\b(?:about|for|hours|on|more|that|this|it)\b|\bone can always say more\b|\byou (?:get|see|know) (?:the|what) (?:picture|idea|point|gist|i mean)\b|\b(?:more or less|in a nutshell)\W*$/,
  /\b(?:good|great|interesting|nice|tricky|difficult|tough|hard|important) (?:question|topic|subject)\b|\bhappy to (?:talk|answer|go|explain|say)\b|\bglad (?:to (?:go|talk|answer|explain)|you asked)\b|\bi(?:'m| am) (?:happy|fine|okay|good) with (?:that|this|it)\b/,
  /\b(?:broad|wide|big|huge|large|vast|complex) (?:subject|topic|field|question|area|matter)\b|\b(?:everybody|everyone) has (?:an|their|his|a different) (?:own )?(?:opinion|view|take)\b/,
  /\breading the question\b|\bcovered (?:every|each|all|the whole)\b|\b(?:don't|do not) want to fill\b|\b(?:wouldn't|would not) change a thing\b/,
  // The recording and the room
  /\b(?:still |is it |it's |is this )?(?:recording|on (?:camera|video|screen)|the (?:microphone|mic|camera|webcam|little light|red light|light is|light's)|(?:talk|talking|speak|speaking) (?:to|with|at) (?:a|the|my|this) (?:screen|camera|computer|laptop|machine|phone)|cut (?:me )?off|(?:can|could) (?:you|everyone|anybody|one) (?:\w+ )?(?:hear|see)|seconds left|time left)\b/,
  /\b(?:it's|it is|it was) (?:\w+ ){0,3}(?:warm|hot|cold|loud|noisy|quiet|dark|bright|late|early|raining|sunny)\b.{0,20}\b(?:in here|here|today|outside|now)\b|\bmy (?:cat|dog|neighbou?rs?|flatmates?|kids?|phone|coffee|tea)\b.{0,30}\b(?:here|now|just|again|outside|in the background)\b|\b(?:the weather|in the background|next door|the neighbou?rs are|the street|glass of water|sip of)\b/,
];

/** Told of the past it can be a story, and a number, a name or a place in it makes it one. */
const TOLD = /\b(?:because|ago|last (?:year|month|week)|at my|in my)\b/;

/** Whether a sentence only talks about the talk. */
export function isAside(sentence: string): boolean {
  const seen = sentence.toLowerCase().replaceAll("’", "'");
  return ASIDES.some((aside) => aside.test(seen)) && !TOLD.test(seen);
}
