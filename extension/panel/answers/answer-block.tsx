import { Component, type ComponentChildren } from 'preact'
import type { AnswerSource } from '../../store/rows.ts'
import { answerMessages as texts } from '../messages.ts'
import { CodeBlock } from './code-block.tsx'
import { Inlines } from './inlines.tsx'
import type { Block } from './read-markdown.ts'
import { Scrolling } from './scrolling.tsx'
import { SourceCard, type Sources } from './source-card.tsx'
import { type Struck, struckIn } from './strike.ts'

interface Props {
  /** Unique on the page. */
  id: string
  block: Block
  sources: Sources
  struck: readonly Struck[]
  children?: ComponentChildren
}

/** One block of an answer, with the source that was pressed in it; drawn again only when it has changed. */
export class AnswerBlock extends Component<Props, { open: number | null }> {
  override state = { open: null }

  override shouldComponentUpdate(next: Props, state: { open: number | null }) {
    const { block, sources, struck, children } = this.props
    return (
      next.block !== block ||
      next.sources !== sources ||
      next.struck !== struck ||
      next.children !== children ||
      state.open !== this.state.open
    )
  }

  readonly #press = ({ source: { n } }: AnswerSource) => {
    this.setState({ open: this.state.open === n ? null : n })
  }

  override render({ id, block, sources, struck, children }: Props, { open }: { open: number | null }) {
    const shown = sources.all.find(({ source }) => source.n === open)
    const cite = { sources, open, controls: `${id}-source`, press: this.#press }
    return (
      <>
        <Drawn block={block} cite={cite} struck={struck} />
        {children}
        {struckIn(block, struck).map(({ text, why }) => (
          <p key={text} class="struck-why" dir="auto">
            <strong>{texts.notRight}</strong> {why}
          </p>
        ))}
        {shown !== undefined && <SourceCard id={`${id}-source`} it={shown} show={sources.show} />}
      </>
    )
  }
}

/** What citations in a block need. */
export interface Cite {
  sources: Sources
  /** The source whose card is in view. */
  open: number | null
  controls: string
  press(it: AnswerSource): void
}

interface DrawnProps {
  block: Block
  cite: Cite
  struck: readonly Struck[]
}

function Drawn({ block, cite, struck }: DrawnProps) {
  const words = (inside: Parameters<typeof Inlines>[0]['inside']) => (
    <Inlines inside={inside} cite={cite} struck={struck} />
  )
  const blocks = (all: readonly Block[]) =>
    all.map((each, index) => <Drawn key={index} block={each} cite={cite} struck={struck} />)
  switch (block.kind) {
    case 'paragraph':
      return <p dir="auto">{words(block.inside)}</p>
    case 'heading':
      return (
        <h2 dir="auto" data-depth={block.depth}>
          {words(block.inside)}
        </h2>
      )
    case 'code':
      return <CodeBlock text={block.text} language={block.language} />
    case 'quote':
      return <blockquote>{blocks(block.blocks)}</blockquote>
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}>{blocks(item)}</li>)
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>
    }
    case 'table':
      return (
        <Scrolling class="answer-table" label={texts.table}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell, index) => (
                  <th key={index} scope="col" dir="auto">
                    {words(cell)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, index) => (
                    <td key={index} dir="auto">
                      {words(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      )
    case 'rule':
      return <hr />
  }
}
