/** How to get what is missing: a sentence of the backend's, with commands between backticks and addresses to open. */
export function How({ text }: { text: string }) {
  return (
    <p class="quietly" dir="auto" data-how>
      {text.split(/(`[^`]+`|https:\/\/[^\s,;()]*[^\s,;().])/u).map((part, index) => {
        if (part.startsWith('`')) return <code key={index}>{part.slice(1, -1)}</code>
        if (!part.startsWith('https://')) return part
        return (
          <a key={index} href={part} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        )
      })}
    </p>
  )
}
