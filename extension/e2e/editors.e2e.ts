import { test } from './aside-test.ts'
import { EDITOR_CASES } from './editor-cases.ts'
import { playScenario } from './editor-scenario.ts'

for (const editor of EDITOR_CASES) {
  test(`the first wrong step in ${editor.name} is marked where it stands, asked about, and corrected`, async ({
    aside,
  }) => {
    await playScenario(aside, editor)
  })
}
