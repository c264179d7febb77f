import { test } from './aside-test.ts'
import { EDITOR_CASES } from './editor-cases.ts'
import { playScenario } from './editor-scenario.ts'

/** The story is played in these two: `story.e2e.ts`. */
const IN_STORY = ['a textarea', 'a contenteditable']

for (const editor of EDITOR_CASES.filter(({ name }) => !IN_STORY.includes(name))) {
  test(`the first wrong step in ${editor.name} is marked where it stands, asked about, and corrected`, async ({
    aside,
  }) => {
    await playScenario(aside, editor)
  })
}
