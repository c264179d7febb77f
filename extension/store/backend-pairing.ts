import * as v from 'valibot'
import { type Pairing, PairingSchema } from '../reasoner/backend-session.ts'
import type { Database } from './database.ts'

const KEY = 'pairing'

/** The backend that this browser is paired with; null: none. */
export async function readPairing(database: Database): Promise<Pairing | null> {
  const parsed = v.safeParse(PairingSchema, (await database.settings.get(KEY))?.value)
  return parsed.success ? parsed.output : null
}

/** @param pairing null: unpaired, the token is forgotten */
export async function writePairing(database: Database, pairing: Pairing | null): Promise<void> {
  if (pairing === null) await database.settings.delete(KEY)
  else await database.settings.put({ key: KEY, value: pairing })
}
