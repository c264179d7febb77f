import { useMemo } from 'preact/hooks'
import { evidencePicture } from '../../../shared/math/pictures/evidence-picture.ts'
import type { Witness } from '../../../shared/math/pictures/witness.ts'
import { PictureFigure } from './picture-figure.tsx'

/** The evidence as a picture, where one says more than the text. */
export function EvidenceFigure({
  lines,
  witness,
  now,
}: {
  lines: readonly string[]
  witness: Witness
  now(): number
}) {
  const key = JSON.stringify([lines, witness])
  // Rows are read anew, and equal, with every change of the database.
  const picture = useMemo(() => evidencePicture(lines, witness), [key])
  return picture && <PictureFigure picture={picture} now={now} />
}
