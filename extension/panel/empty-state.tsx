import { messages } from './messages.ts'

/** The tab in front has no tutoring: how to start one, and what for. */
export function EmptyState() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where there is little room, with the keyboard too
    <section class="empty" aria-labelledby="empty-title" tabIndex={0} data-empty>
      <h2 id="empty-title">{messages.emptyTitle}</h2>
      <p>
        {messages.emptyStart}{' '}
        <span class="keys">
          {messages.emptyKeys.map((key, index) => (
            <>
              {index > 0 && '+'}
              <kbd>{key}</kbd>
            </>
          ))}
        </span>
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
