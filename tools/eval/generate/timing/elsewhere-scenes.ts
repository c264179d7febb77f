import { type Cast, utter } from './cast.ts'
import { NOISES, PASTES, SPOKEN_ELSEWHERE, TYPED_ELSEWHERE } from './elsewhere-lines.ts'
import { clearComposer, LONGEST_GAP_MS } from './type-line.ts'
import { JOTTINGS } from './working-lines.ts'

/** Something that is not meant for the tutor, from the script's time on. */
export function playElsewhere(cast: Cast): void {
  const { draw, mode, script } = cast
  const scene = draw.weighted<(cast: Cast) => void>(
    mode === 'text'
      ? [
          [36, jot],
          [9, undoStorm],
          [29, note],
          [14, paste],
          [12, noise],
        ]
      : [
          [75, talk],
          [25, jot],
        ],
  )
  const from = script.now
  if (scene === talk) return talk(cast)
  scene(cast)
  script.tell({ is: 'elsewhere', from, to: script.now })
}

/** Talks to somebody else. */
function talk(cast: Cast): void {
  const { script, draw } = cast
  const { uttered } = utter(cast, draw.pick(SPOKEN_ELSEWHERE))
  script.tell({ is: 'elsewhere', from: uttered.from, to: Math.max(uttered.to, uttered.from) })
}

/** Writes in the page. */
function jot(cast: Cast): void {
  const { script, draw, person } = cast
  const stood = cast.page
  const text = draw.pick(JOTTINGS)
  const end = draw.between(4, text.length)
  for (let place = 0; place < end; ) {
    const units = Math.min(draw.between(1, 2), end - place)
    if (place > 0) script.pass(draw.skewed(person.gap * units, person.spread, 40, LONGEST_GAP_MS))
    place += units
    cast.page = stood + text.slice(0, place)
    script.put({ e: 'page', what: 'edit', text: cast.page })
  }
}

/** Holds down undo and redo in the page. */
function undoStorm(cast: Cast): void {
  const { script, draw } = cast
  const stood = cast.page
  const other = `${stood}${draw.pick(JOTTINGS).slice(0, 6)}`
  for (let left = draw.between(6, 16); left > 0; left -= 1) {
    script.put({ e: 'page', what: 'edit', text: left % 2 === 0 ? other : stood })
    script.pass(draw.between(70, 170))
  }
  cast.page = stood
  script.put({ e: 'page', what: 'edit', text: stood })
}

/** Writes to somebody else in the wrong place, sees it and takes it out. */
function note(cast: Cast): void {
  const { script, draw } = cast
  const whole = draw.pick(TYPED_ELSEWHERE)
  const { text } = utter(cast, draw.chance(0.5) ? whole : `${whole.split(' ').slice(0, 4).join(' ')} `)
  script.pass(draw.between(250, 900))
  clearComposer(script, draw, text)
}

/** A paste that lands in the wrong window. */
function paste({ script, draw }: Cast): void {
  script.put({ e: 'draft', text: draw.pick(PASTES) })
  script.pass(draw.between(400, 2400))
  script.put({ e: 'draft', text: '' })
}

/** A sleeve, a cat, a small sister. */
function noise({ script, draw }: Cast): void {
  const text = draw.pick(NOISES)
  for (let place = 1; place <= text.length; place += 1) {
    script.put({ e: 'draft', text: text.slice(0, place) })
    script.pass(draw.between(28, 90))
  }
  script.pass(draw.between(150, 700))
  script.put({ e: 'draft', text: '' })
}
