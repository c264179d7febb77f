import type { Page } from '@playwright/test'

interface DomNode {
  nodeName: string
  attributes?: string[]
  children?: DomNode[]
  shadowRoots?: DomNode[]
  contentDocument?: DomNode
}

/** How many marks the page shows: the buttons in the closed shadow of `aside-marks`, which only DevTools sees. */
export async function countMarks(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    return countInLayer(root, false)
  } finally {
    await session.detach()
  }
}

/** When a mark was on the screen, in milliseconds of the page's clock: the content script's own notes. */
export function paintTimes(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    performance.getEntriesByName('aside:mark-painted').map((entry) => entry.startTime),
  )
}

function countInLayer(node: DomNode, inLayer: boolean): number {
  const inside = inLayer || node.nodeName.toLowerCase() === 'aside-marks'
  const isMark = inLayer && isMarked(node)
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? [])]
  if (node.contentDocument) below.push(node.contentDocument)
  return below.reduce((sum, child) => sum + countInLayer(child, inside), isMark ? 1 : 0)
}

/** DevTools lists names and values in turn. */
function isMarked({ attributes = [] }: DomNode): boolean {
  return attributes.some((name, index) => index % 2 === 0 && name === 'data-mark')
}
