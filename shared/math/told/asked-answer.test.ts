import { describe, expect, it } from 'vitest'
import { checkWorking } from '../check-working.ts'

/** The first line that does not follow, or null. */
function flagged(lines: readonly string[]): number | null {
  return checkWorking(lines, { seed: 1 }).find(({ verdict }) => verdict === 'does-not-follow')?.line ?? null
}

describe('how many there are', () => {
  it.each([
    [['How many ways to choose 4 books out of 9?', '9·8·7·6 = 3024 ways'], 1],
    [['a committee of 3 is chosen from 8 people (no roles)', '8·7·6 = 336 ways'], 1],
    [['3 shirts, 4 trousers, 2 hats: how many outfits?', '3 + 4 + 2 = 9 outfits'], 1],
    [['8 people all shake hands with each other', '8 · 7 = 56 handshakes'], 1],
    [['arrangements of LEVEL', '5!/2! = 60'], 1],
    [['5 people sit around a round table', '5! = 120 seatings'], 1],
    [['how many numbers from 1 to 60 are divisible by 2 or 3', '30 + 20', '= 50 numbers'], 2],
    [['Vier Ziffern, PIN, jede Ziffer darf mehrfach vorkommen', '10·9·8·7 = 5040 PINs'], 1],
    [['Integers from 15 to 40 inclusive', 'last minus first', '40 − 15 = 25 integers'], 2],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(lines)).toBe(wrong))
  it.each([
    [['Choose 3 of 8 people', '8·7·6 = 336 ways in order', '336/6 = 56 ways']],
    [['How many ways to choose 4 books out of 9?', '9·8·7·6 = 3024', '3024/24 = 126 ways']],
    [['From 8 people choose 3', '8·7·6/6 = 56 groups', '56·6 = 336 ways in a row']],
    [['8 players, everyone plays everyone', '8·7 = 56, halved: 28 games']],
    [['Choose a president and a secretary from 8 people', '8·7 = 56 ways']],
    [['Choose a captain first, then 2 of 8 players, order matters', '8·7 = 56 ways']],
    [['12 teams, everyone plays everyone twice', '12 · 11 = 132 matches']],
    [['3 shirts or 4 trousers as a present', '3 + 4 = 7 choices']],
    [['arrangements of LEVEL', '5! = 120', '120/(2!·2!) = 30']],
    [['5 people in a row', '5! = 120 ways']],
    [['Numbers from 1 to 60 divisible by 2 or 3', '30 + 20 = 50', '50 − 10 = 40 numbers']],
  ])('%j is right', (lines) => expect(flagged(lines)).toBeNull())
})

describe('chances of an exercise in words', () => {
  it.each([
    [['three rolls, at least one six', 'P = 3 · 1/6 = 1/2'], 1],
    [['A die is thrown 4 times. P(at least one six)?', '= 1 − (1/6)^4'], 1],
    [['Two dice, sum is 5', '(1,4), (2,3), (3,2), (4,1)', 'P = 4/12 = 1/3'], 2],
    [['Bag: 4 red, 6 green. P(red)?', 'P(red) = 4/6 = 2/3'], 1],
    [['P(ace or heart) from 52 cards', '= 4/52 + 13/52 = 17/52'], 1],
    [['P(rain) = 0.35', 'P(no rain) = 0.75'], 1],
    [['A and B independent, P(A) = 1/6, P(B) = 1/6', 'P(A ∩ B) = 1/6 + 1/6 = 1/3'], 1],
    [['X ~ B(5, 0.2)', 'P(X = 2) = 0.2² · 0.8³ = 0.02048'], 1],
    [['E(X) = 3, E(X²) = 14', 'Var(X) = E(X²) − [E(X)]²', '= 14 − 3', '= 11'], 2],
    [['X: 1, 2, 3 w/ probs 0.5, 0.3, 0.2', 'E(X) = 0.5 + 0.6 + 0.2 = 1.3'], 1],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(lines)).toBe(wrong))
  it.each([
    [['three rolls, at least one six', 'P(none) = (5/6)³ = 125/216', 'P = 91/216']],
    [['Bag: 4 red, 6 green. P(red)?', 'P(red) = 4/10 = 2/5']],
    [['Two dice, sum is 5', 'P = 4/36 = 1/9']],
    [['P(A) = 0.4, P(B) = 0.5, are A and B independent?', 'P(A ∩ B) = 0.3']],
    [['P(A) = 0.4, P(B) = 0.5, A and B independent', 'P(A or B) = 0.4 + 0.5 − 0.2 = 0.7']],
    [['X ~ B(5, 0.2)', 'P(X = 2) = 10 · 0.2² · 0.8³ = 0.2048']],
    [['X: 1, 2, 3 w/ probs 0.5, 0.3, 0.2', 'E(X) = 0.5 + 0.6 + 0.6 = 1.7']],
  ])('%j is right', (lines) => expect(flagged(lines)).toBeNull())
})

describe('vectors and points that were given', () => {
  it.each([
    [['(2, 3) · (4, 5)', '= (8, 15)'], 1],
    [['(1, 2, 0) × (3, 1, 0)', '= (0, 0, 1·1 + 2·3)'], 1],
    [['a=(3,-2), b=(1,5)', 'dot product', 'a.b = 3 + 10 = 13'], 2],
    [['A(0|4), B(6|8)', 'Mittelpunkt:', 'M = (6|12)'], 2],
    [['v = (6, 8)', '|v| = 10', 'unit vector = (6, 8)/14'], 2],
    [['\\vec a=(1;-2;2),\\ \\vec b=(4;0;-3)', '\\cos\\varphi=\\frac{-2}{8}=-\\frac14'], 1],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(lines)).toBe(wrong))
  it.each([
    [['(2, 3) · (4, 5)', '= 8 + 15 = 23']],
    [['(1, 2, 0) × (3, 1, 0)', '= (0, 0, 1·1 − 2·3)', '= (0, 0, −5)']],
    [['a=(3,-2), b=(1,5)', 'a.b = 3 − 10 = −7']],
    [['midpoint of (2, 4) and (6, 0)', '½(2 + 6, 4 + 0) = (4, 2)']],
    [['v = (6, 8)', '|v| = 10', 'unit vector = (6, 8)/10 = (0.6, 0.8)']],
  ])('%j is right', (lines) => expect(flagged(lines)).toBeNull())
})
