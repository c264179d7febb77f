import type { Draw } from './draw.ts'

/**
 * What persons say. `{x}` is drawn from the list x. Between `|` a person may think: what stands before it is not a whole
 * turn. After `/` comes more, though what stands before it might have been all.
 */
const GRAMMAR = {
  number: '2;3;4;5;6;7;8;9;10;12;15;24;36;0.5;1/2;3/4;-1;-3',
  letter: 'x;y;n;a;t;k;u;v',
  ordinal: 'first;second;third;last;next;top;bottom',
  term: '{number}{letter};{letter}^2;sqrt {number};{letter}+{number};sin {letter};{letter}/{number};{number}({letter}+{number})',
  equation:
    '{term} = {number};{letter}^2 + {number}{letter} = {number};{term} = {term};{number}{letter} - {number} = {number}',
  thing:
    'the {ordinal} line;the {ordinal} step;the derivative;the minus sign;the denominator;the exponent;the bracket;that {number};the square root;the integral;the {letter} term;the left side;the right side;the fraction;the chain rule;the area;the slope;the loop;the base case;that argument;the variable;your example',
  act: 'divide by {number};multiply both sides by {number};square it;factor it out;move {thing} over;expand the brackets;take the log;plug in {letter};cancel the {letter};add {number};flip the inequality;differentiate it;rename it;split {thing}',
  reason:
    'it has no solution;{letter} could be negative;they already gave us {thing};we want {thing} alone;the signs do not match;I get {number} there;the book says {number};the test fails',
  question:
    'why is | {thing} wrong;why do we | {act} | here;how do I | get rid of {thing};what happens | if I {act};where did | the {number} come from;is it okay | to {act};can you explain | {thing};can you check | if {equation} | is right;what is | the difference between | {thing} and | {thing};do I have to | {act} | before I {act};so if I | {act}, | do I get {number};should {letter} | be {number};how would you | start this one;could you show me / another example / with {number};why does {thing} | become negative / in {thing};what does {thing} | mean / here;is there a | faster way / to {act};when do I | {act} | and when do I | {act};how can | {equation} | be true | if {reason};which of these | should I do first;how many | solutions does | {equation} have;does this | also work for | {letter} = {number}',
  statement:
    'I think | {thing} should be | {number};I tried to | {act} | but {reason};my teacher said | that we should | {act};I do not understand / why we {act};I got {number} / for {thing};then I | {act} / and {reason};because | {reason} | I wanted to | {act};please | explain {thing} / again;let us | {act} | and see | what we get;I want to | know | how to {act};give me | a hint / for {thing};after that | I {act} | which gives | {equation};it says | {equation} | but {reason};I would | {act} / first;the answer is | {number};I am stuck / on {thing};tell me / what {thing} means;explain | {thing} / please;the reason | is that | {reason};if {letter} | is {number} | then {thing} | has to be | {number};{equation}, | so {letter} is | {number}',
  short:
    '{number};yes {number};no;I do not know;because {reason};{equation};the {ordinal} one;I would {act};why;how come;what is that;and then;which one;really;is that all;another one please;{letter} = {number};show me',
  afterthought:
    'sorry I mean {thing};no wait, {number};I meant the {ordinal} one;or should I {act};in {thing};the one with {thing};and why;please',
  listening:
    'ok;okay;k;mhm;mm-hm;hm;uh huh;yes;yeah;yep;right;sure;ah;oh;oh I see;I see;got it;cool;nice;alright;true;ok ok;yeah right;ah ok;aha;makes sense;ok got it;good;ja;👍;ok!;right, ok;I get it;of course;exactly;gotcha;mm;oh okay;ah I see;fair enough;okay cool',
  listeningSpoken:
    'mm-hm;mhm;uh-huh;yeah;right;okay;oh;I see;ah;yes;got it;sure;hm;oh okay;yeah yeah;makes sense;okay right;aha;mm;true;exactly;yep',
  stopping:
    'wait;stop;hold on;no;no no;wait wait;stop please;hang on;one moment;wait a second;no stop;enough;not so fast;please stop;that is enough;wait what;hold on a sec',
  objecting:
    'wait, why {thing};no, I mean {thing};no I meant | {equation};but {reason};ok but why {act};hold on, {reason};what do you mean by {thing};sorry, which line;actually | I wanted | {thing};yes but {reason};that is not | what I asked;stop, I know that;wait, should that not be | {number};no that is wrong, {reason};can you say that again;ok wait, {reason};right, but how do I | {act};I asked about | {thing};what is {thing};how did you | {act};why not just | {act};before that, | what is {thing};hm but {reason};oh wait, I see, {reason}, | but why {act};slower please;which {letter};sorry I do not follow;let us do | {thing} instead;forget that, | how do I {act};can we | go back to {thing}',
  waiting:
    'wait;hold on;one sec;one moment please;hang on a second;let me think;let me try first;give me a minute;just a second;wait let me check;do not tell me yet;hold on a moment;let me see;not yet;let me finish;I need a moment;brb;give me a sec to think;wait I want to try it;one minute;hmm let me think about it;please wait;moment;just a moment;hold that thought',
  aside:
    'no mum I am nearly done;can you close the door;hey did you eat yet;I will be there in five minutes;he is still on the phone;put it on the table;what time is dinner;yeah I will call you back;pass me the charger;did you feed the cat;turn the music down;who is at the door;no not you, the dog;tell him I said hi;I am in a lesson right now;love you too, bye;are you coming tonight;the bus leaves at eight;shall we order pizza;is that your phone;honey, where are my keys;in other news tonight;coming up after the break;and the score is two one',
  called:
    'hey {friend};hi {friend};yo {friend};{friend};hey {friend} did you {errand};hi {friend} can you {errand};{friend} do not forget to {errand};hello {friend} I will {errand} later;hey {friend} where are you;hi {friend} when do we meet;yo {friend} guess what',
  friend:
    'sofia;marek;julia;ahmed;chloe;daniel;yuki;paula;oscar;lena;hugo;fatima;ivan;grace;mr brown;auntie;grandpa;coach;felix;noor;theo;clara;milan;zoe',
  errand:
    'buy bread;bring the ball;call granny;send me the photos;lock the bike;book the tickets;water the plants;return the book;order the food;check the post;pick up the kids;charge the phone',
  pastedElsewhere:
    'the meeting was moved to thursday at ten in room four;store in a dry place and shake well before use;your parcel will be delivered between nine and noon;add two cups of flour and stir until smooth;all rights reserved, no part may be copied;dear all, please find the minutes attached',
  asideWritten:
    'hey are you there;lol did you see that;omg same;brb dinner;ask your brother;type your name here',
} as const
export type Saying = keyof typeof GRAMMAR

/** A saying with its places for thought still in it. */
export function sayingOf(draw: Draw, kind: Saying): string {
  const lines = GRAMMAR[kind].split(';') as [string, ...string[]]
  return draw.pick(lines).replace(/\{(\w+)\}/g, (_, inner: Saying) => sayingOf(draw, inner))
}

/** A stretch of a turn. Whether more must come after it, might, or nothing does. */
export interface Stretch {
  text: string
  next: 'must' | 'might' | 'nothing'
}

export function stretchesOf(saying: string): Stretch[] {
  const parts = saying.split(/\s*([|/](?= ))\s*/)
  const stretches: Stretch[] = []
  for (let index = 0; index < parts.length; index += 2) {
    const mark = parts[index + 1]
    const next = mark === '|' ? 'must' : mark === '/' ? 'might' : 'nothing'
    stretches.push({ text: parts[index] ?? '', next })
  }
  return stretches
}

/** Words after which an English sentence seldom ends; a sentence of others is cut after them. */
const SELDOM_LAST = new Set(
  'the a an of to in on at by for with from and or but if because that which who when where while as than so my your his her its our their is are was were be been am have has had do does did can could would should will may might must not very every each some any no i we they he she what how why'.split(
    ' ',
  ),
)

/** The stretches of a sentence that somebody else wrote. */
export function stretchesOfSentence(sentence: string): Stretch[] {
  const words = sentence.trim().split(/\s+/)
  const stretches: Stretch[] = []
  let text = ''
  words.forEach((word, index) => {
    text = text === '' ? word : `${text} ${word}`
    const ends = index === words.length - 1
    if (!ends && !SELDOM_LAST.has(word.toLowerCase())) return
    stretches.push({ text, next: ends ? 'nothing' : 'must' })
    text = ''
  })
  return stretches
}
