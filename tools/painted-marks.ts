import type { Page } from '@playwright/test'

interface DomNode {
  nodeId: number
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
    return marksIn(root, false).length
  } finally {
    await session.detach()
  }
}

/** Where the marks stand in the window: top and bottom of each in CSS pixels. Read anew where one is painted meanwhile. */
export async function markBoxes(page: Page): Promise<{ top: number; bottom: number }[]> {
  for (let left = 10; ; left--) {
    try {
      return await readBoxes(page)
    } catch (error) {
      if (left === 0 || !/Could not (?:find node|compute box model)/.test(String(error))) throw error
    }
  }
}

async function readBoxes(page: Page): Promise<{ top: number; bottom: number }[]> {
  const session = await page.context().newCDPSession(page)
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    const boxes: { top: number; bottom: number }[] = []
    for (const { nodeId } of marksIn(root, false)) {
      const { model } = await session.send('DOM.getBoxModel', { nodeId })
      const ys = model.border.filter((_, index) => index % 2 === 1)
      boxes.push({ top: Math.min(...ys), bottom: Math.max(...ys) })
    }
    return boxes
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

function marksIn(node: DomNode, inLayer: boolean): DomNode[] {
  const inside = inLayer || node.nodeName.toLowerCase() === 'aside-marks'
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? [])]
  if (node.contentDocument) below.push(node.contentDocument)
  return [...(inLayer && isMarked(node) ? [node] : []), ...below.flatMap((child) => marksIn(child, inside))]
}

/** DevTools lists names and values in turn. */
function isMarked({ attributes = [] }: DomNode): boolean {
  return attributes.some((name, index) => index % 2 === 0 && name === 'data-mark')
}
