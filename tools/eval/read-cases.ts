import { readFileSync } from 'node:fs'
import { type GenericSchema, type InferOutput, safeParse } from 'valibot'

/** The cases of a file, and one sentence for each line that was skipped. */
export type Cases<Schema extends GenericSchema> = { cases: InferOutput<Schema>[]; skipped: string[] }

/** Reads a file of JSON Lines; a line that does not parse or match is reported by number, not fatal. */
export function readCases<Schema extends GenericSchema>(path: string, schema: Schema): Cases<Schema> {
  return parseCases(readFileSync(path, 'utf8'), schema)
}

export function parseCases<Schema extends GenericSchema>(text: string, schema: Schema): Cases<Schema> {
  const cases: InferOutput<Schema>[] = []
  const skipped: string[] = []
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.trim() === '') return
      const problem = (why: string) => skipped.push(`line ${index + 1}: ${why}`)
      let value: unknown
      try {
        value = JSON.parse(line)
      } catch {
        problem('not JSON')
        return
      }
      const parsed = safeParse(schema, value)
      if (parsed.success) cases.push(parsed.output)
      else problem(parsed.issues[0].message)
    })
  return { cases, skipped }
}
