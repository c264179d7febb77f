import { paintAndWatch } from '../page/paint-and-watch.ts'
import { startPage as start } from '../page/start-page.ts'

/** The page as a content script has it once what paints marks has been put beside it. */
export const startPage = (options: Omit<Parameters<typeof start>[0], 'painter'>) =>
  start({ painter: async () => paintAndWatch, ...options })
