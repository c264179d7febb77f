import { type Catalogue, catalogueOf } from '../../catalogue/catalogue.ts'
import type { Language } from '../../catalogue/languages.ts'
import { inNotation, USUAL_NOTATION } from '../../notation.ts'
import { shortNumber } from '../evidence-text.ts'
import { raised } from '../slip-text.ts'
import type {
  AreaPicture,
  CirclePicture,
  FunctionsPicture,
  NumberLinePicture,
  Part,
  Picture,
  Range,
} from './picture.ts'

/** A picture's name, and all that it shows in words. */
export type PictureText = { title: string; description: string }

/** The picture for those who do not see it, and for a text without pictures. */
export function pictureText(picture: Picture, language: Language, notation = USUAL_NOTATION): PictureText {
  const catalogue = catalogueOf(language)
  const says = catalogue.picture
  const number = (value: number) => shortNumber(value, language, notation)
  const { title, description } = textOf(picture, says, number, catalogue.evidence)
  const written = (text: string) =>
    inNotation(raised(text.replace(/√\((\w+)\)/g, '√$1')), notation, catalogue.evidence.decimal)
  return { title: written(title), description: written(description.join(' ')) }
}

type Says = Catalogue['picture']
type Number = (value: number) => string
type Text = { title: string; description: string[] }

function textOf(picture: Picture, says: Says, number: Number, evidence: Catalogue['evidence']): Text {
  switch (picture.kind) {
    case 'functions':
      return functionsText(picture, says, number)
    case 'number-line':
      return numberLineText(picture, says, number)
    case 'area':
      return areaText(picture, says)
    case 'circle':
      return circleText(picture, says, number, evidence)
  }
}

function functionsText(picture: FunctionsPicture, says: Says, number: Number): Text {
  const { variable, view, curves, shows, gap, meets, axis } = picture
  const degrees = axis === 'degrees'
  const name = degrees ? `${variable}°` : variable
  const point = (x: number) => `${variable} = ${number(x)}${degrees ? '°' : ''}`
  const marked =
    gap && shows !== 'asked' && shows !== 'lost'
      ? [says[shows](point(gap.x), number(gap.from), number(gap.to))]
      : meets
        ? [says.lost(point(meets[0]))]
        : []
  const broken = curves.some(({ pieces }) => pieces.length > 1) ? [says.broken] : []
  return {
    title: says.graphOf(curves.map(({ label }) => label).join(says.and)),
    description: [
      ...marked,
      says.over(name, ...endsOf(view.x, number)),
      says.over('y', ...endsOf(view.y, number)),
      ...broken,
    ],
  }
}

/** Nobody needs the ends of an axis more exactly than two digits of its width. */
function endsOf([from, to]: Range, number: Number): [string, string] {
  const step = 10 ** (Math.floor(Math.log10(to - from)) - 1)
  const text = (value: number) => number(Number((Math.round(value / step) * step).toPrecision(6)) || 0)
  return [text(from), text(to)]
}

function numberLineText({ variable, rows, mark }: NumberLinePicture, says: Says, number: Number): Text {
  const sets = rows.map(({ label, parts }) =>
    says.holdsFor(label.join(says.or), setText(parts, variable, says, number)),
  )
  const at = mark && `${variable} = ${number(mark.x)}`
  return {
    title: says.lineFor(variable),
    description: [
      ...sets,
      ...(mark && at ? [`${mark.is === 'lost' ? says.lostAt(at) : says.gainedAt(at)}.`] : []),
      says.ends,
    ],
  }
}

function setText(parts: readonly Part[], variable: string, says: Says, number: Number): string {
  if (parts.length === 0) return says.none(variable)
  return parts
    .map(({ from, to, closed: [low, high] }) => {
      if (from === null && to === null) return says.every(variable)
      if (from === null) return `${variable} ${high ? '≤' : '<'} ${number(to ?? 0)}`
      if (to === null) return `${variable} ${low ? '≥' : '>'} ${number(from)}`
      if (from === to) return `${variable} = ${number(from)}`
      return `${number(from)} ${low ? '≤' : '<'} ${variable} ${high ? '≤' : '<'} ${number(to)}`
    })
    .join(says.or)
}

function areaText({ whole, rows, columns, cells, written }: AreaPicture, says: Says): Text {
  const missing = cells.flatMap((row, i) =>
    row.flatMap((cell, k) => (cell === null ? [says.times(rows[i] ?? '', columns[k] ?? '')] : [])),
  )
  const sum = (terms: readonly string[]) =>
    terms.reduce((text, term) => (term.startsWith('−') ? `${text} − ${term.slice(1)}` : `${text} + ${term}`))
  return {
    title: says.areaOf(whole),
    description: [says.areaSides(sum(rows), sum(columns)), says.areaMissing(written, missing.join(', '))],
  }
}

function circleText(picture: CirclePicture, says: Says, number: Number, { is }: Catalogue['evidence']): Text {
  const value = `${picture.function}(${picture.angleLabel})`
  return {
    title: says.circleFor(value),
    description: [says.circleSays(value, is(number(picture.value)), picture.claimedLabel)],
  }
}
