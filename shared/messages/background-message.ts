import * as v from 'valibot'

export const ToBackgroundSchema = v.variant('kind', [
  /** Page or panel to background: the loop did not answer; see that the offscreen document exists. */
  v.object({ kind: v.literal('ensure') }),
  /** A page came back from the back/forward cache and its tutoring is over: begin another where it is always on. */
  v.object({ kind: v.literal('came-back') }),
  /** From a page that is read: the person is in a frame, or before one of this site. Answered with FrameAnswer. */
  v.object({ kind: v.literal('enter-frame'), site: v.nullable(v.pipe(v.string(), v.maxLength(300))) }),
  /** From a page that is tutored: something is looked for in all its frames. Answered with FramesAnswer. */
  v.object({ kind: v.literal('enter-frames') }),
  /** A page that was to be read is a PDF. */
  v.object({ kind: v.literal('pdf') }),
  /** A page that is tutored needs the main-world reader; answered with whether it could be put there. */
  v.object({ kind: v.literal('main-world') }),
  /** A page that is tutored needs what paints marks; answered with whether it could be put there. */
  v.object({ kind: v.literal('mark-painter') }),
  /** Loop to background only, from here on. tabs: answered with TabsAnswer. */
  v.object({ kind: v.literal('tabs') }),
  /** A question about this tab: what its page says. Answered with PageText, or null where it may not be read. */
  v.object({ kind: v.literal('page-text'), tab: v.number() }),
  v.object({ kind: v.literal('eye'), tab: v.number(), open: v.boolean(), title: v.string() }),
  v.object({ kind: v.literal('alarm'), at: v.nullable(v.number()) }),
  v.object({ kind: v.literal('badge'), count: v.number() }),
  v.object({ kind: v.literal('notify'), id: v.string(), text: v.string() }),
])
export type ToBackground = v.InferOutput<typeof ToBackgroundSchema>

/** Background to loop; `erase` and `keep-everything` from the settings page. */
export const BackgroundToLoopSchema = v.variant('kind', [
  v.object({ kind: v.literal('tab-closed'), tab: v.number() }),
  /** The tab has another id now, and no page until it is looked at. */
  v.object({ kind: v.literal('tab-replaced'), tab: v.number(), by: v.number() }),
  /** The tab shows what cannot be read: a page of the browser, a file, an error, another site, or a PDF. */
  v.object({
    kind: v.literal('tab-unreadable'),
    tab: v.number(),
    why: v.picklist(['closed', 'file', 'error', 'site', 'pdf']),
    /** The press of the button before which it was refused, where there was one. */
    press: v.exactOptional(v.number()),
  }),
  /**
   * The toolbar button was pressed; answered with ReadAnswer: read this tab, or leave it (it was read, and is
   * stopped; or its site is never read).
   */
  v.object({
    kind: v.literal('button'),
    tab: v.number(),
    origin: v.nullable(v.string()),
    /** ms since the epoch: what was refused before it counts no more. */
    press: v.number(),
  }),
  /** The tab went elsewhere right after the button was pressed; answered with ReadAnswer. */
  v.object({ kind: v.literal('still-read'), tab: v.number() }),
  /** The person took back "Always on this site" for these match patterns. */
  v.object({ kind: v.literal('sites-revoked'), patterns: v.array(v.string()) }),
  /** Answered with true as long as the loop's document is not hung. */
  v.object({ kind: v.literal('ping') }),
  /** Erase everything after some seconds; answered with ErasedSchema, or null when it failed. */
  v.object({ kind: v.literal('erase') }),
  /** Undo of `erase`; answered with false when it was too late, null when it failed. */
  v.object({ kind: v.literal('keep-everything') }),
])
export type BackgroundToLoop = v.InferOutput<typeof BackgroundToLoopSchema>

/** soon: it can still be kept; gone: it was erased at once. */
export const ErasedSchema = v.picklist(['soon', 'gone'])

/** Background to the extension's own page in this tab, which reads itself: begin. */
export const ToWelcomeSchema = v.object({ kind: v.literal('read-yourself'), tab: v.number() })
export type ToWelcome = v.InferOutput<typeof ToWelcomeSchema>

/** Whether the content script belongs into this tab now. */
export const ReadAnswerSchema = v.object({ read: v.boolean() })

/** Whether the document with the focus can be read (null: the focus is elsewhere), and any of the site asked about. */
export const FrameAnswerSchema = v.object({ focused: v.nullable(v.boolean()), site: v.boolean() })

/** How many frames of the tab are read now, and of which sites any document can be. */
export const FramesAnswerSchema = v.object({ frames: v.number(), sites: v.array(v.string()) })

/** The tabs that exist: a loop that was dead may have missed that one was closed. */
export const TabsAnswerSchema = v.array(v.number())
