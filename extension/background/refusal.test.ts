import { expect, test } from 'vitest'
import { refusalAfterButton, refusalOf } from './refusal.ts'

const NO_CONTENTS =
  'Cannot access contents of the page. Extension manifest must request permission to access the respective host.'

test.each([
  ['Cannot access a chrome:// URL', 'closed'],
  ['Cannot access a chrome-extension:// URL of different extension', 'closed'],
  ['The extensions gallery cannot be scripted.', 'closed'],
  ['Frame with ID 0 is showing error page', 'error'],
  ['Cannot access contents of url "file:///home/work.html".', 'file'],
  ['Cannot access contents of url "https://other.example/".', 'site'],
  [NO_CONTENTS, 'site'],
  ['Frame with ID 0 was removed.', null],
])('%s', (words, why) => {
  expect(refusalOf(new Error(words))).toBe(why)
})

test('what is refused after the button is a closed page, or a file where files are not read', () => {
  expect(refusalAfterButton(new Error(NO_CONTENTS), true)).toBe('closed')
  expect(refusalAfterButton(new Error(NO_CONTENTS), false)).toBe('file')
  expect(refusalAfterButton(new Error('Frame with ID 0 is showing error page'), true)).toBe('error')
  expect(refusalAfterButton(new Error('Frame with ID 0 was removed.'), true)).toBe('error')
})
