import { type ReadonlySignal, useSignal } from '@preact/signals'

/** What became of a change of the settings, as a sentence. */
export interface Said {
  /** In the language of the moment. */
  says(): string
  failed: boolean
}

/** What is said beside what was changed; of two changes only the later one's is. */
export function useSaid() {
  const said = useSignal<Said | null>(null)
  const last = useSignal<Promise<Said> | Said | null>(null)
  const tell = async (deed: Promise<Said> | Said): Promise<void> => {
    last.value = deed
    said.value = null
    const result = await deed
    if (last.peek() === deed) said.value = result
  }
  return { said, tell: (deed: Promise<Said> | Said) => void tell(deed) }
}

export function SaidLine({ said, id }: { said: ReadonlySignal<Said | null>; id?: string }) {
  const now = said.value
  return (
    <p
      role="status"
      class="said-line"
      data-said={now === null ? '' : now.failed ? 'failed' : 'done'}
      {...(id && { id })}
    >
      {now?.says()}
    </p>
  )
}
