/** Fails with a sentence that names the wait, instead of hanging: no step of a browser run waits for ever. */
export async function withDeadline<Value>(
  work: Promise<Value>,
  milliseconds: number,
  what: string,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer after ${milliseconds} ms: ${what}.`)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Asks again until there is an answer. DevTools has no event that spans all its targets, so it is asked. */
export async function untilFound<Value>(
  look: () => Promise<Value | undefined>,
  milliseconds: number,
  what: string,
): Promise<Value> {
  const end = performance.now() + milliseconds
  while (performance.now() < end) {
    const found = await withDeadline(look(), milliseconds, what)
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`Not there after ${milliseconds} ms: ${what}.`)
}
