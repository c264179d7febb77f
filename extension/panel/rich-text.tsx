import { useMemo } from 'preact/hooks'
import { Formula } from './formula.tsx'
import { splitFormulas } from './split-formulas.ts'

interface Props {
  text: string
  /** How many UTF-16 units of it have been said; all of them when left out. */
  spoken?: number
  /** Whether more is to be said, so that an unfinished formula waits. */
  more?: boolean
}

/** Untrusted text: characters and formulas, never markup. */
export function RichText({ text, spoken = text.length, more = false }: Props) {
  const stretches = useMemo(() => splitFormulas(text, spoken, more), [text, spoken, more])
  return (
    <>
      {stretches.map((stretch, index) =>
        stretch.kind === 'words' ? (
          stretch.text
        ) : (
          <Formula key={`${index}`} latex={stretch.latex} source={stretch.source} />
        ),
      )}
    </>
  )
}
