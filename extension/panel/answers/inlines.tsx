import { Formula } from '../formula.tsx'
import type { Cite } from './answer-block.tsx'
import type { Inline } from './read-markdown.ts'
import { SourceChip, sourceOf } from './source-card.tsx'
import { type Struck, splitStruck, strikesFormula } from './strike.ts'

interface Props {
  inside: readonly Inline[]
  cite: Cite
  struck: readonly Struck[]
}

/** Stretches of an answer: made of elements one by one, never of markup. */
export function Inlines({ inside, cite, struck }: Props) {
  return (
    <>
      {inside.map((stretch, index) => (
        <Stretch key={index} stretch={stretch} cite={cite} struck={struck} />
      ))}
    </>
  )
}

function Stretch({ stretch, cite, struck }: { stretch: Inline; cite: Cite; struck: readonly Struck[] }) {
  switch (stretch.kind) {
    case 'words':
      return <Words text={stretch.text} struck={struck} />
    case 'formula': {
      const { latex, source, display } = stretch
      const formula = <Formula latex={latex} source={source} display={display} />
      const wrong = struck.some((each) => strikesFormula(latex, each))
      return wrong ? <del class="struck">{formula}</del> : formula
    }
    case 'code':
      return <code>{stretch.text}</code>
    case 'break':
      return <br />
    case 'cite':
      return <Citations ns={stretch.ns} source={stretch.source} cite={cite} />
    case 'link': {
      const { address, host, inside } = stretch
      return (
        <>
          <a href={address} target="_blank" rel="noopener noreferrer">
            <bdi>
              <Inlines inside={inside} cite={cite} struck={struck} />
            </bdi>
          </a>{' '}
          <span class="link-host">({host})</span>
        </>
      )
    }
    case 'strong':
      return (
        <strong>
          <Inlines inside={stretch.inside} cite={cite} struck={struck} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <Inlines inside={stretch.inside} cite={cite} struck={struck} />
        </em>
      )
    case 'del':
      return (
        <s>
          <Inlines inside={stretch.inside} cite={cite} struck={struck} />
        </s>
      )
  }
}

function Words({ text, struck }: { text: string; struck: readonly Struck[] }) {
  if (struck.length === 0) return <>{text}</>
  return (
    <>
      {splitStruck(text, struck).map((part, index) =>
        part.struck === null ? (
          part.text
        ) : (
          <del key={index} class="struck">
            {part.text}
          </del>
        ),
      )}
    </>
  )
}

/** Numbers without a source stay as they were written. */
function Citations({ ns, source, cite }: { ns: readonly number[]; source: string; cite: Cite }) {
  const found = ns.map((n) => sourceOf(cite.sources, n))
  if (found.every((it) => it === undefined)) return <>{source}</>
  return (
    <span class="cites">
      {found.map(
        (it) =>
          it !== undefined && (
            <SourceChip
              key={it.source.n}
              it={it}
              show={cite.sources.show}
              open={cite.open === it.source.n}
              controls={cite.controls}
              press={cite.press}
            />
          ),
      )}
    </span>
  )
}
