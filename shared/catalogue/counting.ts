/** What is counted, in the plural forms that English and German have. */
interface Forms {
  one: string
  other: string
}

/** "1 entry", "2,000 entries": the number as the language writes it, with the form that goes with it. */
export function counting(tag: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(tag)
  const number = new Intl.NumberFormat(tag)
  return (count, { one, other }) => `${number.format(count)} ${rules.select(count) === 'one' ? one : other}`
}
