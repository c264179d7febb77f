import { mountHistory } from '../../panel/history-page.tsx'
import { historyMessages } from '../../panel/messages.ts'
import { speakOn } from '../../panel/speak.ts'
import { connectLoop } from '../../ports/connect-loop.ts'
import { Database } from '../../store/database.ts'

const life = new AbortController()
const root = document.querySelector<HTMLElement>('#history')
if (root !== null) {
  const database = new Database()
  await speakOn(database, () => historyMessages.title, life.signal)
  mountHistory(root, { database, loop: connectLoop('settings', life.signal), now: Date.now })
}
