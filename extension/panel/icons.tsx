/** The eye: open, Aside can read the tab in front now; closed, it cannot. */
export function EyeIcon({ open }: { open: boolean }) {
  return (
    <svg class="eye-icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
      {open ? (
        <g class="eye-open">
          <path d="M2 12.2C4.6 7.9 8.1 5.8 12 5.8s7.4 2.1 10 6.4c-2.6 4.1-6.1 6.1-10 6.1S4.6 16.3 2 12.2Z" />
          <circle class="iris" cx="12" cy="12" r="3.4" />
          <circle class="glint" cx="13.3" cy="10.8" r="1" />
        </g>
      ) : (
        <g class="eye-closed">
          <path d="M2.5 11c2.7 3.5 5.9 5.2 9.5 5.2s6.8-1.7 9.5-5.2" />
          <path d="m4.9 14.3-1.6 2M9 16.6l-.7 2.4M15 16.6l.7 2.4M19.1 14.3l1.6 2" />
        </g>
      )}
    </svg>
  )
}

const PATHS = {
  history: 'M4.6 12a7.4 7.4 0 1 0 2.3-5.3L4.6 9m0-4.2V9h4.2M12 8v4.3l2.8 1.7',
  pause: 'M9 7v10M15 7v10',
  stop: 'M7.4 7.4h9.2v9.2H7.4z',
  settings:
    'M4 8h9m5 0h2M4 16h2m5 0h9M15.5 5.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6ZM8.5 13.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6Z',
  chevron: 'm8 10.5 4 4 4-4',
  send: 'M12 19V5.5m-5.5 5.5L12 5.5l5.5 5.5',
  down: 'M12 5v13m-5-5 5 5 5-5',
  bell: 'M12 4.5v1.3M6.8 16.5V11a5.2 5.2 0 0 1 10.4 0v5.5M5 16.5h14M10.4 19.3h3.2',
} as const

/** A small line drawing beside or instead of a word; never the only name of a control. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg
      class={`icon icon-${name}`}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
