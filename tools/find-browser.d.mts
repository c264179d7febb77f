export type BrowserKind = 'chromium' | 'chrome-for-testing' | 'edge' | 'chrome'

export interface Browser {
  /** The program's file. */
  readonly path: string
  readonly kind: BrowserKind
  /** Four numbers with dots, or "unknown". */
  readonly version: string
  /** False for branded Chrome and Edge from 137 on: they ignore `--load-extension` without a word. */
  readonly loadsExtensions: boolean
}

/** What the search reads from the machine, so that a test can be any machine. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  exists(path: string): boolean
  /** Names in a folder; none where there is no such folder. */
  list(folder: string): readonly string[]
  /** What the program prints for `--version`. */
  ask(program: string): string
}

/** @throws when ASIDE_BROWSER names a file that does not exist */
export function findBrowser(asideFolder: string, machine?: Machine): Browser | undefined
