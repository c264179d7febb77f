/** How a description of an image stands in the text of a page: "[image: A triangle]". */
export const IMAGE_MARK = '[image: '
const DESCRIPTIONS = /\[image: ([^\]]{1,500})\]/gu

const IMAGE =
  '(?:pictures?|images?|photos?|photographs?|figures?|diagrams?|drawings?|illustrations?|bild(?:er|ern|es)?|abbildung(?:en)?|fotos?|grafik(?:en)?|zeichnung(?:en)?|diagramme?|skizzen?)'
/** An image that is there ("this picture", "auf dem Bild"), with a number or one more word. */
const THAT = new RegExp(
  `(?<![\\p{L}])(?:this|that|these|those|the|dies(?:e[mnrs]?)?|das|dem|de[nrs]|die)(?: [\\p{L}]{1,20})? ${IMAGE}(?! of speech)(?![\\p{L}])`,
  'iu',
)
/** What is asked of it. */
const SEEN =
  /(?<!\p{L})(?:shows?|shown|see|seen|depicts?|describe[sd]?|in|on|about|mean|explain|zeigt|zeigen|sehen|siehst|sieht|dargestellt|beschreib\w*|bedeutet|erklär\w*|auf|im)(?!\p{L})/iu

/** Whether a question is about an image of the page: "what does this picture show?", "was ist auf dem Bild?". */
export function isAboutImage(question: string): boolean {
  const asked = question.slice(0, 300)
  return THAT.test(asked) && SEEN.test(asked)
}

/** The descriptions of images in a text of a page. */
export function descriptionsIn(text: string): string[] {
  return [...text.matchAll(DESCRIPTIONS)].map(([, description = '']) => description)
}
