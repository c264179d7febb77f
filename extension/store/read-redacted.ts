import * as v from 'valibot'
import { type RedactedTrace, redactTrace } from '../turn/redact-trace.ts'
import { TraceRowSchema } from '../turn/trace.ts'
import type { Database } from './database.ts'
import type { Remark } from './rows.ts'

/** What may be shared of the trace of a remark; null when its trace is gone. Rows that do not parse are left out. */
export async function readRedacted(database: Database, remark: Remark): Promise<RedactedTrace | null> {
  const rows = await database.trace.where('tutorings').equals(remark.tutoring).toArray()
  const parsed = rows.flatMap((row) => {
    const result = v.safeParse(TraceRowSchema, row)
    return result.success ? [result.output] : []
  })
  return redactTrace(
    parsed.sort((a, b) => a.run - b.run || a.turn - b.turn),
    remark,
  )
}
