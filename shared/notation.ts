import * as v from 'valibot'

/** The decimal sign: as the language has it, or as the person's teacher writes it. */
export const DecimalSchema = v.picklist(['language', 'point', 'comma'])
export type Decimal = v.InferOutput<typeof DecimalSchema>

/** The multiplication sign: · or ×. */
export const TimesSchema = v.picklist(['dot', 'cross'])
export type Times = v.InferOutput<typeof TimesSchema>

/** How numbers and products are written by Aside; what the person wrote is quoted as it stands. */
export interface Notation {
  decimal: Decimal
  times: Times
}

export const USUAL_NOTATION: Notation = { decimal: 'language', times: 'dot' }

/** @param usual the sign of the language */
export function decimalSign({ decimal }: Pick<Notation, 'decimal'>, usual: string): string {
  if (decimal === 'comma') return ','
  return decimal === 'point' ? '.' : usual
}

/** Between the coordinates of a point: a comma that is a decimal sign must not part them as well. */
export const coordinateSeparator = (decimal: string): string => (decimal === ',' ? '; ' : ', ')

/** Whether decimals are written with a comma in this language (BCP 47). Where that is not known they are not. */
export function writesComma(language: string): boolean {
  try {
    if (Intl.NumberFormat.supportedLocalesOf(language).length === 0) return false
    const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(0.5)
    return parts.some(({ type, value }) => type === 'decimal' && value === ',')
  } catch {
    return false
  }
}

/**
 * A printed expression, or a sentence of the catalogue about some, whose decimals have a point and products a dot.
 * @param usual the decimal sign of the language
 */
export function inNotation(printed: string, { decimal, times }: Notation, usual: string): string {
  const comma = decimalSign({ decimal }, usual) === ','
  const numbers = comma ? printed.replace(/(\d)\.(?=\d)/g, '$1,') : printed
  return times === 'cross' ? numbers.replace(/ ?· ?/g, ' × ') : numbers
}
