import { describe, expect, it } from 'vitest'
import { checkWorking } from '../check-working.ts'
import { evidenceText } from '../evidence-text.ts'

/** The first line that does not follow, or null. */
function flagged(...lines: string[]): number | null {
  return checkWorking(lines, { seed: 1 }).find(({ verdict }) => verdict === 'does-not-follow')?.line ?? null
}

function evidence(...lines: string[]): string | null {
  const wrong = checkWorking(lines, { seed: 1 }).find(({ verdict }) => verdict === 'does-not-follow')
  return wrong?.verdict === 'does-not-follow' ? evidenceText(wrong.proof, 'en') : null
}

describe('rounding that was asked for in words', () => {
  it.each([
    [['8,4676 auf zwei Nachkommastellen', '≈ 8,46'], 1],
    [['Auf Zehntel runden: 3,449', '≈ 3,5'], 1],
    [['7 649 auf Hunderter gerundet', '≈ 7 700'], 1],
    [['0.0703 to one significant figure', '≈ 0.1'], 1],
    [['0.03872', '= 0.04 (to 3 significant figures)'], 1],
    [['5 ÷ 3 = 1.6666…', '≈ 1.66 (2 d.p.)'], 1],
    [['19.96 + 0.03 = 19.99', '≈ 19.0 to 1 d.p.'], 1],
    [['0,0738 · 100 = 7,38', 'auf Zehntel gerundet', '7,3'], 2],
    [['x = √34', 'x ≈ 5.82 (2 decimal places)'], 1],
    [['Round 4.25 to the nearest whole number', '5'], 1],
    [['\\text{Round } 2.718 \\text{ to 1 decimal place}', '\\approx 2.8'], 1],
    [['48 723 to the nearest thousand ≈ 49 000', 'to the nearest hundred ≈ 48 800'], 1],
    [['√7 = 2.6457513', 'to 1 d.p.: 2.6', 'to 2 d.p.: 2.66'], 2],
    [['2.348 to 1 decimal place', '2.348 ≈ 2.35', '≈ 2.4'], 2],
    [['2.348 to 1 decimal place', '2.348 ≈ 2.4', '≈ 2'], 1],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(...lines)).toBe(wrong))

  it.each([
    [['8,4676 auf zwei Nachkommastellen', '≈ 8,47']],
    [['2.345 to 2 decimal places', '≈ 2.35']],
    [['2.345 to 2 decimal places', '≈ 2.34']],
    [['12.345 to the nearest hundred', '≈ 12 300']],
    [['12,345 to the nearest hundred', '12,300']],
    [
      [
        '8,4676 aufrunden auf zwei Nachkommastellen',
        '≈ 8,47',
        '8,4676 abrunden auf eine Nachkommastelle',
        '8,4',
      ],
    ],
    [['√1.9 to one decimal place', '≈ 1.4']],
    [['Square root of 1.9 to one decimal place', '≈ 1.4']],
    [['x² = 2.2, answer to 2 d.p.', 'x ≈ 1.48']],
    [['Sides 3.2 and 4.5, hypotenuse to 1 dp', '5.5']],
    [['3.7 · 2 = 7.4', 'to the nearest whole number', '7']],
    [['6,4 Säcke, auf ganze aufgerundet', '7']],
    [['0.0497 to 2 significant figures', '= 0.050']],
    [['x = √34 = 5.8309', 'x ≈ 5.831 (4 s.f.)']],
    [['Runde 3,449 auf Zehntel', 'erst auf Hundertstel: 3,45', '≈ 3,4']],
    [['5.6 ≈ 7 to 1 d.p.?']],
    [['3.14159 to 2 d.p.', '3.14', 'to 3 d.p.', '3.142']],
    [['Round 45678 to 2 significant figures', '46000', 'to 3 s.f.', '45700']],
    [
      [
        '48 723 to the nearest thousand ≈ 49 000',
        'to the nearest hundred ≈ 48 700',
        'to the nearest ten ≈ 48 720',
      ],
    ],
    [['√7 = 2.6457513', 'to 1 d.p.: 2.6', 'to 2 d.p.: 2.65']],
    [['2.348 to 1 decimal place', '2.348 ≈ 2.35', '≈ 2.3']],
  ])('%j is right', (lines) => expect(flagged(...lines)).toBeNull())

  it('shows both numbers', () => {
    expect(evidence('8,4676 auf zwei Nachkommastellen', '≈ 8,46')).toBe(
      'Line 1 is about 8.47, line 2 is about 8.46.',
    )
  })
})

describe('a change of unit that was asked for', () => {
  it.each([
    [['15 m/s in km/h', '15 : 3,6 ≈ 4,17 km/h'], 1],
    [['90 km/h in m/s', '90 · 3.6 = 324 m/s'], 1],
    [['Convert 250 g to kg', '250 / 100 = 2.5 kg'], 1],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(...lines)).toBe(wrong))
  it.each([
    [['15 m/s in km/h', '15 · 3,6 = 54 km/h']],
    [['90 km/h in m/s', '90 / 3.6 = 25 m/s']],
    [['15 m/s in km/h', '1 m/s = 3,6 km/h', '15 · 3,6 = 54 km/h']],
    [['100 km/h in m/s', '≈ 27.8 m/s']],
    [['1.500 g in kg', '= 1,5 kg']],
  ])('%j is right', (lines) => expect(flagged(...lines)).toBeNull())
})

describe('percentages in sentences', () => {
  it.each([
    [['Price rises 10% then 10% again', 'that is 20% altogether', '50 → 60'], 1],
    [['Der Preis wird um 10 % und dann um weitere 20 % gesenkt', 'insgesamt sind das 30 %'], 1],
    [
      [
        'Nach 25 % Rabatt kostet das Rad 300 €',
        'Gesucht: alter Preis',
        '25 % von 300 € = 75 €, alter Preis 375 €',
      ],
      2,
    ],
    [
      [
        'Price after a 20 % rise: 96 €. Before?',
        '20 % of 96 = 19,20',
        '96 − 19,20 = 76,80 was the price before',
      ],
      2,
    ],
    [['population went from 500 down to 400', 'difference 100', '100/400 = 25% drop'], 2],
    [['£1000 for 2 years at 10% compound interest', '1000 × 1.20 = £1200 at the end'], 1],
    [['10 % Rabatt darauf:', '5,10 € − 0,10 € = 5,00 €'], 1],
    [['20 % off', '$80 - $20 = $60'], 1],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(...lines)).toBe(wrong))
  it.each([
    [['Price rises 10% then 10% again', 'that is 21% altogether']],
    [['10% rise, then 10% more', 'that is not 20% altogether']],
    [['10 % and then 20 % of the class are ill', 'that is 30 % altogether']],
    [['Up by 10 percentage points and then by another 10 %', 'in total 20 percentage points']],
    [['Nach 25 % Rabatt kostet das Rad 300 €', '300 : 0,75 = 400 €, alter Preis 400 €']],
    [['Nach 25 % Rabatt kostet das Rad 300 €', 'alter Preis 375 €? Probe: 0,75 · 375 = 281,25, nein']],
    [['population went from 500 down to 400', '100/500 = 20% drop']],
    [['population rises from 400 to 500', '100/400 = 25% increase']],
    [['numbers from 1 to 60', '59/60 ≈ 98 %']],
    [['£1000 for 2 years at 10% compound interest', 'simple interest would be 1000 × 1.20 = 1200']],
    [['£1000 for 2 years at 10% compound interest', '1000 × 1.1^2 = £1210']],
    [['10 % Rabatt darauf:', '5,10 € − 0,51 € = 4,59 €']],
    [['20 % off', '$100 - $20 = $80']],
    [['20 % MwSt. dazu:', '100 € + 20 € = 120 €']],
  ])('%j is right', (lines) => expect(flagged(...lines)).toBeNull())
})

describe('rates in sentences', () => {
  const trip = 'Hin 20 km mit 10 km/h, zurück dieselbe Strecke mit 20 km/h. Durchschnitt?'
  it.each([
    [[trip, '(10 + 20) : 2 = 15, also im Schnitt 15 km/h'], 1],
    [['4 painters need 9 hours for a hall.', 'How long do 6 painters need?', '9 : 4 · 6 = 13.5 hours'], 2],
    [['5 Arbeiter brauchen 12 Tage.', 'Dann brauchen 10 Arbeiter 24 Tage.'], 1],
    [['There are six times as many students (S) as professors (P).', '6S = P'], 1],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(...lines)).toBe(wrong))
  it.each([
    [[trip, '40 : 3 ≈ 13,3, also im Schnitt 13,3 km/h']],
    [['One hour at 10 km/h, then one hour at 20 km/h. Average?', '(10 + 20)/2 = 15 km/h']],
    [['4 painters need 9 hours for a hall.', '6 painters need 9 · 4 : 6 = 6 hours']],
    [['4 cakes need 2 hours', '8 cakes need 4 hours']],
    [['5 machines take 5 hours for 5 parts', '10 machines take 10 hours for 20 parts']],
    [['There are six times as many students (S) as professors (P).', 'S = 6P']],
    [['There are six times as many students (S) as professors (P).', '6P = S']],
  ])('%j is right', (lines) => expect(flagged(...lines)).toBeNull())
})

describe('chances in sentences', () => {
  it.each([
    [['5 red, 3 green, take two, keep them out', 'P(first red) = 5/8', 'P(both red) = 5/8 * 5/8 = 25/64'], 2],
    [
      [
        'A bag has 3 red and 7 blue balls. Two are drawn without replacement.',
        'P(red, red) = 3/10 × 3/10 = 9/100',
      ],
      1,
    ],
    [['Coin and die: P(heads and 6)', '= 1/2 + 1/6', '= 2/3'], 1],
    [['Münze dreimal werfen, genau einmal Kopf', 'P(KZZ) = 1/8', 'also P(genau einmal Kopf) = 1/8'], 2],
    [['P(A) = 0.6, P(B) = 0.3, P(A ∩ B) = 0.1', 'P(A ∪ B) = 0.6 + 0.3', 'P(A ∪ B) = 0.9'], 1],
  ])('%j is wrong at %i', (lines, wrong) => expect(flagged(...lines)).toBe(wrong))
  it.each([
    [['5 red, 3 green, take two, keep them out', 'P(both red) = 5/8 * 4/7 = 5/14']],
    [['5 red, 3 green, take two, put back', 'P(both red) = 5/8 * 5/8 = 25/64']],
    [['Coin and die: P(heads and 6)', '= 1/2 · 1/6', '= 1/12']],
    [['Coin and die: P(heads or 6)', '= 1/2 + 1/6 − 1/12', '= 7/12']],
    [['Münze dreimal werfen, genau dreimal Kopf', 'P(genau dreimal Kopf) = 1/8']],
    [['Münze dreimal werfen, genau einmal Kopf', 'P(genau einmal Kopf) = 3 · 1/8 = 3/8']],
    [['Münze zweimal werfen, genau einmal Kopf', 'P(KZ) = 1/4, P(genau einmal Kopf) = 1/2']],
    [['P(A) = 0.6, P(B) = 0.3, P(A ∩ B) = 0.1', 'P(A ∪ B) = 0.6 + 0.3 − 0.1 = 0.8']],
    [['P(A) = 0.5, P(B) = 0.4, P(A ∩ B) = 0.1', 'P(A) + P(B) = 0.9', 'P(A ∪ B) = 0.8']],
    [['P(A) = 0.6, P(B) = 0.3, P(A ∩ B) = 0', 'P(A ∪ B) = 0.9']],
  ])('%j is right', (lines) => expect(flagged(...lines)).toBeNull())
})

describe('graphs in sentences', () => {
  it.each([
    [['P(1, 2), Q(4, 11)', 'm = (4 - 1)/(11 - 2) = 1/3'], 1],
    [['line through (2, 3) and (6, 5)', 'm = (6 - 2)/(5 - 3) = 2'], 1],
    [['A(0|4), B(2|0)', 'm = 2'], 1],
    [['Verschiebe f(x) = x² um 3 nach rechts', 'g(x) = (x + 3)²'], 1],
    [['Shift y = x^2 up by 4', 'f(x) = (x + 4)^2', 'moved down by 2:'], null],
    [['f(x) = x^2', 'shift the graph 2 units to the left', 'g(x) = (x - 2)^2'], 2],
  ])('%j is wrong at %j', (lines, wrong) => expect(flagged(...lines)).toBe(wrong))
  it.each([
    [['P(1, 2), Q(4, 11)', 'm = (11 - 2)/(4 - 1) = 3']],
    [['P(1, 2), Q(4, 11)', 'slope of the perpendicular: m = -1/3']],
    [['P(1, 2), Q(4, 5)', 'm = 3/3 = 1']],
    [['Verschiebe f(x) = x² um 3 nach rechts', 'g(x) = (x − 3)²']],
    [['Verschiebe f(x) = x² um 3 nach rechts und 2 nach oben', 'g(x) = (x − 3)² + 2']],
    [['Verschiebe f(x) = x² um 3 nach links', 'g(x) = (x + 3)²']],
    [['Move f(x) = 2x up by 3', 'g(x) = 2x + 3']],
  ])('%j is right', (lines) => expect(flagged(...lines)).toBeNull())
})

it('names changes by a percentage that are added', () => {
  const [, second] = checkWorking(['Price rises 10% then 10% again', 'that is 20% altogether'], { seed: 1 })
  expect(second).toMatchObject({ slip: { id: 'adds-percentages', question: { about: ['10 %', '10 %'] } } })
})

it('keeps quiet about a line that is still being typed', () => {
  const lines = ['8,4676 auf zwei Nachkommastellen', '≈ 8,4']
  expect(checkWorking(lines, { seed: 1, lastUnfinished: true })[1]).toMatchObject({ why: 'unfinished' })
})
