import type { Catalogue } from '../en.ts'

export const evidence: Catalogue['evidence'] = {
  decimal: ',',
  about: (number) => `etwa ${number}`,
  undefined: 'nicht definiert',
  is: (value) => `ist ${value}`,
  noValue: 'hat keinen Wert',
  whole: (line) => `Zeile ${line}`,
  side: {
    left: (line) => `die linke Seite von Zeile ${line}`,
    right: (line) => `die rechte Seite von Zeile ${line}`,
  },
  sameSide: (line) => `die von Zeile ${line}`,
  differAt: (at, one, other) => `Für ${at}: ${one}, ${other}.`,
  butAt: (at, one, other) => `Für ${at}: ${one}, aber ${other}.`,
  differ: (one, other) => `${one}, ${other}.`,
  but: (one, other) => `${one}, aber ${other}.`,
  solves: (at, line, other) => `${at} löst Zeile ${line}, aber nicht Zeile ${other}`,
  itsSides: (left, right) => `deren linke Seite ${left}, deren rechte Seite ${right}`,

  howBecame: (before, after) => `Wie wurde aus ${before} dann ${after}?`,
  tryInBoth: (at) => `Setz in beides ${at} ein.`,
  sameAt: (left, right, at) => `Ist ${left} für ${at} dasselbe wie ${right}?`,
  same: (left, right) => `Ist ${left} dasselbe wie ${right}?`,
  keepsAll: (line, at) => `Behält ${line} jede Lösung? Setz ${at} ein.`,
  doesSolve: (at, line) => `Löst ${at} auch ${line}?`,
}
