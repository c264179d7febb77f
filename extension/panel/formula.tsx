import { useLayoutEffect, useRef } from 'preact/hooks'
import temml from 'temml'

/** A formula of strangers may neither link, style, define without end, nor grow past its line. */
const LIMITS = { trust: false, throwOnError: true, maxExpand: 200, maxSize: [10, 10] } as const
const LONGEST = 500

/** LaTeX as MathML, or `source` as plain text where it cannot be parsed. */
export function Formula({ latex, source }: { latex: string; source: string }) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (place.current !== null) renderFormula(latex, source, place.current)
  }, [latex, source])
  return <span class="formula" ref={place} />
}

function renderFormula(latex: string, source: string, place: HTMLElement) {
  try {
    if (latex.length > LONGEST) throw new RangeError('too long a formula')
    temml.render(latex, place, { ...LIMITS, maxSize: [...LIMITS.maxSize], macros: {} })
    place.dataset.parsed = 'yes'
  } catch {
    // Not LaTeX: the person sees what was written.
    place.textContent = source
    place.dataset.parsed = 'no'
  }
}
