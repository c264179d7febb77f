import { type Cast, utter, wordsFor } from './cast.ts'
import { playElsewhere } from './elsewhere-scenes.ts'
import { INTERRUPTION_LINES } from './interruption-lines.ts'
import { PICTURES, SPOKEN_SIGNS, TYPED_SIGNS } from './listening-lines.ts'
import { earlyTime } from './turn-scenes.ts'

/** What an overlap came to: whether the tutor was cut, and the words of the answer to what cut it, if it wants one. */
export type Overlap = { cut: false } | { cut: true; answer: number | null }

/** One overlap over the tutor's words, from the script's time on. Afterwards that is its end. */
export function playOverlap(cast: Cast): Overlap {
  switch (cast.draw.pick(['sign', 'elsewhere', 'interruption'] as const)) {
    case 'sign':
      playSign(cast)
      return { cut: false }
    case 'elsewhere':
      playElsewhere(cast)
      return { cut: false }
    case 'interruption':
      return { cut: true, answer: playInterruption(cast) }
  }
}

/** A sign of listening. */
function playSign(cast: Cast): void {
  const { script, draw, mode } = cast
  const from = script.now
  const isTyped = mode === 'text'
  const how = draw.weighted<'said' | 'left' | 'deleted' | 'picture' | 'click'>([
    [isTyped ? 44 : 92, 'said'],
    [isTyped ? 21 : 0, 'left'],
    [isTyped ? 19 : 0, 'deleted'],
    [isTyped ? 9 : 0, 'picture'],
    [5, 'click'],
  ])
  if (how === 'click') script.put({ e: 'click', what: 'ok' })
  else if (how === 'picture') {
    script.put({ e: 'draft', text: draw.pick(PICTURES) })
    script.pass(draw.between(120, 480))
    script.put({ e: 'send' })
  } else {
    const { uttered } = utter(cast, draw.pick(isTyped ? TYPED_SIGNS : SPOKEN_SIGNS))
    if (how === 'said' && isTyped) {
      script.pass(draw.skewed(200, 0.4, 60, 650))
      script.put({ e: 'send' })
    }
    if (how === 'deleted') {
      script.pass(draw.between(250, 850))
      script.put({ e: 'draft', text: '' })
    }
    return script.tell({ is: 'backchannel', from: uttered.from, to: Math.max(script.now, uttered.from) })
  }
  script.tell({ is: 'backchannel', from, to: script.now })
}

/** Cuts in; returns the words of the answer it wants, or null. */
function playInterruption(cast: Cast): number | null {
  const { script, draw, person, mode } = cast
  const origin = script.now
  if (draw.chance(0.06)) {
    script.put({ e: 'click', what: 'stop' })
    script.pass(draw.between(1000, 3500))
    script.tell({ is: 'interruption', from: origin, to: script.now, evident: origin })
    return null
  }
  const { line, answered } = draw.pick(draw.weighted(INTERRUPTION_LINES))
  const { uttered } = utter(cast, line)
  const { from, evident } = uttered
  if (mode === 'text' && (answered || person.sends || draw.chance(0.4))) {
    script.pass(draw.skewed(240, 0.4, 70, 550))
    script.put({ e: 'send' })
  }
  if (!answered) {
    script.pass(draw.between(1500, 4500))
    script.tell({ is: 'interruption', from, to: Math.max(script.now, evident), evident })
    return null
  }
  const to = Math.max(script.now, from)
  const words = wordsFor(cast, 3500, 8000)
  const early = earlyTime(cast, { ...uttered, from: Math.min(to, evident) })
  script.put({ e: 'reply', words }, draw.chance(0.55) ? Math.min(to, early) : to + draw.between(0, 900))
  script.tell({ is: 'interruption', from, to: Math.max(to, evident), evident })
  script.tell({ is: 'turn', from, to })
  return words
}
