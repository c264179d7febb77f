import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type Command, commandsFor } from './commands.ts'
import { commandMessages as texts } from './messages.ts'

const LIST = 'commands'
const optionId = (name: string) => `command-${name}`

interface Menu {
  /** What a screen reader is told of the field; the focus stays there. */
  attributes: Record<string, string>
  list: ComponentChildren
  /** Whether the key was for the menu. */
  onKeyDown(event: KeyboardEvent): boolean
}

interface Doors {
  edit(text: string): void
  /** Opens the strip of the last minute. */
  look(): void
}

/** While the draft begins with "/": the commands, to be chosen with the arrow keys, or by pressing one. */
export function useCommandMenu(draft: string, { edit, look }: Doors): Menu {
  const [chosen, choose] = useState(0)
  const [closedAt, closeAt] = useState<string | null>(null)
  const found = closedAt === draft ? [] : commandsFor(draft, [...Object.values(texts.all), texts.look])
  const active = found[Math.min(chosen, found.length - 1)]
  const take = ({ name }: Command) => {
    choose(0)
    if (name === texts.look.name) look()
    else edit(`/${name} `)
  }
  const move = (by: number) => choose((Math.min(chosen, found.length - 1) + by + found.length) % found.length)
  return {
    attributes:
      active === undefined
        ? {}
        : {
            'aria-autocomplete': 'list',
            'aria-controls': LIST,
            'aria-activedescendant': optionId(active.name),
          },
    list: (
      <>
        <p class="visually-hidden" role="status">
          {found.length > 0 && draft === '/' && texts.count(found.length)}
        </p>
        {active !== undefined && (
          <div class="commands" role="listbox" id={LIST} aria-label={texts.label}>
            {found.map((command) => (
              <div
                key={command.name}
                id={optionId(command.name)}
                class="command"
                role="option"
                tabIndex={-1}
                aria-selected={command === active}
                onPointerDown={(event) => {
                  // The focus stays in the field.
                  event.preventDefault()
                  take(command)
                }}
              >
                <b>/{command.name}</b> <span>{command.what}</span>
              </div>
            ))}
          </div>
        )}
      </>
    ),
    onKeyDown(event) {
      if (active === undefined || event.isComposing || event.keyCode === 229) return false
      const { key } = event
      if (key === 'ArrowDown') move(1)
      else if (key === 'ArrowUp') move(-1)
      else if (key === 'Escape') closeAt(draft)
      else if (key === 'Enter' || key === 'Tab') {
        // What is typed whole is sent.
        if (event.shiftKey || (key === 'Enter' && draft === `/${active.name}`)) return false
        take(active)
      } else return false
      event.preventDefault()
      return true
    },
  }
}
