/** What people write on a page, line by line. */
export const WORKINGS = [
  ['2(x + 4) = 18', '2x + 8 = 18', '2x = 10', 'x = 5'],
  ['5y - 3 = 2y + 9', '3y = 12', 'y = 4'],
  ['a/3 + 2 = 7', 'a/3 = 5', 'a = 15'],
  ['(x + 2)(x - 5)', 'x^2 - 5x + 2x - 10', 'x^2 - 3x - 10'],
  ['t^2 = 49', 't = 7 or t = -7'],
  ['3/4 + 1/6', '9/12 + 2/12', '11/12'],
  ['f(x) = 4x^3 - x', "f'(x) = 12x^2 - 1", '12x^2 = 1'],
  ['area = 6 * 9 / 2', 'area = 27'],
  ['-2x > 8', 'x < -4'],
  ['15% of 80', '0.15 * 80', '12'],
  ['The poem is about a lighthouse.', 'The keeper never speaks.', 'The sea answers for him.'],
  ['In spring the farmers left.', 'Only the miller stayed.', 'He had nowhere to go.'],
  ['def mean(values):', '    total = sum(values)', '    return total / len(values)'],
  ['let count = 0', 'for (const word of words)', '  count += word.length'],
  ['SELECT name, age', 'FROM pupils', 'WHERE age > 11', 'ORDER BY name'],
  ['sin(30) = 1/2', 'cos(60) = 1/2', 'tan(45) = 1'],
  ['log(100) = 2', 'log(1000) = 3'],
  ['Hypothesis: plants grow faster in red light.', 'We used twelve beans.', 'Six stood in the dark.'],
] as const

/** Written on a page while the tutor speaks. */
export const JOTTINGS = [
  'need to ask about this later',
  'x = 12 / 4',
  'salt tax -> strike',
  'page 40 important!!',
  'return items.filter(Boolean)',
  'hypotenuse = longest side',
  'The second reason is that',
  '3 * 7 = 21',
  'buy a new notebook',
  'const seen = new Set()',
] as const
