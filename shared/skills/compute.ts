import { type Task, TaskSchema } from '../percepts/computation.ts'
import { germanCompute } from './german/german-compute.ts'
import { plainRequest, REQUEST_LENGTH } from './plain-request.ts'
import type { Skill } from './skill.ts'
import {
  antiderivative,
  conversion,
  integral,
  NUMBER,
  solving,
  substitution,
  table,
  taskIn,
  type Wording,
} from './task-wording.ts'

const IT = /^(?:it|this|that|this one|the (?:equation|expression|line|term|problem|selection))?$/i
const OF = '(?:the )?(?:equation|inequality|system|expression|term|function|following)?(?: of equations)?:? ?'

const AMOUNT = '(?<amount>[-−]?\\d+(?:[.,]\\d+)?)'
const UNIT = '[\\p{L}°²³/*^ ·0-9]{1,30}?'
const WORDINGS: readonly Wording[] = [
  {
    pattern: new RegExp(
      `^(?:solve)(?: for (?<first>[a-z]))?:? ?${OF}(?<text>.*?)(?:,? for (?<unknown>[a-z]))?(?:,? \\(?in (?<angles>degrees|radians)\\)?)?$`,
      'i',
    ),
    task: ({ first, unknown, angles }, text) => solving(text, unknown ?? first, angles),
  },
  {
    pattern: new RegExp(
      `^(?:integrate|(?:find |what(?: is|'s) |give me |calculate |compute )?(?:the )?(?:definite )?(?:integral|area (?:under|below)) (?:of )?) ?${OF}(?<text>.*?)(?: d(?<d>[a-z]))?,? (?:from|between) (?:(?<by>[a-z]) ?= ?)?(?<from>${NUMBER}) (?:to|and) (?:[a-z] ?= ?)?(?<to>${NUMBER})(?: d(?<last>[a-z]))?$`,
      'i',
    ),
    task: ({ by, d, last, from, to }, text) => integral(text, by ?? d ?? last, from, to),
  },
  {
    pattern:
      /^(?:find|what (?:is|are)|give me|tell me)(?: all)? (?:the )?(?<kind>solutions?|roots?|zeros?)(?: of| to| for) (?:the )?(?:equation |function )?(?<text>.+)$/i,
    task: ({ kind }, text) => ({
      what: 'solve',
      text: /^[sS]/.test(kind ?? '') || /[=<>≤≥]/.test(text) ? text : `${text} = 0`,
      unknown: null,
    }),
  },
  {
    pattern: new RegExp(`^simplify ${OF}(?<text>.*)$`, 'i'),
    task: (_, text) => ({ what: 'simplify', text }),
  },
  {
    pattern: new RegExp(`^(?:expand|multiply out|open the brackets (?:in|of)) ?${OF}(?<text>.*)$`, 'i'),
    task: (_, text) => ({ what: 'expand', text }),
  },
  {
    pattern: new RegExp(`^factori?[sz]?e?(?: out)? ${OF}(?<text>.*)$`, 'i'),
    task: (_, text) => ({ what: 'factor', text }),
  },
  {
    pattern: new RegExp(
      `^(?:differentiate|derive|(?:find |what(?: is|'s) |give me )?(?:the )?(?:first )?derivative of|d/dx(?: of)?) ?${OF}(?<text>.*?)(?: (?:with respect to|w\\.?r\\.?t\\.?|by|for) (?<by>[a-z]))?$`,
      'i',
    ),
    task: ({ by }, text) => ({ what: 'differentiate', text, by: by ?? null }),
  },
  {
    pattern: new RegExp(
      `^(?:integrate|(?:find |what(?: is|'s) |give me )?(?:the |an )?(?:antiderivative|(?:indefinite )?integral) of) ?${OF}(?<text>.*?)(?: d(?<d>[a-z]))?(?: (?:with respect to|w\\.?r\\.?t\\.?|by|for|over) (?<by>[a-z]))?$`,
      'i',
    ),
    task: ({ d, by }, text) => antiderivative(text, by, d),
  },
  {
    pattern: /^(?:substitute|put(?: in)?|plug(?: in)?|insert) (?<values>.+?) in(?:to)? (?<text>.*)$/i,
    task: ({ values }, text) => substitution(text, values),
  },
  {
    pattern:
      /^(?:evaluate|calculate|compute|work out|what is|find(?: the value of)?) (?<text>.+?),? (?:at|for|when|where|if|with) (?<values>[a-z] ?=.+)$/i,
    task: ({ values }, text) => substitution(text, values),
  },
  {
    pattern:
      /^(?:(?:make|give|show|write|draw|create)(?: me)? )?(?:an? |the )?(?:value table|table of values|table)(?: of values)? (?:of|for) (?<text>.+?)(?:,? (?:from (?:x ?= ?)?(?<from>[-−]?[\d.,]+) to (?<to>[-−]?[\d.,]+)))?(?:,? (?:in steps of|with steps? (?:of )?|step|by) (?<step>[\d.,]+))?$/i,
    task: ({ from, to, step }, text) => table(text, from, to, step),
  },
  {
    pattern: new RegExp(
      `^(?:convert|change|turn|express|what is|what's|how much is) ${AMOUNT} ?(?<from>${UNIT}) (?:to|into|in|as) (?<to>${UNIT})$`,
      'iu',
    ),
    task: ({ amount, from, to }) => conversion(amount, from, to),
  },
  {
    pattern: new RegExp(
      `^how many (?<to>${UNIT}) (?:are(?: there)? in|is|are|make|does) ${AMOUNT} ?(?<from>${UNIT})$`,
      'iu',
    ),
    task: ({ amount, from, to }) => conversion(amount, from, to),
  },
  {
    pattern: /^(?:calculate|compute|work out|evaluate|how much is|what is|what's) (?<text>.+)$/i,
    task: (_, text) => ({ what: 'simplify', text }),
  },
]

/** Works out what was asked: the answer comes later, verified. */
export const compute: Skill<Task> = {
  name: 'compute',
  description:
    'Works out what the person explicitly asks for and verifies it: solve (with steps), simplify, expand, factor, differentiate, integrate (also between bounds), substitute, a table of values, convert units.',
  schema: TaskSchema,
  examples: ['solve 2x+3=7', 'factor x^2-5x+6', 'convert 90 km/h to m/s', 'table of x^2 from -3 to 3'],
  understand(text, { selection }) {
    if (text.length > REQUEST_LENGTH) return null
    return germanCompute(text, selection) ?? taskIn(plainRequest(text), WORDINGS, IT, selection)
  },
  run: (task) => ({ say: '', compute: task }),
}
