import { catalogueOf } from '../../shared/catalogue/catalogue.ts'
import { descriptionsIn, isAboutImage } from '../../shared/thoughts/image-question.ts'
import type { ThoughtRequest } from '../../shared/thoughts/thought-request.ts'
import { bestSentence } from '../search/passages.ts'
import { keywords, lookUp, SearchError } from '../search/search.ts'
import { bearing } from './bearing.ts'
import { type Citable, citablesOf, firstWebNumber, sourceOf } from './citable.ts'
import { comparedPassages, compareSubject, lookUpOther } from './compare.ts'
import { endOf, type NewPart, type Reason, type ReasonDoors } from './reason.ts'

/** Passages of the pages and of the web, and findings of checkers, that are shown at most. */
const FROM_PAGES = 4
const FROM_WEB = 4
const FACTS = 3
/** Descriptions of images that are told. */
const IMAGES = 6
/** A passage up to this length is quoted whole, of a longer one the sentence that bears on the question. */
const WHOLE = 400

const NEEDS_MODEL: ReadonlySet<ThoughtRequest['task']> = new Set(['translate', 'quiz'])

/** Answers without a model: what checkers found, and the passages that bear most on the question, word for word. */
export const extracts: Reason = async function* (request, doors): AsyncGenerator<NewPart> {
  const words = catalogueOf(request.language).extracts
  const done: NewPart = { kind: 'done', by: 'extracts', model: null, tokens: null }
  if (NEEDS_MODEL.has(request.task)) {
    yield { kind: 'text', text: words.needsModel }
    yield done
    return
  }
  if (isAboutImage(request.question)) {
    yield* describedImages(request)
    yield done
    return
  }
  const facts = request.facts.length === 0 ? [] : bearing(request.question, request.facts, FACTS)
  const ofPages = fromPages(request)
  let ofWeb: Citable[] = []
  let failure: string | null = null
  if (request.web && request.task !== 'summarise') {
    yield { kind: 'status', doing: 'searching', about: queryOf(request) }
    const found = await fromWeb(request, doors)
    if (Array.isArray(found)) ofWeb = found
    else if ('ended' in found) {
      yield found.ended
      return
    } else failure = found.failed
  }
  if (request.task === 'compare') {
    const [, ...others] = request.pages
    const own = citablesOf(request).slice(0, request.pages[0]?.passages.length ?? 0)
    const pairs = comparedPassages(compareSubject(request), own, [
      ...citablesOf(request).slice(own.length),
      ...ofWeb,
    ])
    if (pairs.length > 0) {
      yield* sideBySide(request, pairs)
      yield done
      return
    }
    if (own.length > 0 && others.length === 0 && failure === null) {
      yield { kind: 'text', text: words.noOther }
      yield done
      return
    }
  }
  const shown = [...ofPages, ...ofWeb]
  if (shown.length === 0 && facts.length === 0) {
    if (failure === 'no-network') yield { kind: 'error', error: 'no-network' }
    else {
      yield { kind: 'text', text: failure === null ? words.nothing : words.searchFailed }
      yield done
    }
    return
  }
  yield { kind: 'text', text: `${words.these}\n\n` }
  for (const fact of facts) yield { kind: 'text', text: `- ${escapeMarkdown(fact)}\n\n` }
  for (const citable of shown) yield* quoted(citable, request.question)
  if (failure !== null) yield { kind: 'text', text: words.searchFailed }
  yield done
}

/** A passage as it stands, or of a long one the sentence that bears on `about`, with its source. */
function* quoted(citable: Citable, about: string): Generator<NewPart> {
  const quote = bestSentence(about, citable.text)
  const source = sourceOf(citable, quote)
  if (source !== null) yield { kind: 'source', source }
  const text = citable.text.length <= WHOLE ? citable.text : quote
  const mark = source === null ? '' : ` [${citable.n}]`
  yield { kind: 'text', text: `> ${escapeMarkdown(text.slice(0, 2_000))}${mark}\n\n` }
}

/** Passages of two sources on the same, each under the name of its page. */
function* sideBySide(
  request: ThoughtRequest,
  pairs: readonly (readonly [Citable, Citable])[],
): Generator<NewPart> {
  const subject = compareSubject(request)
  yield { kind: 'text', text: `${catalogueOf(request.language).extracts.compared}\n\n` }
  for (const pair of pairs)
    for (const citable of pair) {
      const name = citable.title.trim() === '' ? citable.address : citable.title
      yield { kind: 'text', text: `**${escapeMarkdown(name.trim().slice(0, 200))}**\n\n` }
      yield* quoted(citable, subject)
    }
}

/** What pages say of their images, for more is not known of them. */
function* describedImages(request: ThoughtRequest): Generator<NewPart> {
  const words = catalogueOf(request.language).extracts
  const described = citablesOf(request).flatMap(({ text }) => descriptionsIn(text))
  if (described.length === 0) {
    yield { kind: 'text', text: words.noImages }
    return
  }
  yield { kind: 'text', text: `${words.images}\n\n` }
  for (const each of described.slice(0, IMAGES)) yield { kind: 'text', text: `> ${escapeMarkdown(each)}\n\n` }
}

/** Of the pages sent along; to sum up, how they begin where the question names nothing that stands there. */
function fromPages(request: ThoughtRequest): Citable[] {
  const citables = citablesOf(request)
  const about =
    request.selection === undefined ? request.question : `${request.question} ${request.selection}`
  const texts = bearing(
    about,
    citables.map(({ text }) => text),
    FROM_PAGES,
  )
  const best = texts.flatMap((text) => citables.find((citable) => citable.text === text) ?? [])
  if (best.length > 0 || request.task !== 'summarise') return best
  return citables.slice(0, FROM_PAGES)
}

const queryOf = (request: ThoughtRequest): string =>
  request.task === 'compare' ? compareSubject(request) : keywords(request.question)

async function fromWeb(
  request: ThoughtRequest,
  { search, signal }: ReasonDoors,
): Promise<Citable[] | { failed: string } | { ended: NewPart }> {
  try {
    const found =
      request.task === 'compare'
        ? await lookUpOther(request, { search, signal }, FROM_WEB)
        : await lookUp(request.question, { search, signal }, FROM_WEB)
    const first = firstWebNumber(request)
    return found.map(({ title, address, text }, at) => ({
      n: first + at,
      title,
      address,
      text,
      passage: null,
    }))
  } catch (error) {
    if (signal.aborted) return { ended: { kind: 'error', error: endOf(signal) } }
    return { failed: error instanceof SearchError ? error.why : 'garbled' }
  }
}

/** Text of strangers in Markdown: no character of it means anything, and nothing of it becomes a link. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_{}[\]<>()#|~$&!:@]|\/(?=\/)|(?<=www)\./giu, '\\$&')
}
