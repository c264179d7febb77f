/** How marks look. Middle tones, at least 3:1 against white and against near-black, so that any page may be behind. */
const MARK_COLOURS = { slip: '#d0582f', found: '#1f8f86' } as const

const line = (colour: string) =>
  `text-decoration:underline 2px ${colour};text-underline-offset:3px;text-decoration-skip-ink:none`

/** The rules for highlighted ranges, in the page's document. */
export const HIGHLIGHT_CSS = `
::highlight(aside-slip){${line(`color-mix(in srgb,${MARK_COLOURS.slip} 80%,transparent)`)}}
::highlight(aside-found){${line(`color-mix(in srgb,${MARK_COLOURS.found} 80%,transparent)`)}}
@media (forced-colors:active){
  ::highlight(aside-slip),::highlight(aside-found){text-decoration-color:Highlight}
}`

/** The rules inside our own shadow root. The host's are `!important`: a page's rule for all elements must not win. */
export const HOST_CSS = `
:host{all:initial!important;position:absolute!important;top:0!important;left:0!important;width:0!important;
  height:0!important;z-index:2147483646!important;pointer-events:none!important;contain:style!important;
  display:block!important}
.layer{position:absolute;top:0;left:0;width:0;height:0}
.layer.fixed{position:fixed}
.announcer{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.slip{--colour:${MARK_COLOURS.slip}}
.found{--colour:${MARK_COLOURS.found}}
.field{position:absolute;overflow:clip;transform-origin:0 0}
.mirror{position:absolute;box-sizing:content-box;color:transparent;pointer-events:none;user-select:none}
.mirror span{${line('color-mix(in srgb,var(--colour) 80%,transparent)')}}
button{all:unset;position:absolute;pointer-events:none;display:block}
.line{position:absolute;border-radius:3px}
.line::before{content:'';position:absolute;inset:-1px -2px;border-radius:4px;background:var(--colour);opacity:0;
  transition:opacity .15s}
.line.drawn{border-radius:0;border-bottom:2px solid color-mix(in srgb,var(--colour) 80%,transparent)}
.strip{position:absolute;left:0;right:0;bottom:-4px;height:8px;pointer-events:auto;cursor:pointer}
button:has(.strip:hover) .line::before{opacity:.12}
button:focus-visible .line{outline:2px solid var(--colour);outline-offset:2px}
@media (prefers-reduced-motion:reduce){.line::before{transition:none}}
@media (forced-colors:active){
  .slip,.found{--colour:Highlight}
  .mirror,.line.drawn{border-radius:0;forced-color-adjust:none}
  .line::before{forced-color-adjust:none}
}`
