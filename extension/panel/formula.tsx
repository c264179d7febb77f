import { signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type Temml from 'temml'

/** A formula of strangers may neither link, style, define without end, nor grow past its line. */
const LIMITS = { trust: false, throwOnError: true, maxExpand: 200, maxSize: [10, 10] } as const
const LONGEST = { inline: 500, display: 2_000 } as const

/** It is more than half of the panel's code: loaded with the first formula. null: on its way; 'failed': not to be had. */
const temml = signal<typeof Temml | null | 'failed'>(null)
let asked = false

function load(): void {
  if (asked) return
  asked = true
  import('temml').then(
    (loaded) => {
      temml.value = loaded.default
    },
    () => {
      temml.value = 'failed'
    },
  )
}

/** LaTeX as MathML, or `source` as plain text where it cannot be parsed. */
export function Formula({
  latex,
  source,
  display = false,
}: {
  latex: string
  source: string
  /** On lines of its own. */
  display?: boolean
}) {
  const place = useRef<HTMLSpanElement>(null)
  const { value } = temml
  useLayoutEffect(() => {
    if (value === null) load()
    if (place.current !== null) renderFormula(value, { latex, source, display }, place.current)
  }, [value, latex, source, display])
  useLayoutEffect(() => {
    const { current } = place
    if (current === null) return
    const observer = new ResizeObserver(() => letScroll(current))
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return <span class="formula" data-display={display} ref={place} />
}

/** One that is wider than the panel scrolls in its place, with the keyboard too. */
function letScroll(place: HTMLElement): void {
  const wide = place.scrollWidth > place.clientWidth
  if (wide === place.hasAttribute('data-wide')) return
  place.toggleAttribute('data-wide', wide)
  if (wide) place.tabIndex = 0
  else place.removeAttribute('tabindex')
}

function renderFormula(
  maths: typeof Temml | null | 'failed',
  { latex, source, display }: { latex: string; source: string; display: boolean },
  place: HTMLElement,
) {
  try {
    if (latex.length > LONGEST[display ? 'display' : 'inline']) throw new RangeError('too long a formula')
    if (maths === 'failed') throw new Error('no way to draw formulas')
    if (maths === null) {
      // Raw LaTeX is not shown for a moment: its room is kept.
      place.textContent = source
      place.dataset.parsed = 'waits'
      return
    }
    maths.render(latex, place, {
      ...LIMITS,
      displayMode: display,
      maxSize: [...LIMITS.maxSize],
      macros: {},
    })
    place.dataset.parsed = 'yes'
  } catch {
    // Not LaTeX: the person sees what was written.
    place.textContent = source
    place.dataset.parsed = 'no'
  }
}
