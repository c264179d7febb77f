import { language } from './messages.ts'

/** Bytes in the unit a person would use, in the language of the page. */
export function sizeOf(bytes: number): string {
  const small = bytes < 1_000_000
  return new Intl.NumberFormat(language.value, {
    style: 'unit',
    unit: small ? 'kilobyte' : 'megabyte',
    ...(small ? { maximumFractionDigits: 0 } : { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  }).format(small ? Math.ceil(bytes / 1000) : bytes / 1_000_000)
}
