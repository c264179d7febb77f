import * as v from 'valibot'

/** A list of at most so many items, counted before any is looked at: a sender may be hostile, and the list long. */
export const listOf = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(item))
