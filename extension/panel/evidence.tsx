import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Witness } from '../../shared/math/pictures/witness.ts'
import type { Remark } from '../store/rows.ts'
import { Formula } from './formula.tsx'
import { figures, loadPictures } from './pictures/load-pictures.ts'
import { plainMaths } from './plain-maths.ts'
import { RichText } from './rich-text.tsx'

/** What a person can check: sentences, the lines compared, one below the other, and a picture where one says more. */
export function Evidence({ evidence, now }: { evidence: Remark['evidence']; now(): number }) {
  return (
    <div class="evidence">
      {evidence.text !== '' && (
        <p dir="auto">
          <RichText text={evidence.text} />
        </p>
      )}
      {evidence.lines.length > 0 && (
        <dl class="lines">
          {evidence.lines.map(({ label, text }, index) => (
            <div key={`${index} ${label}`}>
              <dt>{label}</dt>
              <dd>
                <Line text={text} label={label} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {evidence.witness !== undefined && (
        <EvidencePicture
          lines={evidence.lines.map(({ text }) => text)}
          witness={evidence.witness}
          now={now}
        />
      )}
    </div>
  )
}

/** A proof as a picture, where one says more than words. */
export function EvidencePicture({
  lines,
  witness,
  now,
}: {
  lines: readonly string[]
  witness: Witness
  now(): number
}) {
  useEffect(loadPictures, [])
  const drawn = figures.value
  return drawn && <drawn.EvidenceFigure lines={lines} witness={witness} now={now} />
}

/** Nothing in it but words, numbers and the marks between them. */
const PROSE = /^[\p{L}\p{M}\p{N}\s.,:;'’"“”!?%°–-]*$/u

function Written({ text }: { text: string }) {
  return PROSE.test(text) ? <span class="prose">{text}</span> : <code>{text}</code>
}

/** One line as mathematics where it is, as written otherwise. A long one scrolls, with the keyboard too. */
export function Line({ text, label }: { text: string; label: string }) {
  const latex = plainMaths(text)
  const place = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useLayoutEffect(() => {
    const line = place.current
    if (line === null) return
    const resized = new ResizeObserver(() => setScrolls(line.scrollWidth > line.clientWidth))
    resized.observe(line)
    return () => resized.disconnect()
  }, [])
  return (
    <div
      class="line"
      ref={place}
      data-maths={latex !== null}
      {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}
    >
      {latex === null ? <Written text={text} /> : <Formula latex={latex} source={text} />}
    </div>
  )
}
