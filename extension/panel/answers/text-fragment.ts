/** Words at each end of a longer quote: with all of them one changed comma would lose the place. */
const ENDS = 5
const WHOLE = 120

/**
 * The address that brings a quote into view: `#:~:text=`. What the page itself may have in its fragment stays.
 * An address that cannot be read is given back as it is.
 */
export function withTextFragment(address: string, quote: string): string {
  const words = quote.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0 || !URL.canParse(address)) return address
  const text =
    quote.length <= WHOLE || words.length <= 2 * ENDS
      ? escaped(words.join(' '))
      : `${escaped(words.slice(0, ENDS).join(' '))},${escaped(words.slice(-ENDS).join(' '))}`
  const [before = '', fragment = ''] = new URL(address).href.split('#')
  return `${before}#${fragment.split(':~:')[0]}:~:text=${text}`
}

/** A dash, a comma and an ampersand have a meaning in the directive; half a pair of surrogates cannot be written. */
function escaped(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '')).replaceAll('-', '%2D')
}
