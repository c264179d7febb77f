import { catalogueOf } from '../catalogue/catalogue.ts'
import { changePromise } from './changes/change-promise.ts'
import { check } from './check.ts'
import { checkDerivation } from './check-derivation.ts'
import { compute } from './compute.ts'
import { doing } from './doing.ts'
import { explain } from './explain.ts'
import { explainLine } from './explain-line.ts'
import { find } from './find.ts'
import { goOn } from './go-on.ts'
import { howLong } from './how-long.ts'
import { howOften } from './how-often.ts'
import { introduce } from './introduce.ts'
import { likeIt } from './like-it.ts'
import { listPromises } from './list-promises.ts'
import { measure } from './measure.ts'
import { plot } from './plot.ts'
import { practise } from './practise.ts'
import { quiet } from './quiet.ts'
import { remind } from './remind.ts'
import type { Outcome, Skill, SkillContext } from './skill.ts'
import { stop } from './stop.ts'
import { think } from './think.ts'
import { watch } from './watch.ts'

/** A skill as one function: the outcome of a request, or null when it asks for something else. */
interface Offer {
  name: string
  tryOn(text: string, context: SkillContext): Outcome | null
}

function offer<Args>(skill: Skill<Args>): Offer {
  return {
    name: skill.name,
    tryOn(text, context) {
      const args = skill.understand(text, context)
      return args === null ? null : skill.run(args, context)
    },
  }
}

/** The first that understands answers, so the narrow ones come first. */
const OFFERS: readonly Offer[] = [
  offer(practise),
  offer(changePromise),
  offer(stop),
  offer(quiet),
  offer(goOn),
  offer(listPromises),
  offer(likeIt),
  offer(measure),
  offer(howLong),
  offer(howOften),
  offer(doing),
  offer(watch),
  offer(remind),
  offer(find),
  offer(plot),
  offer(compute),
  offer(explainLine),
  offer(checkDerivation),
  offer(check),
  offer(explain),
  offer(introduce),
  offer(think),
]

/** Answers a request with the first skill that understands it; its name, or null when none does. */
export function answer(text: string, context: SkillContext): { skill: string | null; outcome: Outcome } {
  for (const { name, tryOn } of OFFERS) {
    const outcome = tryOn(text, context)
    if (outcome !== null) return { skill: name, outcome }
  }
  return { skill: null, outcome: { say: catalogueOf(context.language).skills.unknown } }
}
