import { expect, it } from 'vitest'
import { calibrationError } from './calibration-error.ts'

const often = (chance: number, hits: number, of: number) =>
  Array.from({ length: of }, (_, index) => ({ chance, is: index < hits }))

it('is 0 where what is believed to this share is so as often', () => {
  expect(calibrationError([...often(0.25, 1, 4), ...often(0.75, 3, 4)])).toBe(0)
})

it('is the distance of believing from being, weighted by how often it is believed', () => {
  expect(calibrationError([...often(0.95, 5, 10), ...often(0.25, 5, 20)])).toBeCloseTo(0.15)
  expect(calibrationError(often(1, 0, 3))).toBe(1)
  expect(calibrationError([])).toBe(0)
})
