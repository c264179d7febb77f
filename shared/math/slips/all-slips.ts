import { addsDenominators, dividesWithoutInverting, multipliesBothParts } from './adds-denominators.ts'
import { addsPercentages } from './adds-percentages.ts'
import { cancelsAcrossSum } from './cancels-across-sum.ts'
import { derivativeKeepsConstant } from './derivative-keeps-constant.ts'
import {
  cosineSign,
  exponentKept,
  factorLost,
  innerDerivativeLost,
  productRuleAsProduct,
  quotientRuleAsQuotient,
} from './differentiation.ts'
import { distributesToFirstTerm, minusToFirstTerm } from './distributes-to-first-term.ts'
import { dividesByEachTerm } from './divides-by-each-term.ts'
import {
  dividesOneSideOnly,
  dividesSomeTermsOnly,
  multipliesOneSideOnly,
  multipliesSomeTermsOnly,
  subtractsCoefficient,
} from './divides-one-side-only.ts'
import { doubleNegative } from './double-negative.ts'
import {
  addsExponentsOfPower,
  addsPowers,
  dividesExponents,
  multipliesBaseByExponent,
  multipliesBases,
  multipliesExponents,
  negativeExponent,
} from './exponents.ts'
import { fractionalExponent } from './fractional-exponent.ts'
import { functionOfMultiple, functionOfSum } from './function-of-sum.ts'
import { differentiatesInstead, integralDividesByOldExponent, integralDivisorLost } from './integration.ts'
import { logOfProduct, logOfSum, quotientOfLogs } from './logarithms.ts'
import { orderOfOperations } from './order-of-operations.ts'
import { percentAsWhole } from './percent-as-whole.ts'
import { powerOfLog } from './power-of-log.ts'
import { powerRuleOnExponential } from './power-rule-on-exponential.ts'
import { productOfNegatives } from './product-of-negatives.ts'
import { quotientRuleFlipped } from './quotient-rule-flipped.ts'
import { rootAsHalf } from './root-as-half.ts'
import { signLostMoving } from './sign-lost-moving.ts'
import type { SlipRule } from './slip-rule.ts'
import { middleTermHalved, powerToOneFactor, rootOfSum, squareOfSum } from './square-of-sum.ts'
import { combinesUnlikeTerms } from './unlike-terms.ts'
import { zeroExponent } from './zero-exponent.ts'

/** Every slip that can be reproduced from the line before. A new one is a file and a line here. */
export const SLIPS: readonly SlipRule[] = [
  distributesToFirstTerm,
  minusToFirstTerm,
  signLostMoving,
  dividesOneSideOnly,
  multipliesOneSideOnly,
  dividesSomeTermsOnly,
  multipliesSomeTermsOnly,
  subtractsCoefficient,
  addsDenominators,
  multipliesBothParts,
  dividesWithoutInverting,
  cancelsAcrossSum,
  squareOfSum,
  middleTermHalved,
  rootOfSum,
  powerToOneFactor,
  orderOfOperations,
  multipliesExponents,
  addsExponentsOfPower,
  addsPowers,
  dividesExponents,
  multipliesBases,
  negativeExponent,
  multipliesBaseByExponent,
  logOfSum,
  logOfProduct,
  quotientOfLogs,
  functionOfSum,
  functionOfMultiple,
  combinesUnlikeTerms,
  productRuleAsProduct,
  quotientRuleAsQuotient,
  innerDerivativeLost,
  exponentKept,
  factorLost,
  cosineSign,
  quotientRuleFlipped,
  derivativeKeepsConstant,
  powerRuleOnExponential,
  integralDividesByOldExponent,
  integralDivisorLost,
  differentiatesInstead,
  zeroExponent,
  fractionalExponent,
  rootAsHalf,
  dividesByEachTerm,
  doubleNegative,
  productOfNegatives,
  percentAsWhole,
  addsPercentages,
  powerOfLog,
]
