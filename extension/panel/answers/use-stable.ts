import { useRef } from 'preact/hooks'

/** The same object as long as it says the same: each reading of a row makes a new one. */
export function useStable<T>(value: T): T {
  const kept = useRef<{ value: T; written: string } | null>(null)
  const written = JSON.stringify(value)
  if (kept.current?.written !== written) kept.current = { value, written }
  return kept.current.value
}
