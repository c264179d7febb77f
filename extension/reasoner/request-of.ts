import type { Language } from '../../shared/catalogue/languages.ts'
import type { PageText } from '../../shared/percepts/page-text.ts'
import { descriptionsIn, isAboutImage } from '../../shared/thoughts/image-question.ts'
import { redactAll } from '../../shared/thoughts/redact.ts'
import {
  PASSAGE_LENGTH,
  type PageContext,
  type ThoughtRequest,
} from '../../shared/thoughts/thought-request.ts'
import type { Tutoring } from '../store/rows.ts'
import type { ThoughtState } from '../turn/thought-state.ts'
import { THOUGHT_TOOLS } from '../turn/thought-tools.ts'

/** Of another tab that is asked about: less than of the one in front, in UTF-16 units and passages. */
const TAB_LENGTH = 6_000
const TAB_PASSAGES = 24

/** A tab, and what its page says; null where that could not be read. */
export interface ReadTab {
  row: Tutoring
  page: PageText | null
}

export interface Known {
  thought: ThoughtState
  language: Language
  conversation: ThoughtRequest['conversation']
  /** The tab in which it was asked; null where nothing of it is sent. */
  front: ReadTab | null
  others: readonly ReadTab[]
}

/** What is sent for a thought, without secrets. Pure. */
export function requestOf({ thought, language, conversation, front, others }: Known) {
  const { id, task, question, level, web, facts, noticed, results, alone } = thought
  const frontPage = front === null ? null : pageOf(front)
  const otherPages = others.map((each) => bounded(pageOf(each)))
  const read = [...(frontPage?.passages ?? []), ...otherPages.flatMap(({ passages }) => passages)]
  const idOf = new Map(read.map((passage, at) => [passage, `p${at + 1}`]))
  const isRead = front !== null && front.page?.origin === front.row.origin
  const contexts = [...(isRead && frontPage !== null ? [frontPage] : []), ...otherPages].map(
    ({ title, address, lang, passages }): PageContext => ({
      title,
      address,
      ...(lang === undefined ? {} : { lang }),
      passages: passages.map((each) => ({ id: idOf.get(each) ?? '', text: each.text })),
    }),
  )
  const unread = others.filter(({ page, row }) => page?.origin !== row.origin).map(({ row }) => row.title)
  const whole: ThoughtRequest = {
    thought: id,
    task,
    question,
    language,
    ...(level === undefined ? {} : { level }),
    conversation,
    pages: contexts,
    ...(thought.selection === '' || alone ? {} : { selection: thought.selection }),
    noticed: [...noticed, ...imageSentences(question, frontPage), ...unread.map(unreadSentence)].slice(0, 20),
    facts: facts.slice(0, 40),
    tools: [...THOUGHT_TOOLS],
    results,
    web,
    ...(thought.ahead && { ahead: true }),
  }
  const { value: request, found: redacted } = redactAll(whole)
  // A quote is marked in the tab in front only: nobody sees a mark in another.
  const places = (frontPage?.passages ?? []).flatMap((each) =>
    each.place === null ? [] : [{ passage: idOf.get(each) ?? '', ...each.place }],
  )
  return { request, places, redacted, unread }
}

interface Page {
  title: string
  address: string
  lang?: string
  passages: PageText['passages']
  near: number
}

/** Where the tab has gone to another site meanwhile, nothing of that is sent. */
function pageOf({ row, page }: ReadTab): Page {
  const read = page?.origin === row.origin ? page : null
  return {
    title: row.title.slice(0, 500),
    address: row.address.slice(0, 2_000),
    ...(read?.lang === undefined ? {} : { lang: read.lang }),
    passages: (read?.passages ?? []).map(({ text, place }) => ({
      text: text.slice(0, PASSAGE_LENGTH),
      place,
    })),
    near: read?.near ?? 0,
  }
}

/** The passages around the place that was looked at. */
function bounded(page: Page): Page {
  const { passages, near } = page
  const nearest = passages.map((_, at) => at).toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))
  const kept = new Set<number>()
  let length = 0
  for (const at of nearest.slice(0, TAB_PASSAGES)) {
    length += passages[at]?.text.length ?? 0
    if (length > TAB_LENGTH && kept.size > 0) break
    kept.add(at)
  }
  return {
    ...page,
    passages: passages
      .filter((_, at) => kept.has(at))
      .map(({ text, place }) => ({ text: text.slice(0, TAB_LENGTH), place })),
  }
}

/** Which image "this picture" is. */
function imageSentences(question: string, page: Page | null): string[] {
  if (page === null || !isAboutImage(question)) return []
  const [nearest] = page.passages
    .map(({ text }, at) => ({ image: descriptionsIn(text)[0], far: Math.abs(at - page.near) }))
    .filter(({ image }) => image !== undefined)
    .toSorted((a, b) => a.far - b.far)
  return nearest === undefined
    ? []
    : [`The image next to the middle of the view is described as: ${nearest.image}`.slice(0, 500)]
}

const unreadSentence = (title: string): string =>
  `Of the tab “${title.slice(0, 300)}” no more than title and address are known: it could not be read.`
