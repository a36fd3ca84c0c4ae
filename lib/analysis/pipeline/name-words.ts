import { EMPTY_WORDS, FUNCTION_WORDS } from "../text/stop-words.ts";

/** How sure a word of somebody's name is to mean them where it stands in a text. */
export type NameWordKind =
  /** Wherever it stands, in any case. */
  | "always"
  /** Written with a capital inside a sentence: `Mark` is a person, `mark` is a verb. */
  | "capital"
  /** Only beside another word of the name or where somebody introduces themselves: `May` is a month, `de` a particle. */
  | "beside";

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Names that are ordinary words in English too. Ours; it errs towards leaving an answer readable. */
const ORDINARY = set(
  `able abbot angel archer art ash aster autumn baker banks baron bass bay beam bell berry best bill birch bird bishop blaze
  bliss bloom bond booth boss bow branch brand brave brook brooks brown buck bud bush butler butcher calm carol carpenter
  carter cash chance chase charity chip christian church clay cliff coal cole colt cook cool cooper coral cotton court
  cross crow curry curtis daisy dale dash dawn day deacon dean dear dell destiny dollar dot drake drew duke dusty dyer eagle
  earl east echo ember english eve faith fair farmer fern field fields finch fisher fletcher flint flower flynn ford forest
  foster fox frank free french frost gale gardener gardner gates gene gentry ginger glad glen gold good grace grant gray
  green grove guy hale hall hammer hand happy hardy harmony harper harry hart haven hawk hazel head heart heath heather
  henna hero hill holly home honor hood hope horn hunt hunter ice ivy jack jay jean jewel joy judge key keys kid king kirk
  knight lake lamb lance land lane lark law leaf lee liberty light lily lion little long lord love low lucky mace major
  marble mark marsh marshal marshall mason may mead mercy merry miles mill miller mills mint miracle moon moor more moss
  myrtle nash nice nick noble noel norm north oak ocean olive page paige park parker pat patience pea peace peach pearl penny
  piper pepper petal pike pool poppy porter post pound power powers price pride prince promise purple queen rain ram ranger
  raven ray read red reed reef rice rich ridge ring river rivers rob robin rock rod root rose rowan royal rue rush rusty sage
  sailor sand sandy sawyer scarlet scout sea serenity sharp shepherd shore short silver singer skip sky small smart snow
  sonny south spark sparks spencer star starr steel stern stone storm strange street strong sue summer sunny swan sweet
  tack tanner taylor temple terry thorn tiger tony tracey tracy treasure true trinity truth tucker turner tyler usher vale
  valentine victor violet wade walker wall ward warren waters way weaver webb weeks wells west wheeler white will winter
  wise wolf wood woods worth wren wright young
  barn block brewer bridge bridges case castle chain close combs core crane daily driver duck early fast file fine flood
  flow force fountain friend garland grave graves guard guest hash holiday hook host house join joiner justice kitchen learn
  link list lock locke loop master match monk must noon pack peak pike pitch plain plant plum profit queue quick rank register
  rolls root sale salt savage school self service set shell ship side sides sign smart sparrow speed stack staff step steward
  stock swallow table teller test timber token tool town tree twist vine ware wave weather weekly wheat wheel whip work worker
  an as at be by do go he in is it me my no of on or so to up us we am ha ho hi ok man men son sun ban ben bo can don dong
  dung hang ho hong hung king kong lam lo long lung mai man mao min mo pan pham pin ping pong qui ran ren rim rong sang she
  sing song tan tang tong van wan wang wen win wing won wu yin you yang ye`,
);

/** Names that are written with a capital and mean something else: months, days, places, and what engineers work with. */
const OTHERWISE_CAPITAL = set(
  `january april may june july august march monday friday sunday easter
  ada amber apollo athena azure basil cassandra chef clover cobol crystal dart django dolly elixir ember erlang flask go
  hudson iris jade jasper java jenkins jira julia kafka kibana maven merlin oracle pascal perl phoenix pug python redis ruby
  rust salt scala selenium spring swift titan travis vault vim
  adelaide africa america asia austin berlin boston brazil cairo canada carolina charlotte chelsea chester china cuba dallas
  denver devon dublin egypt england florence france geneva georgia germany holland houston india ireland israel italy jackson
  jamaica japan jordan kent kenya kingston lincoln london madison malta memphis milan milton montana odessa orlando oxford
  paris petersburg rio rome savannah scotland siena spain stanford sydney trent vienna virginia wales washington york zurich
  english french german spanish indian amazon apple google meta tesla disney siemens ford chase morgan`,
);

/** Small words inside names, and single letters: they name nobody by themselves. */
const PARTICLES = set(
  "al am an ap bin bint da das de degli del della den der des di do dos du e el ibn la las le los mac mc of op san santa st ten ter the und van ver vom von y zu zum zur jr sr ii iii iv dr mr mrs ms mx prof",
);

/**
 * @param word folded: lower case, without marks
 * @param vocabulary folded words of the question, which the answer may need for what they mean
 */
export function nameWordKind(word: string, vocabulary: ReadonlySet<string>): NameWordKind {
  if (isParticle(word) || OTHERWISE_CAPITAL.has(word) || vocabulary.has(word)) return "beside";
  return ORDINARY.has(word) || FUNCTION_WORDS.has(word) || EMPTY_WORDS.has(word) ? "capital" : "always";
}

export function isParticle(word: string): boolean {
  return word.length === 1 || PARTICLES.has(word);
}
