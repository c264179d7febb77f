import { expect, test } from 'vitest'
import { descriptionsIn, isAboutImage } from './image-question.ts'

test.each([
  'What does this picture show?',
  'What do you see in the second figure?',
  'Explain the diagram',
  'what is the image about',
  'Was zeigt das Bild?',
  'Was ist auf der Abbildung zu sehen?',
  'Beschreibe dieses Foto',
])('%s is about an image', (question) => expect(isAboutImage(question)).toBe(true))

test.each([
  'What is a picture?',
  'Who painted pictures in Delft?',
  'What does the figure of speech mean?',
  'Show me how to multiply out',
  'Bilde die Ableitung',
  '',
])('%s is not', (question) => expect(isAboutImage(question)).toBe(false))

test('descriptions are found in the text of a page', () => {
  expect(descriptionsIn('See [image: a circle] and [image: a square (blue)].')).toEqual([
    'a circle',
    'a square (blue)',
  ])
  for (const letter of ['[', '[image: ', '[image: a', ']', 'this ', 'das '])
    for (const text of [letter.repeat(60_000 / letter.length)])
      expect([descriptionsIn(text).length, isAboutImage(text)]).toEqual([0, false])
})
