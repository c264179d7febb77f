import { messages } from './messages.ts'

/** The tab in front has no tutoring: how to start one, and what for. */
export function EmptyState({ keys }: { keys: string | null }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where there is little room, with the keyboard too
    <section class="empty" aria-labelledby="empty-title" tabIndex={0} data-empty>
      <h2 id="empty-title">{messages.emptyTitle}</h2>
      <p>
        {messages.emptyStart}
        {keys !== null && (
          <>
            {' '}
            {messages.emptyOr} <kbd class="keys">{keys}</kbd>
          </>
        )}
        .
      </p>
      <h3>{messages.emptyThings}</h3>
      <ul>
        {messages.things.map(({ what, how }) => (
          <li key={what}>
            <p>{what}</p>
            <p class="how">{how}</p>
          </li>
        ))}
      </ul>
      <p class="limits">{messages.emptyLimits}</p>
    </section>
  )
}
