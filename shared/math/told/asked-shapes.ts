import type { Asked, AskedReader } from './asked-answer.ts'
import { NUMBER, numberOf } from './given-line.ts'

const LENGTH = '(?:mm|cm|dm|m|km|inch(?:es)?|ft|feet|units?|LE)'
const SIZE = new RegExp(`(?<![\\p{L}\\d.,])(${NUMBER})\\s*(${LENGTH})(?![\\p{L}²³^])`, 'gu')
const RECTANGLE = /\b(?:rectang\p{L}*|rechteck\p{L}*)(?!\p{L})/iu
const SQUARE = /\b(?:square|quadrat\p{L}*)(?! (?:root|metre|meter|cm|m)\b)(?!\p{L})/iu
const RIGHT = /\b(?:right(?:-angled)? triangle|rechtwinklig\p{L}* dreieck)(?!\p{L})/iu
const TRIANGLE = /\b(?:triangle|dreieck\p{L}*)(?!\p{L})/iu
const BOX = /\b(?:cuboid|box|quader)(?!\p{L})/iu
const CUBE = /\b(?:cube|würfel)(?!\p{L})/iu
const OTHER_SHAPE =
  /\b(?:circle|kreis\p{L}*|trapez\p{L}*|parallelogram\p{L}*|rhomb\p{L}*|raute|semi\p{L}*|halb\p{L}*|pyramid\p{L}*|without|ohne|path|weg|frame|rahmen|ratio|verhältnis|each|jede\p{L}*|cut|double|twice|increase\p{L}*|scale|maßstab|longer|länger|wider|breiter|times|mal|so lang|diagonal\p{L}*|isosceles|gleichschenklig\p{L}*)(?!\p{L})/iu
const PERIMETER = /\b(?:perimeter|umfang|circumference|fence|zaun)(?!\p{L})/iu
const AREA = /\b(?:area|flächeninhalt|fläche)(?!\p{L})/iu
const VOLUME = /\b(?:volume|volumen|rauminhalt)(?!\p{L})/iu
const UNTIL = /\b(?:surface|oberfläche|side of|seite des|height|höhe)(?!\p{L})/iu

/** The perimeter and the area of a rectangle, a square or a triangle whose sides were told. */
const shape =
  (
    kind: RegExp,
    asks: RegExp,
    of: (sizes: readonly number[]) => Omit<Asked, 'nouns' | 'unfinished' | 'about'> | null,
  ): AskedReader =>
  (story, words) => {
    const sizes = [...story.matchAll(SIZE)].map(([, written = '']) => numberOf(written))
    const units = new Set([...story.matchAll(SIZE)].map(([, , unit]) => unit))
    if (!kind.test(words) || OTHER_SHAPE.test(words) || UNTIL.test(story) || units.size !== 1) return null
    if (
      (story.match(/\d+(?:[.,]\d+)?/g)?.length ?? 0) !== sizes.length ||
      AREA.test(story.replace(asks, ' ')) ||
      PERIMETER.test(story.replace(asks, ' '))
    )
      return null
    const asked = of(sizes)
    return asked && { ...asked, unfinished: [], nouns: asks, about: asks }
  }

const SHAPES: readonly AskedReader[] = [
  shape(RECTANGLE, PERIMETER, ([a, b, more]) =>
    a === undefined || b === undefined || more !== undefined
      ? null
      : {
          name: `2 · (${a} + ${b})`,
          value: 2 * (a + b),
          mistakes: [a * b, a + b, 2 * a + b, a + 2 * b, 4 * a, 2 * a * b],
        },
  ),
  shape(RECTANGLE, AREA, ([a, b, more]) =>
    a === undefined || b === undefined || more !== undefined
      ? null
      : { name: `${a} · ${b}`, value: a * b, mistakes: [2 * (a + b), a + b, (a * b) / 2, 2 * a * b] },
  ),
  shape(SQUARE, PERIMETER, ([a, more]) =>
    a === undefined || more !== undefined
      ? null
      : { name: `4 · ${a}`, value: 4 * a, mistakes: [a * a, 2 * a] },
  ),
  shape(SQUARE, AREA, ([a, more]) =>
    a === undefined || more !== undefined ? null : { name: `${a}^2`, value: a * a, mistakes: [4 * a, 2 * a] },
  ),
  shape(TRIANGLE, AREA, ([a, b, more]) =>
    a === undefined || b === undefined || more !== undefined
      ? null
      : { name: `${a} · ${b} / 2`, value: (a * b) / 2, mistakes: [a * b, a + b] },
  ),
  shape(BOX, VOLUME, ([a, b, c, more]) =>
    a === undefined || b === undefined || c === undefined || more !== undefined
      ? null
      : {
          name: `${a} · ${b} · ${c}`,
          value: a * b * c,
          mistakes: [a + b + c, 2 * (a * b + b * c + a * c), (a * b * c) / 3],
        },
  ),
  shape(CUBE, VOLUME, ([a, more]) =>
    a === undefined || more !== undefined
      ? null
      : { name: `${a}^3`, value: a ** 3, mistakes: [a * a, 3 * a, 6 * a * a] },
  ),
]

/** The hypotenuse by Pythagoras: the sides are squared before they are added. */
const hypotenuse: AskedReader = (story, words) => {
  const legs = /\b(?:legs|catheti|katheten)\b[^.\d]*(\d+(?:[.,]\d+)?)[^.\d]*(\d+(?:[.,]\d+)?)/iu.exec(story)
  if (!legs || !RIGHT.test(words) || !/hypoten/iu.test(words)) return null
  const [a, b] = [numberOf(legs[1] ?? ''), numberOf(legs[2] ?? '')]
  return {
    name: `√(${a}² + ${b}²)`,
    value: Math.hypot(a, b),
    mistakes: [a + b, Math.sqrt(a + b)],
    unfinished: [a * a + b * b],
    nouns: /hypoten/iu,
    about: /hypoten|^c\s*=/iu,
  }
}

/** Every figure whose size is read from words. */
export const FIGURES: readonly AskedReader[] = [...SHAPES, hypotenuse]
