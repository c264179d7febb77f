import * as v from 'valibot'
import { isGermanGoOn } from './german/german-phrases.ts'
import { plainPhrase } from './plain-request.ts'
import type { Skill } from './skill.ts'

const GO_ON =
  /^(?:go (?:on|ahead)(?: then)?|continue(?: (?:talking|speaking|please|with (?:that|it|what you were saying)))?|carry on|keep (?:going|talking|speaking)|proceed|resume(?: (?:talking|speaking|the remarks|helping))?|unmute(?: yourself)?|(?:you )?(?:can|may|are allowed to|should) (?:talk|speak|comment|help|interrupt|go on|continue)(?: me)?(?: again| now)*|(?:talk|speak)(?: to me)? again|start (?:talking|speaking|helping)(?: again)?|(?:no need to be|stop being|you (?:don't need|don't have) to be) (?:quiet|silent)(?: any ?more)?|(?:quiet|silence)(?: time)? is over|i'm (?:back|listening)|what were you saying|where were we|finish (?:your|that|the) (?:sentence|thought)|say the rest|what else were you (?:going to say|saying)|you were saying)$/

/** Whether somebody wants to hear the rest. */
export const isGoOn = (text: string): boolean => isGermanGoOn(text) || GO_ON.test(plainPhrase(text))

/** Goes on with what was held, and ends quiet. */
export const goOn: Skill<Record<string, never>> = {
  name: 'go-on',
  description:
    'Goes on with the words that were stopped or held, and makes remarks again after a time of quiet.',
  schema: v.strictObject({}),
  examples: ['go on', 'continue', 'you can talk again', 'unmute'],
  understand: (text) => (isGoOn(text) ? {} : null),
  run: () => ({ say: '', voice: 'go-on', quietUntil: null }),
}
