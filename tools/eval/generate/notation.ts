/** How a generated working is written down. */
export type Notation = {
  name: 'plain' | 'unicode' | 'latex'
  minus: string
  times: string
  frac: (over: string | number, under: string | number) => string
  pow: (base: string, exponent: string | number) => string
  root: (of: string | number) => string
  fn: (name: string, of: string) => string
  or: string
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raised = (text: string): string | null =>
  /^-?\d+$/.test(text)
    ? text.replace(/-/g, '⁻').replace(/\d/g, (digit) => RAISED.charAt(Number(digit)))
    : null
const atom = (text: string): string => (/^(\w+|\(.*\))$/.test(text) ? text : `(${text})`)

const plain: Notation = {
  name: 'plain',
  minus: '-',
  times: '*',
  frac: (over, under) => `${atom(String(over))}/${atom(String(under))}`,
  pow: (base, exponent) => `${base}^${atom(String(exponent))}`,
  root: (of) => `sqrt(${of})`,
  fn: (name, of) => `${name}(${of})`,
  or: ' or ',
}
const unicode: Notation = {
  ...plain,
  name: 'unicode',
  minus: '−',
  times: '·',
  pow: (base, exponent) => `${base}${raised(String(exponent)) ?? `^(${exponent})`}`,
  root: (of) => `√${/^\w+$/.test(String(of)) ? of : `(${of})`}`,
}
const latex: Notation = {
  name: 'latex',
  minus: '-',
  times: '\\cdot ',
  frac: (over, under) => `\\frac{${over}}{${under}}`,
  pow: (base, exponent) => `${base}^{${exponent}}`,
  root: (of) => `\\sqrt{${of}}`,
  fn: (name, of) => `\\${name}\\left(${of}\\right)`,
  or: '\\text{ or }',
}
export const NOTATIONS: readonly Notation[] = [plain, unicode, latex]
