/** The known slips by their ids, see `shared/math/slips/`. */
export const slips = {
  /** The right rule, in one sentence. */
  rules: {
    'adds-percentages':
      'Changes by a percentage one after the other are multiplied: each is taken of what is there then.',
    'derivative-keeps-constant': 'The derivative of a constant is 0.',
    'differentiates-instead':
      'Integrating goes the other way round than differentiating: the exponent goes up by one.',
    'divides-by-each-term': 'A numerator over a sum cannot be split; only a sum over a denominator can.',
    'double-negative-lost': 'Subtracting a negative number adds its opposite: a − (−b) = a + b.',
    'fractional-exponent-as-factor': 'An exponent 1/n means the n-th root, not a division by n.',
    'integral-divides-by-old-exponent': '∫ xⁿ dx is xⁿ⁺¹/(n + 1): the new exponent divides.',
    'integral-divisor-lost': '∫ xⁿ dx is xⁿ⁺¹/(n + 1): the new exponent also divides.',
    'percent-as-whole': 'p% means p hundredths.',
    'power-of-log': 'Only an exponent inside the logarithm comes out as a factor: ln(xⁿ) = n·ln x.',
    'power-rule-on-exponential': 'The power rule is for xⁿ; the derivative of aˣ is aˣ·ln a.',
    'product-of-negatives-negative': 'The product of two negative numbers is positive.',
    'quotient-rule-flipped': '(f/g)′ is (f′g − fg′)/g²: the derivative of the numerator comes first.',
    'root-as-half': '√a is the number whose square is a, not half of a.',
    'zero-exponent-as-zero': 'a⁰ is 1 for every a that is not 0.',
    'absolute-value-one-branch': '|a| = b means a = b or a = −b.',
    'adds-denominators': 'Fractions are added over a common denominator; denominators are not added.',
    'adds-exponents-of-power': 'A power of a power multiplies the exponents.',
    'adds-powers': 'Only products of powers add their exponents; sums of powers do not combine.',
    'cancels-across-sum': 'Only a factor of the whole numerator can be cancelled, not one term of a sum.',
    'combines-unlike-terms': 'Only like terms can be added together.',
    'derivative-of-cosine-sign': 'The derivative of cos is −sin, and of sin is cos.',
    'distributes-to-first-term': 'A factor before a bracket multiplies every term inside it.',
    'divides-by-variable': 'Dividing by an expression loses the solutions where it is zero.',
    'divides-exponents': 'Dividing powers of one base subtracts the exponents.',
    'divides-one-side-only': 'What is done to one side of an equation must be done to the other.',
    'divides-some-terms-only': 'Dividing a side by a number divides every term of it.',
    'divides-without-inverting': 'Dividing by a fraction is multiplying by its reciprocal.',
    'extraneous-root':
      'Squaring or multiplying by an expression can bring in solutions, so they are checked in the first equation.',
    'function-of-multiple': 'sin 2x is not 2 sin x: a factor of the angle cannot be pulled out.',
    'function-of-sum':
      'sin(a + b) is not sin a + sin b: the functions of angles have addition formulas of their own.',
    'inequality-not-flipped':
      'Multiplying or dividing an inequality by a negative number turns its sign round.',
    'inner-derivative-lost':
      'The chain rule: the outer derivative is multiplied by the derivative of the inside.',
    'log-of-product-as-product':
      'The logarithm of a product is the sum of the logarithms, of a quotient their difference.',
    'log-of-sum': 'The logarithm of a product is a sum; the logarithm of a sum has no such rule.',
    'middle-term-not-doubled': '(a + b)² is a² + 2ab + b²: the product appears twice.',
    'minus-to-first-term': 'A minus before a bracket changes the sign of every term inside it.',
    'missing-plus-minus': 'x² = a with a > 0 has two solutions, √a and −√a.',
    'multiplies-base-by-exponent': 'An exponent counts equal factors; it does not multiply the base.',
    'multiplies-bases': 'Multiplying powers of one base keeps the base and adds the exponents.',
    'multiplies-both-parts': 'A whole number multiplies only the numerator of a fraction.',
    'multiplies-exponents': 'Multiplying powers of one base adds the exponents.',
    'multiplies-one-side-only': 'What is done to one side of an equation must be done to the other.',
    'multiplies-some-terms-only': 'Multiplying a side by a number multiplies every term of it.',
    'negative-exponent-as-sign': 'A negative exponent means one over the power, not a negative number.',
    'order-of-operations':
      'Powers come before products, products before sums, and equals are worked from the left.',
    'power-rule-exponent-kept':
      'The derivative of xⁿ is n·xⁿ⁻¹: the exponent comes down and goes down by one.',
    'power-rule-factor-lost': 'The derivative of xⁿ is n·xⁿ⁻¹: the exponent comes down as a factor.',
    'power-to-one-factor': 'A power of a product raises every factor.',
    'product-rule-as-product':
      '(fg)′ is f′g + fg′: the derivative of a product is not the product of the derivatives.',
    'quotient-of-logs':
      'A difference of logarithms is the logarithm of a quotient; a quotient of logarithms is not.',
    'quotient-rule-as-quotient': '(f/g)′ is (f′g − fg′)/g²: it is not the quotient of the derivatives.',
    'root-of-sum': 'The root of a sum is not the sum of the roots.',
    'root-sign-flipped': 'x − a is zero at x = a, and x + a at x = −a.',
    'run-on-equals': 'An equals sign says that both sides are worth the same; a new step gets a new line.',
    'sign-lost-moving':
      'What is added on one side must be subtracted on both, so a moved term changes its sign.',
    'square-of-sum': '(a + b)² is a² + 2ab + b²: a power of a sum is not the sum of the powers.',
    'subtracts-coefficient': 'A factor before the unknown is undone by dividing, not by subtracting.',
    'zero-product-misused': 'Only a product that is 0 says what one of its factors is.',
  },
  /** Each is short, points at the rule and never holds the answer. What it is about comes as it is printed. */
  questions: {
    'adds-percentages': (a: string, b: string) =>
      `Of what is the second change taken, after ${a} and before ${b}?`,
    'derivative-keeps-constant': (a: string) => `How fast does ${a} change?`,
    'differentiates-instead': (a: string) => `Which expression has the derivative ${a}?`,
    'divides-by-each-term': (a: string) => `Is ${a} one number to divide by, or several?`,
    'double-negative-lost': (a: string) => `What does subtracting ${a} do?`,
    'fractional-exponent-as-factor': (a: string) => `What does the fraction in the exponent of ${a} mean?`,
    'integral-divides-by-old-exponent': (a: string) => `Differentiate this line: does ${a} come out?`,
    'integral-divisor-lost': (a: string) => `Does ${a} come out when this line is differentiated?`,
    'percent-as-whole': (a: string) => `How much is ${a} as a fraction?`,
    'power-of-log': (a: string) => `Is it ${a} that is raised to the power, or its logarithm?`,
    'power-rule-on-exponential': (a: string, b: string) =>
      `Where does ${b} stand in ${a}: below or in the exponent?`,
    'product-of-negatives-negative': (a: string, b: string) => `Which sign has ${a} times ${b}?`,
    'quotient-rule-flipped': (a: string) => `Which product comes first when ${a} is differentiated?`,
    'root-as-half': (a: string) => `Which number times itself gives ${a}?`,
    'zero-exponent-as-zero': (a: string) =>
      `How do the powers of ${a} go on downwards: third, second, first, …?`,
    'absolute-value-one-branch': () => 'Which numbers have this absolute value: only one?',
    'adds-denominators': (a: string, b: string) =>
      `Do the denominators ${a} and ${b} name parts of the same size?`,
    'adds-exponents-of-power': (a: string) => `How often is ${a} multiplied by itself here?`,
    'adds-powers': (a: string, b: string) => `Are ${a} and ${b} added or multiplied?`,
    'cancels-across-sum': (a: string) => `Is it a factor of the whole of ${a} that was cancelled?`,
    'combines-unlike-terms': (a: string, b: string) => `Are ${a} and ${b} like terms?`,
    'derivative-of-cosine-sign': (a: string) => `Which way does ${a} go just after its start: up or down?`,
    'distributes-to-first-term': (a: string) => `What happens to the ${a} when the bracket opens?`,
    'divides-by-variable': (a: string) =>
      `May both sides be divided by something with ${a} in it, whatever ${a} is?`,
    'divides-exponents': (a: string) => `How many factors ${a} are left after cancelling?`,
    'divides-one-side-only': (a: string) => `One side was divided by ${a}. What was done to the other?`,
    'divides-some-terms-only': (a: string, b: string) => `Was the ${a} divided by ${b} as well?`,
    'divides-without-inverting': (a: string) => `What does dividing by ${a} mean?`,
    'extraneous-root': (a: string) =>
      `Does every ${a} of this line fit into the line before the squaring or multiplying?`,
    'function-of-multiple': (a: string, b: string) =>
      `Does the ${a} in ${b} belong to the angle or to the value?`,
    'function-of-sum': (a: string) => `Which rule opens ${a}?`,
    'inequality-not-flipped': () =>
      'What happens to the sign < or > when both sides are multiplied or divided by a negative number?',
    'inner-derivative-lost': (a: string) => `What is the derivative of the inside, ${a}?`,
    'log-of-product-as-product': (a: string) => `What does the logarithm make of ${a}?`,
    'log-of-sum': (a: string) => `Is ${a} a sum or a product, and for which is there a rule?`,
    'log-of-sum-added': (a: string) => `What does adding logarithms do to the numbers inside ${a}?`,
    'middle-term-not-doubled': (a: string, b: string) =>
      `How often does ${a} meet ${b} when the square is multiplied out?`,
    'minus-to-first-term': (a: string) => `What does the minus before the bracket do to the ${a}?`,
    'missing-plus-minus': () => 'Which numbers have this square: is there only one?',
    'multiplies-base-by-exponent': (a: string, b: string) => `What does the ${a} in ${b} count?`,
    'multiplies-bases': (a: string) => `Which number is multiplied again and again in ${a}?`,
    'multiplies-both-parts': (a: string) => `How many wholes is ${a} as a fraction?`,
    'multiplies-exponents': (a: string) => `How many factors ${a} are there in all?`,
    'multiplies-one-side-only': (a: string) => `One side was multiplied by ${a}. What was done to the other?`,
    'multiplies-some-terms-only': (a: string, b: string) => `Was the ${a} multiplied by ${b} as well?`,
    'negative-exponent-as-sign': (a: string) => `What does the minus in the exponent of ${a} mean?`,
    'order-of-divisions': (a: string) => `In which order are · and : worked out in ${a}?`,
    'order-of-exponent': (a: string) => `What does the exponent of ${a} belong to?`,
    'order-of-minus': (a: string) => `Does the exponent of ${a} belong to the minus as well?`,
    'order-of-operations': (a: string) => `Which is worked out first in ${a}?`,
    'power-rule-exponent-kept': (a: string) => `What happens to the exponent when ${a} is differentiated?`,
    'power-rule-factor-lost': (a: string) => `Where does the exponent go when ${a} is differentiated?`,
    'power-to-one-factor': (a: string) => `Is ${a} inside the power or outside it?`,
    'product-rule-as-product': (a: string, b: string, c: string) =>
      `${a} and ${b} both change with ${c}: which rule differentiates a product?`,
    'quotient-of-logs': (a: string) => `Is ${a} a quotient of logarithms or the logarithm of a quotient?`,
    'quotient-rule-as-quotient': (a: string) => `Which rule differentiates the quotient ${a}?`,
    'root-of-sum': (a: string) => `Is the root taken of ${a} as a whole, or of each term?`,
    'root-of-sum-together': (a: string) => `Can ${a} be put under one root?`,
    'root-sign-flipped': (a: string) => `For which ${a} does each bracket become 0?`,
    'run-on-equals': (a: string) => `Is everything between the equals signs worth the same as ${a}?`,
    'sign-lost-moving': (a: string) => `What happens to the sign of ${a} when it moves to the other side?`,
    'square-of-sum': (a: string) => `What is (${a}) times (${a}), term by term?`,
    'subtracts-coefficient': (a: string, b: string) =>
      `How does ${a} belong to ${b}: is it added or multiplied?`,
    'zero-product-misused': () =>
      'What must a product be, so that one of its factors has to be that number too?',
  },
}
