import Qty from 'js-quantities'

/** A quantity in another unit; `value` as a decimal with a point, `exact` when it is not rounded. */
export type Converted = { value: string; unit: string; exact: boolean }

/** Words that people say for units, with the sign of the unit. */
const WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'mm millimeters? millimetres? millimetern?',
    'cm centimeters? centimetres? zentimetern?',
    'dm decimeters? decimetres? dezimetern?',
    'm meters? metres? metern?',
    'km kilometers? kilometres? kilometern?',
    'mi miles? meilen?',
    'in inch inches zoll',
    'ft foot feet fuß',
    'yd yards?',
    'mg milligrams? milligramm',
    'g grams? grammes? gramm',
    'kg kilograms? kilogramm kilos?',
    't tons? tonnes? tonnen?',
    'lb pounds? lbs pfund',
    'oz ounces? unzen?',
    'ml milliliters? millilitres? millilitern?',
    'cl centiliters? zentilitern?',
    'l liters? litres? litern? ltr',
    's seconds? secs? sekunden?',
    'min minutes? mins? minuten?',
    'h hours? hrs? stunden? std',
    'd days? tagen?',
    'week weeks? wochen?',
    'tempC °c celsius grad_celsius',
    'tempF °f fahrenheit grad_fahrenheit',
    'tempK kelvin',
    'deg degrees? grad °',
    'rad radians? radiant bogenmaß',
    'km/h kmh kph km/std',
    'm/s mps',
    'J joules?',
    'kJ kilojoules?',
    'cal calories? kalorien?',
    'kWh kilowattstunden? kilowatt-hours?',
    'W watts?',
    'Pa pascals?',
    'bar bars?',
  ].flatMap((line) => {
    const [unit = '', ...words] = line.split(' ')
    return [unit.toLowerCase(), ...words.flatMap(formsOf)].map((word) => [word, unit])
  }),
)

/** "meters?" is meter and meters. */
function formsOf(word: string): string[] {
  return word.endsWith('?') ? [word.slice(0, -2), word.slice(0, -1)] : [word]
}

/** Units as js-quantities writes them; case tells mW from MW, words have none. */
export function unitOf(text: string): string | null {
  const plain = text
    .trim()
    .replaceAll('²', '^2')
    .replaceAll('³', '^3')
    .replaceAll('·', '*')
    .replace(/\bper\b|\bpro\b/g, '/')
    .replace(/^(?:square|quadrat) ?(\S+)$/i, '$1^2')
    .replace(/^(?:cubic|kubik) ?(\S+)$/i, '$1^3')
  if (plain.length > 30) return null
  const parts = plain.split(/\s*([/*])\s*/)
  const unit = parts
    .map((part, i) => {
      if (i % 2 === 1) return part
      const [, name = '', power = ''] = /^(.+?)(\^?[23])?$/.exec(part.trim().replaceAll(' ', '_')) ?? []
      return `${WORDS[name.toLowerCase()] ?? name}${power.replace('^', '')}`
    })
    .join('')
  try {
    return new Qty(`1 ${unit}`).units() === '' ? null : unit
  } catch {
    return null
  }
}

/** Digits that are given of a value that is not exact. */
const DIGITS = 6

/** A number in one unit, in another; null where the two measure different things, or are none. */
export function convert(amount: string, from: string, to: string): Converted | null {
  const [source, target] = [unitOf(from), unitOf(to)]
  if (source === null || target === null || !/^-?\d{1,12}(?:\.\d{1,9})?$/.test(amount)) return null
  try {
    const quantity = new Qty(Number(amount), source)
    if (!quantity.isCompatible(target)) return null
    const value = quantity.to(target).scalar
    const back = new Qty(value, target).to(source).scalar
    // The way back must lead to where it began.
    if (!(Math.abs(back - Number(amount)) <= 1e-9 * Math.max(1, Math.abs(back)))) return null
    const text = String(Number(value.toPrecision(12)))
    const exact = text.replace(/^-?0?\.?0*/, '').length <= 8 && !text.includes('e')
    const shown = exact ? text : String(Number(value.toPrecision(DIGITS)))
    return shown.includes('e') ? null : { value: shown, unit: nameOf(target), exact }
  } catch {
    return null
  }
}

const nameOf = (unit: string): string =>
  ({ tempC: '°C', tempF: '°F', tempK: 'K', deg: '°' })[unit] ??
  unit.replaceAll('2', '²').replaceAll('3', '³').replaceAll('*', '·')
