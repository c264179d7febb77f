import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { atMost, type Benchmark, type Figure, sum } from './benchmark.ts'

const BUDGET_KB = 60

/** Gzipped sizes of what each part of the extension loads, in kB of 1000 bytes. */
export const size: Benchmark = {
  name: 'size',
  withinSeconds: 60,
  async run({ aside }) {
    const content = gzipped(aside, ['content-script.js'])
    const later = gzipped(aside, ['content-script.js', 'mark-painter.js', 'main-world.js'])
    return [
      {
        ...figure('content script', content),
        budget: atMost(BUDGET_KB, 'kB', sum(content)),
        beside: `with what it has put beside it when it is needed ${sum(later).toFixed(1)} kB`,
      },
      figure('offscreen document and its worker', gzipped(aside, loadedBy(aside, 'offscreen.html'))),
      {
        ...figure('side panel', gzipped(aside, loadedBy(aside, 'sidepanel.html'))),
        beside: `with what it loads when it is needed ${sum(gzipped(aside, loadedBy(aside, 'sidepanel.html', true))).toFixed(1)} kB`,
      },
      figure('service worker', gzipped(aside, ['background.js'])),
    ]
  },
}

function figure(what: string, kilobytes: readonly number[]): Figure {
  return { what, value: `${sum(kilobytes).toFixed(1)} kB gzipped`, n: kilobytes.length }
}

/**
 * A page with all scripts and styles that it names, and those that they name: built names are unique.
 * @param later whether those count that are imported only when they are needed
 */
function loadedBy(folder: string, page: string, later = false): string[] {
  const candidates = ['chunks', 'assets'].flatMap((within) =>
    readdirSync(join(folder, within)).map((name) => `${within}/${name}`),
  )
  const loaded = new Set([page])
  // A set goes on with what is added to it meanwhile.
  for (const file of loaded) {
    const whole = readFileSync(join(folder, file), 'utf8')
    const text = later ? whole : whole.replaceAll(/\bimport\(\s*["'`][^"'`]*["'`]\s*\)/g, '')
    for (const other of candidates) if (text.includes(basename(other))) loaded.add(other)
  }
  return [...loaded]
}

function gzipped(folder: string, files: readonly string[]): number[] {
  return files.map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000)
}
