import * as v from 'valibot'
import { AnchorSchema } from './anchor.ts'
import { EditHowSchema } from './edit-how.ts'
import { listOf } from './list-of.ts'

/** Longest text of one field that is read, in UTF-16 units; more is cut and said to be cut. */
export const FIELD_TEXT_LENGTH = 20_000

/** ms since the epoch. */
const At = v.pipe(v.number(), v.finite(), v.minValue(0))
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const Path = v.pipe(v.string(), v.minLength(1), v.maxLength(1000))

/** Longest text of a problem that is read, in UTF-16 units, and the most formulas in it. */
export const PROBLEM_LENGTH = 2000
export const PROBLEM_FORMULAS = 40
/** Longest formula of a problem, as LaTeX. */
export const FORMULA_LENGTH = 500

/** What the page asks near a field. Each formula stands in the text as U+FFFC, what could not be read as U+FFFD. */
export const ProblemSchema = v.object({
  text: v.pipe(v.string(), v.maxLength(PROBLEM_LENGTH)),
  /** LaTeX, in the order of the text. */
  formulas: listOf(v.pipe(v.string(), v.maxLength(FORMULA_LENGTH)), PROBLEM_FORMULAS),
})
export type Problem = v.InferOutput<typeof ProblemSchema>

/** The language of a part of a page (BCP 47). */
export const LangSchema = v.pipe(v.string(), v.maxLength(35), v.regex(/^[a-zA-Z]{2,8}(?:-[a-zA-Z\d]{1,8})*$/))

/** A field that a person writes in. `path` is its CSS path, the same after a reload. */
export const FieldSchema = v.object({
  path: Path,
  /** 'formula': an editor that holds LaTeX, mostly of one line. A list of one-line fields is one field, a line in each. */
  kind: v.picklist(['textarea', 'input', 'contenteditable', 'formula']),
  /** Its accessible name, or ''. */
  label: v.pipe(v.string(), v.maxLength(200)),
  /** As the page says, where it does. */
  lang: v.exactOptional(LangSchema),
})
export type Field = v.InferOutput<typeof FieldSchema>

/** A frame that a search does not reach: its origin, where a person could allow it. */
const MissedSchema = v.object({ site: v.nullable(v.pipe(v.string(), v.maxLength(300))) })

/** Lines of a worked solution that are read. */
export const DERIVATION_LINES = 60

/** One line of a worked solution on the page, as LaTeX or as it stands; the place of its formula. */
const DerivationLineSchema = v.object({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(FORMULA_LENGTH)),
  anchor: v.nullable(AnchorSchema),
})
export type DerivationLine = v.InferOutput<typeof DerivationLineSchema>

/**
 * What the page sense notices: the only things a content script may say about the page.
 * Times are ms since the epoch; keys are times only, never which key.
 */
export const PagePerceptSchema = v.variant('kind', [
  v.object({
    kind: v.literal('text-changed'),
    at: At,
    field: FieldSchema,
    /** The whole text of the field after the edit, cut at FIELD_TEXT_LENGTH. */
    text: v.pipe(v.string(), v.maxLength(FIELD_TEXT_LENGTH)),
    cut: v.boolean(),
    /** 'person': trusted input events; 'page': the page wrote it, or it stood there when reading began. */
    by: v.picklist(['person', 'page']),
    how: v.exactOptional(EditHowSchema),
    /** Times of the trusted edits since the last percept of this field. */
    keys: listOf(At, 500),
  }),
  /** What the page asks near a field in use; again when it has changed. */
  v.object({ kind: v.literal('problem'), at: At, path: Path, ...ProblemSchema.entries }),
  /** The same near a frame that the person has gone into; `step` is its step of a way, or `frame(number)`. */
  v.object({
    kind: v.literal('frame-problem'),
    at: At,
    step: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
    ...ProblemSchema.entries,
  }),
  v.object({ kind: v.literal('field-left'), at: At, path: Path }),
  v.object({ kind: v.literal('field-gone'), at: At, path: Path }),
  v.object({
    kind: v.literal('selected'),
    at: At,
    /** Selected text of the page (never of an unread field), cut at 500; '' when nothing is selected. */
    text: v.pipe(v.string(), v.maxLength(500)),
  }),
  /** What one document answers to an order to read the worked solution in it. */
  v.object({
    kind: v.literal('derivation'),
    at: At,
    id: Id,
    lines: listOf(DerivationLineSchema, DERIVATION_LINES),
    /** The line that is selected, where only one is. */
    line: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(DERIVATION_LINES))),
    /** As the page says, where it does. */
    lang: v.exactOptional(LangSchema),
  }),
  v.object({ kind: v.literal('scrolled'), at: At }),
  /** A button or heading of the page that is named a hint was pressed. */
  v.object({ kind: v.literal('hint-opened'), at: At }),
  v.object({ kind: v.literal('shown'), at: At, visible: v.boolean(), focused: v.boolean() }),
  v.object({
    kind: v.literal('opened'),
    at: At,
    title: v.pipe(v.string(), v.maxLength(300)),
    /** Origin and path of the address, no query and no fragment. */
    address: v.pipe(v.string(), v.maxLength(2000)),
  }),
  /** What the person uses here and cannot be read; null when they are back where it can. */
  v.object({
    kind: v.literal('out-of-reach'),
    at: At,
    /** frame: of another site, named by its origin if it is known; canvas: an editor that draws its text. */
    what: v.nullable(v.picklist(['frame', 'canvas', 'pdf'])),
    site: v.nullable(v.pipe(v.string(), v.maxLength(300))),
  }),
  /** An order to mark was carried out, or its anchor is not on the page (any more). */
  v.object({ kind: v.literal('mark-painted'), at: At, id: Id }),
  v.object({ kind: v.literal('mark-lost'), at: At, id: Id }),
  /** The person opened a mark on the page with pointer or keyboard. */
  v.object({ kind: v.literal('mark-opened'), at: At, id: Id }),
  v.object({ kind: v.literal('watch-hit'), at: At, id: Id, quote: v.pipe(v.string(), v.maxLength(300)) }),
  /** The place of a cue has come into view. */
  v.object({ kind: v.literal('reached'), at: At, id: Id }),
  /** A watch goes on, but a frame of the page is out of its reach. */
  v.object({ kind: v.literal('watch-missed'), at: At, id: Id, ...MissedSchema.entries }),
  /** What one document of the tab answers to a find. */
  v.object({
    kind: v.literal('found'),
    at: At,
    id: Id,
    count: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** The first places, in the order of the document. */
    places: listOf(AnchorSchema, 20),
    /** How many frames of the tab answer too, as the top document knows. */
    frames: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    missed: v.exactOptional(v.nullable(MissedSchema)),
    /** The way to the document, '' at the top; the loop's door says it, no page. */
    frame: v.exactOptional(v.pipe(v.string(), v.maxLength(300))),
  }),
])
export type PagePercept = v.InferOutput<typeof PagePerceptSchema>
