/** One way of cutting in. */
export interface InterruptionLine {
  /** `|`: right here a reader knows that it is one; `~`: a stop in mid-sentence. Slots as in turns. */
  line: string
  /** Whether it wants an answer; what asks for a moment wants silence. */
  answered: boolean
}

const silent = (line: string): InterruptionLine => ({ line, answered: false })
const answered = (line: string): InterruptionLine => ({ line, answered: true })

const STOPS = [
  'wait|',
  'stop|',
  'hold on|',
  'hang on|, i need to read that again',
  'wait| a sec',
  'please stop|',
  'slow down|',
  'not so fast|',
  'ok wait|',
  'hm wait| a moment',
  'ok stop| there',
  'let me think| first',
  'give me| a minute',
  'stop| please, i want to try it on my own',
  "that's enough| for now",
  'no stop|',
  'too fast|',
  'yeah wait| i am still at the first line',
  'never mind|',
  'be quiet| for a bit',
].map(silent)

const QUESTIONS = [
  'what does| that word mean?',
  'what do| you mean by ~ opposite sign?',
  'why is| it {n} and not ~ {m}?',
  'where do| you see that?',
  'which line| are you talking about?',
  'how did| you get the ~ {n}?',
  'what?|',
  'huh?|',
  'can you| write that as a ~ formula?',
  'is that| the same as in the ~ first example?',
  'who is| {who}?',
  'what about| the other case?',
  'does this| also work for ~ negative numbers?',
  'do i| have to know that for the ~ test?',
  'which one| is the ~ denominator again?',
  'what is| a {w}?',
  'how would| you say that in ~ one sentence?',
  'could you| start with the ~ second part?',
  'where does| the {n} come from?',
  'when was| that?',
].map(answered)

const CONTRADICTIONS = [
  "no that's| not what i ~ wrote",
  'but the book| says {n}',
  "that can't| be right, {n} is ~ bigger than {m}",
  "isn't that| the ~ numerator?",
  "no it's| {n}, not {m}",
  'that is wrong|, he says it in ~ chapter {n}',
  "i don't think| so, the ~ test is green",
  "but that's| line {n}, i asked about ~ line {m}",
  'no no|, the other one',
  'hm no|, i already ~ tried that',
  'you are| reading the ~ wrong column',
  "it doesn't| say that anywhere",
].map(answered)

const CORRECTIONS = [
  'sorry i meant| line {n}',
  'i mean the| second one',
  'oops| i wrote {n} instead of ~ {m}',
  'no i meant| the ~ other bracket',
  'actually i| wanted to ask about the ~ title',
  'ah sorry, wrong| page, i am on ~ page {n}',
  'i mistyped|, it is {x} squared',
  'forget that|, i meant number {n}',
  'oh i just| noticed i forgot a ~ minus',
  'my bad|, it is {n}',
].map(answered)

const TURNS_OF_LISTENING = [
  'ok but why| does the ~ sign flip then?',
  'right, and what| about the ~ {n}?',
  'yeah but i| thought you always ~ start with the brackets',
  'i see but where| did the {x} ~ go?',
  'sure but can| we do it without the ~ formula?',
  'got it, but what| if {x} is ~ zero?',
  'mhm but the| table says ~ otherwise',
  'ok so then| why is mine ~ wrong?',
  'ah so i| could just ~ use a list?',
  'oh so that| means that the ~ uncle did it?',
  'right but is| that not only true for ~ even numbers?',
  'ok and how| do i write that down?',
  'yes but he| says the ~ opposite on page {n}',
  'true but then| line {n} would ~ crash too',
  'cool and is| there one for ~ cubes?',
  'makes sense but i| still do not ~ see the {n}',
  'okay but you| skipped a ~ step',
  'yeah no, i| do not agree',
  'right so you| are saying it is ~ {n}?',
  'aha and does| it work for ~ strings?',
].map(answered)

/** Ways of cutting in, with how often each is drawn. */
export const INTERRUPTION_LINES: readonly (readonly [number, readonly InterruptionLine[]])[] = [
  [26, STOPS],
  [24, QUESTIONS],
  [14, CONTRADICTIONS],
  [12, CORRECTIONS],
  [24, TURNS_OF_LISTENING],
]
