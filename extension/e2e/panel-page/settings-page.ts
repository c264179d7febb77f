import { signal } from '@preact/signals'
import { mountSettings } from '../../panel/settings-page.tsx'
import { Database } from '../../store/database.ts'
import { fakeSites } from './fake-sites.ts'

const database = new Database('settings-page')
const on = signal(false)
const root = document.querySelector<HTMLElement>('#settings') ?? document.body

mountSettings(root, {
  database,
  sites: fakeSites(['https://algebra.example/*', 'https://github.com/*']),
  notifications: {
    on,
    set: async (wanted) => {
      on.value = wanted
      return true
    },
  },
  storageUsed: async () => 2_400_000,
  retention: { days: 30, megabytes: 200 },
  erase: async () => {
    for (const table of database.tables) await table.clear()
  },
})
database.tutorings.put({
  id: 't1',
  tab: 1,
  origin: 'https://algebra.example',
  address: 'https://algebra.example/',
  title: 'Linear equations',
  startedAt: 1,
  endedAt: null,
})
