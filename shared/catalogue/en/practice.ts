import { counting } from '../counting.ts'

const count = counting('en')

/** The record of slips, practice, and help for somebody who is stuck. */
export const practice = {
  /** In the settings. */
  noticed: 'What Aside has noticed',
  keep: 'Keep a record of my slips',
  keepHow:
    'Of each kind of slip: how often, when, and when to practise its rule. Nothing of what you wrote. It stays in this browser.',
  none: 'Nothing yet. When a slip of yours has a known rule, the rule is listed here.',
  seen: (times: number) => `seen ${count(times, { one: 'time', other: 'times' })}`,
  corrected: (times: number) => `put right ${count(times, { one: 'time', other: 'times' })}`,
  last: (day: string) => `last on ${day}`,
  due: (day: string) => `practice from ${day}`,
  forget: 'Forget',
  forgetOf: (rule: string) => `Forget “${rule}”`,
  forgotten: (rule: string) => `Forgotten: “${rule}”`,
  forgetAll: 'Forget all of it',
  allForgotten: 'The record is empty.',
  saveFile: 'Save it as a file',

  /** Offers; the answer is yes or no. */
  offer: 'A slip of yours from before is due for two minutes of practice. Shall I give you an exercise?',
  offerBecause: (times: number) =>
    `You slipped on its rule ${count(times, { one: 'time', other: 'times' })}. The settings list what Aside has noticed.`,
  stuck: 'Shall I give you a hint?',
  stuckBecause: (waited: string, line: number) =>
    `You have written nothing for ${waited}, which is long for you, and line ${line} is not the end yet.`,
  /** A line that is new and exactly right: `what` is right in it, as in `slips.corrected`. */
  praise: (line: number, what: string) => `Line ${line} is exactly right: ${what}.`,
  praiseBecause: 'You slipped on this before; here the rule is kept.',
  praiseSolved: (line: number) => `Line ${line} is the solution: put into the first line, it fits.`,
  praiseSolvedBecause: 'A line on the way was wrong, and you put it right yourself.',
  /** In the list of muted kinds. */
  praiseKind: 'Saying what is exactly right in a line',
  yes: 'Yes',
  no: 'No',
  /** What to think of next, never the step itself. */
  moves: {
    'zero-product': 'A product is 0. What does that say about its factors?',
    'clear-fraction': 'There is a fraction with the unknown. What could you multiply both sides by?',
    'open-bracket': 'The unknown is inside a bracket. What would open it?',
    'take-root': 'The unknown is inside a power. What undoes a power, and how many answers has it?',
    'to-zero': 'There is a power of the unknown beside other terms. What if everything stood on one side?',
    collect: 'The unknown is on both sides. How could it come to one side only?',
    'undo-sum': 'Something is added to the term with the unknown. What undoes that on both sides?',
    'undo-factor': 'The unknown is multiplied by something. What undoes that on both sides?',
    'combine-equations': 'Two equations hold for both unknowns. How could one of the two unknowns disappear?',
    'put-in': 'One of the unknowns is known. Where could you put it in to get the other?',
    'inner-first': 'There is a bracket, or a sum over or under a line. What does it come to by itself?',
    'powers-next': 'There is a power or a root. What does it come to?',
    'products-next': 'There is a product beside a plus or a minus. Which is worked out first?',
    'common-denominator': 'There are fractions to be added. What could be a denominator for all of them?',
    'fraction-by-fraction': 'A fraction is multiplied or divided here. Which rule is that?',
    reduce: 'Is there a number that divides both the numerator and the denominator?',
    'from-the-left': 'What do the first two numbers come to?',
    'open-each': 'There is a bracket. What does the factor or the sign before it do to each term inside?',
    'open-square': 'A sum is squared. What is it times itself, term by term?',
    'collect-terms': 'Which terms have the same letters, and can be put together?',
    'same-bases': 'The same letter is multiplied several times. How many factors of it are there in all?',
    'common-factor': 'What is a factor of every term?',
    'two-numbers': 'Which two numbers have the last number as their product and the middle one as their sum?',
    'difference-of-squares': 'A difference is to become a product. Are both terms squares of something?',
    'product-rule': 'Two factors change here. Which rule differentiates a product?',
    'quotient-rule': 'The denominator changes too. Which rule differentiates a quotient?',
    'chain-rule': 'Something stands inside something else. What is its derivative, and where does it go?',
    'each-term': 'Take it term by term. Which rule is for each of them?',
    antiderivative: 'Take it term by term. Of what is each term the derivative?',
  },

  /** What is to be done with what is given. */
  tasks: {
    calculate: (given: string) => `Work out ${given}.`,
    simplify: (given: string) => `Simplify ${given}.`,
    expand: (given: string) => `Expand ${given}.`,
    solve: (given: string) => `Solve ${given}.`,
    differentiate: (given: string) => `Differentiate ${given}.`,
    integrate: (given: string) => `Integrate ${given}.`,
  },
  how: 'Write your answer below, in one line or several. You can also say “hint”, “skip” or “later”.',
  nothingNoticed: 'I have noticed no slip of yours that I could practise with you. Many slip on this one:',
  later: 'Later, then.',
  right: 'Right.',
  rightNow: 'Right this time.',
  soFar: 'Right so far. What comes next?',
  notIt: 'That is not it yet. Go through it once more, step by step.',
  cannotTell: 'I cannot tell whether that follows. Write it another way, or in smaller steps.',
  solution: (answer: string) => `The answer, as you asked for it: ${answer}.`,
  /** `span` goes with "in". */
  comesBack: (days: number, span: string) =>
    days === 1 ? 'I bring this rule back tomorrow.' : `I bring this rule back in ${span}.`,
}
