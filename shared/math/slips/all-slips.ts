import { addsDenominators, dividesWithoutInverting, multipliesBothParts } from './adds-denominators.ts'
import { cancelsAcrossSum } from './cancels-across-sum.ts'
import {
  cosineSign,
  exponentKept,
  factorLost,
  innerDerivativeLost,
  productRuleAsProduct,
  quotientRuleAsQuotient,
} from './differentiation.ts'
import { distributesToFirstTerm, minusToFirstTerm } from './distributes-to-first-term.ts'
import {
  dividesOneSideOnly,
  dividesSomeTermsOnly,
  multipliesOneSideOnly,
  multipliesSomeTermsOnly,
  subtractsCoefficient,
} from './divides-one-side-only.ts'
import {
  addsExponentsOfPower,
  addsPowers,
  dividesExponents,
  multipliesBaseByExponent,
  multipliesBases,
  multipliesExponents,
  negativeExponent,
} from './exponents.ts'
import { functionOfMultiple, functionOfSum } from './function-of-sum.ts'
import { logOfProduct, logOfSum, quotientOfLogs } from './logarithms.ts'
import { orderOfOperations } from './order-of-operations.ts'
import { signLostMoving } from './sign-lost-moving.ts'
import type { SlipRule } from './slip-rule.ts'
import { middleTermHalved, powerToOneFactor, rootOfSum, squareOfSum } from './square-of-sum.ts'
import { combinesUnlikeTerms } from './unlike-terms.ts'

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
]
