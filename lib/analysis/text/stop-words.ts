function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Words that carry grammar, not content. Speech without them is a list; English without them is not English. */
export const FUNCTION_WORDS = words(`
  a about above after again against all also although always am among an and another any anyone anything are around as at away
  back be became because become been before behind being below between both but by can can't cannot could couldn't
  did didn't do does doesn't doing don't down during each either else enough even ever every everyone everything few for
  from further get gets getting give given go goes going gone got had hadn't has hasn't have haven't having he he'd he'll
  he's hence her here hers herself him himself his how however i i'd i'll i'm i've if in instead into is isn't it it's its
  itself just least less let let's like made make makes making many may maybe me might mine more most much must my myself
  neither never no nobody none nor not nothing now of off often on once one ones only onto or other others our ours
  ourselves out over own per perhaps put quite rather really said same say says see seen shall she she's should shouldn't
  since so some someone something sometimes soon still such take than that that's the their theirs them themselves then
  there there's therefore these they they'd they'll they're they've this those though through thus till to too took toward
  towards under unless until up upon us use used uses using usually very was wasn't we we'd we'll we're we've well went were weren't what
  what's when where whereas whether which while who whom whose why will with within without won't would wouldn't yes yet
  you you'd you'll you're you've your yours yourself`);

/** Sounds and words that fill a pause, agree, greet or thank. They say nothing, and cost nothing. */
export const INTERJECTIONS = words(`
  ah aha alas alright aw aye bye cheers eh ehm er erm gee goodbye ha hah hello hey hi hm hmm hmmm huh jeez kay mhm mm mmm nah nope
  oh ok okay oops ouch phew pardon please sorry thank thanks uh uhh uhm um umm wow yeah yep yo yup`);

/**
 * Content words so general that they say nothing about any subject: padding is made of them. They neither widen an
 * answer nor relate it to a question.
 */
export const EMPTY_WORDS = words(`
  able actually absolutely approach area aspect aspects basically best better big case certain certainly clear clearly come
  completely consider considered considering context course definitely different effort especially essential
  day days everyday example factor factors fact find generally general good great hard important importance interesting
  keep kind know lot lots main matter matters mean means need needs nice obviously okay overall part particular people
  perspective place point points possible process quality question regard right role sense
  situation situations sort step stuff sure talk thing things think thought time times today topic truly try trying type various view
  believe believed believes differently happens knew knowing known knows needed needing talked talking thinking thinks wanted wanting wants
  want way ways whole word words work working world`);

/** How a question asks, not what it asks about. */
export const PROMPT_WORDS = words(`
  answer briefly compare describe detail difference differences discuss explain following give happened happens list mention
  name outline please recent share show sentence sentences shown state tell took walk write discussed lecture
  1 2 3 4 5 two three four five`);
