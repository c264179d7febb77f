import { catalogueOf } from '../../catalogue/catalogue.ts'
import type { Language } from '../../catalogue/languages.ts'
import { decimalSign, inNotation, type Notation } from '../../notation.ts'
import type { Answer } from '../../percepts/computation.ts'
import { parseLine } from '../parse-line.ts'
import { statementLatex } from './print-latex.ts'
import type { Operation, SolutionStep } from './step.ts'

/** Longer formulas are not set but written as plain text: the panel takes none that is longer. */
const LONGEST = 290

/** Puts mathematics in plain text into what is said, in one language and notation. */
class AnswerWriter {
  readonly says
  readonly #words
  readonly #notation: Notation
  readonly #decimal: string

  constructor(language: Language, notation: Notation) {
    const catalogue = catalogueOf(language)
    this.says = catalogue.computing
    this.#words = { or: this.says.or, and: this.says.and }
    this.#notation = notation
    this.#decimal = catalogue.evidence.decimal
  }

  /** A line as a set formula; as it stands where it cannot be read. */
  formula(line: string): string {
    const parsed = parseLine(line)
    const [statement, more] = parsed.kind === 'statements' ? parsed.statements : []
    const latex = statement && !more ? this.#noted(statementLatex(statement, this.#words)) : ''
    return latex === '' || latex.length > LONGEST ? this.plain(line) : `$${latex}$`
  }

  /** Printed mathematics as the person writes numbers and products. */
  plain(printed: string): string {
    return inNotation(printed, this.#notation, this.#decimal)
  }

  #noted(latex: string): string {
    const comma = decimalSign(this.#notation, this.#decimal) === ','
    const numbers = comma ? latex.replace(/(\d)\.(?=\d)/g, '$1{,}') : latex
    return (this.#notation.times === 'cross' ? numbers.replaceAll('\\cdot', '\\times') : numbers).trim()
  }

  operation({ id, about }: Operation): string {
    return this.says.operations[id](about.map((each) => this.formula(each)).join(', '))
  }

  steps(steps: readonly SolutionStep[]): string {
    const lines = steps.map(({ line, operation }) =>
      operation === null ? this.formula(line) : this.says.step(this.formula(line), this.operation(operation)),
    )
    return [this.says.stepByStep, ...lines].join('\n')
  }
}

/** An answer as it is said: marked as one, and with what is not sure about it. */
export function answerText(
  answer: Exclude<Answer, { kind: 'exercise' }>,
  language: Language,
  notation: Notation,
): string {
  const writer = new AnswerWriter(language, notation)
  const { says } = writer
  switch (answer.kind) {
    case 'solved':
      return solvedText(answer, writer)
    case 'claim': {
      const steps = answer.steps.length > 0 ? [writer.steps(answer.steps)] : [says.noSteps]
      return [...steps, says.answer(writer.formula(answer.line))].join('\n')
    }
    case 'angles':
      return anglesText(answer, writer)
    case 'transformed': {
      if (answer.holds === 'unchanged') return says.unchanged(writer.formula(answer.to))
      const line = says.answer(writer.formula(`${answer.from} = ${answer.to}`))
      return answer.holds === 'where-defined' ? `${line} ${says.whereDefined}` : line
    }
    case 'value': {
      if (answer.value === null) return says.noValue
      const line = says.answer(writer.formula(answer.value))
      return answer.exact ? line : `${line} ${says.rounded}`
    }
    case 'table': {
      const rows = answer.rows.map(({ x, y }) =>
        says.row(answer.name, writer.plain(x), y.value === null ? says.none : writer.plain(y.value)),
      )
      const rounded = answer.rows.some(({ y }) => !y.exact) ? [says.rounded] : []
      return [says.table(answer.name, writer.formula(answer.of)), ...rows, ...rounded].join('\n')
    }
    case 'converted': {
      const line = says.answer(
        writer.plain(`${answer.amount} ${answer.from} = ${answer.value} ${answer.unit}`),
      )
      return answer.exact ? line : `${line} ${says.rounded}`
    }
    case 'named-step':
      return namedStepText(answer, writer)
    case 'cannot':
      return says.cannot[answer.why]
  }
}

function solvedText(answer: Extract<Answer, { kind: 'solved' }>, writer: AnswerWriter): string {
  const { says } = writer
  const { unknown, values, every, proven, steps } = answer
  if (every) return says.everyNumber
  const shown = steps.length > 0 ? [writer.steps(steps)] : []
  if (values.length === 0) return [...shown, proven ? says.noSolution : says.noSolutionFound].join('\n')
  const line = values.map((value) => `${unknown} = ${value}`).join(' or ')
  const without = steps.length > 0 ? [] : [says.noSteps]
  const searched = proven ? [] : [says.noneFound]
  return [...shown, says.answer(writer.formula(line)), ...searched, ...without].join('\n')
}

function anglesText(
  { unknown, values, rounded, endless }: Extract<Answer, { kind: 'angles' }>,
  writer: AnswerWriter,
): string {
  const { says } = writer
  const line = writer.formula(
    values.map((value) => `${unknown} ${rounded ? '≈' : '='} ${value}`).join(' or '),
  )
  const answer = says.answer(endless ? `${line}, ${says.forEachWhole}` : line)
  return rounded ? `${answer} ${says.rounded}` : answer
}

function namedStepText(answer: Extract<Answer, { kind: 'named-step' }>, writer: AnswerWriter): string {
  const says = writer.says.namedStep
  const [line, from] = [answer.line + 1, answer.from === null ? null : answer.from + 1]
  if (answer.relation === 'first') return says.first(line)
  if (answer.relation === 'cannot-tell') return says.cannotTell(line)
  if (answer.relation === 'does-not-follow') return says.doesNotFollow(line)
  if (answer.rule) return says.rule(line, from, writer.operation(answer.rule))
  return answer.relation === 'equal' ? says.equal(line, from) : says.sameSolutions(line, from)
}
