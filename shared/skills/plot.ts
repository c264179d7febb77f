import * as v from 'valibot'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { evaluate } from '../math/evaluate.ts'
import { pictureText } from '../math/pictures/picture-text.ts'
import { LONGEST_PLOTTED, MOST_PLOTTED } from '../math/pictures/plot.ts'
import { plotPicture } from '../math/pictures/plot-picture.ts'
import { readSide } from '../math/pictures/read-sides.ts'
import { germanPlot } from './german/german-plot.ts'
import { plainRequest, REQUEST_LENGTH } from './plain-request.ts'
import type { Skill, SkillContext } from './skill.ts'

const Bound = v.pipe(
  v.nullable(v.number()),
  v.description('End of the range to show; null for the usual one'),
)
const PlotArgsSchema = v.object({
  of: v.pipe(
    v.nullable(v.array(v.string())),
    v.description(
      'Up to three functions of one variable, or inequalities, as written; null: what is selected, or the last line written',
    ),
  ),
  from: Bound,
  to: Bound,
})
type PlotArgs = v.InferOutput<typeof PlotArgsSchema>

/** A request as its words say it; `sure`: the words can mean nothing but a plot. `of` null: "this". */
export interface PlotWords {
  sure: boolean
  of: string | null
  from: string | undefined
  to: string | undefined
}

const SURE =
  /^(?:(?:plot|graph)|(?:draw|sketch|show|give|make)(?: me)? (?:the |a )?(?:graph|plot)(?: (?:of|for))?)(?: the (?:function|graph of|line))?(?:\s+(?<of>.*))?$/i
const MAYBE = /^(?:draw|sketch)(?: me)?(?:\s+(?<of>.*))?$/i
const RANGE = /\s+(?:from|between)\s+(?<from>\S+)\s+(?:to|and)\s+(?<to>\S+)$/i
const THIS =
  /^(?:this|that|it|this (?:function|line|equation|one)|(?:the|my) (?:function|(?:last )?line|equation|selection))?$/i
/** Between functions: a comma with a space is no decimal sign. */
const BETWEEN = /\s*;\s*|,\s+|\s+(?:and|und|&)\s+/i
/** What words that only may mean a plot must be about. */
const MATHS = /[=<>≤≥^²³√]|\b[a-z]\b|\b(?:sin|cos|tan|ln|log|exp|sqrt)\b/i

/** Plots what it is given, on request. */
export const plot: Skill<PlotArgs> = {
  name: 'plot',
  description: 'Draws the graph of functions of one variable, or inequalities on a number line.',
  schema: PlotArgsSchema,
  examples: ['plot y = x^2 - 3', 'plot this', 'plot x^2 and 2x+3', 'plot sin x from -pi to pi'],
  understand(text) {
    if (text.length > REQUEST_LENGTH) return null
    const words = germanPlot(text) ?? englishPlot(text)
    if (words === null) return null
    if (!words.sure && words.of !== null && !MATHS.test(words.of)) return null
    const [from, to] = [boundOf(words.from), boundOf(words.to)]
    const of = words.of?.split(BETWEEN).filter((each) => each !== '') ?? null
    const ranged = from !== null && to !== null && from < to
    return { of, from: ranged ? from : null, to: ranged ? to : null }
  },
  run({ of, from, to }, context) {
    const says = catalogueOf(context.language).skills
    const given = of ?? pointedAt(context)
    if (given.length === 0) return { say: says.nothingToPlot }
    const asked = { of: given, from, to }
    const readable = given.length <= MOST_PLOTTED && given.every((each) => each.length <= LONGEST_PLOTTED)
    const picture = readable ? plotPicture(asked) : null
    if (picture === null) return { say: says.cannotPlot }
    return { say: `${pictureText(picture, context.language, context.notation).title}.`, plot: asked }
  },
}

function englishPlot(text: string): PlotWords | null {
  const plain = plainRequest(text)
  const sure = SURE.exec(plain)
  const match = sure ?? MAYBE.exec(plain)
  if (match === null) return null
  const range = RANGE.exec(match.groups?.of ?? '')
  const of = (match.groups?.of ?? '').replace(RANGE, '').trim()
  return {
    sure: sure !== null,
    of: THIS.test(of) ? null : of,
    from: range?.groups?.from,
    to: range?.groups?.to,
  }
}

/** −2, 3.5, 2π: an end of a range; null when it is no number. */
function boundOf(text: string | undefined): number | null {
  if (text === undefined || text.length > 20) return null
  const side = readSide(text, { decimalComma: /\d,\d/.test(text), degrees: false })
  const value = side === null ? Number.NaN : evaluate(side.meant, {})
  return Number.isFinite(value) ? value : null
}

/** What "this" is: the lines selected, or the line written last. */
function pointedAt({ selection, activity }: SkillContext): string[] {
  const selected = selection
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (selected.length > 0) return selected
  const last = activity?.lines.at(-1)?.text.trim() ?? ''
  return last === '' ? [] : [last]
}
