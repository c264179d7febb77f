import { mountSettings } from '../../panel/settings-page.tsx'
import { connectNotifications, connectSites } from '../../panel/sites.ts'
import { Database } from '../../store/database.ts'

const life = new AbortController()
const root = document.querySelector<HTMLElement>('#settings')
if (root !== null) {
  const database = new Database()
  mountSettings(root, {
    database,
    sites: connectSites(life.signal),
    notifications: connectNotifications(life.signal),
    storageUsed: async () => (await navigator.storage.estimate()).usage ?? null,
    erase: () => Promise.all(database.tables.map((table) => table.clear())).then(() => undefined),
  })
}
