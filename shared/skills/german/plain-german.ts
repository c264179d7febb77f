import { REQUEST_LENGTH } from '../plain-request.ts'

const BEFORE =
  /^(?:(?:hey|hi|hallo|ok|okay|so|also|gut|ja|nein|ach|aside|bitte|mal|dann|jetzt|und|aber|danke|ähm|äh)(?=[\s,.!:])|(?:kannst|könntest|würdest|kannste|magst|willst) (?:du|u)(?: (?:bitte|mal|mir bitte|eben|kurz|vielleicht))*(?= )|ich (?:möchte|will|hätte gern|würde gern)(?:,)? dass du|es wäre (?:nett|schön|gut|super),? wenn du|sei so (?:nett|gut|lieb) und)[\s,.!:;-]*/i
const AFTER =
  /(?:[\s,.!?;…]|(?<= )(?:bitte|danke|ok|okay|aside|mal bitte|vielen dank|wenn du kannst|wenn möglich))$/i

/** The request without what politeness puts around it, its quotation marks straight; its case is kept. */
export function plainGerman(text: string): string {
  if (text.length > REQUEST_LENGTH) return ''
  let plain = text
    .replaceAll(/[‘’ʼ`´‚]/g, "'")
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .trim()
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = plain.replace(BEFORE, '').replace(AFTER, '')
  }
  return plain
}

/** The same in lower case, for patterns of whole phrases. */
export function germanPhrase(text: string): string {
  return plainGerman(text).toLowerCase()
}
