/** A field in a closed shadow tree, within another one. */
class WorkSheet extends HTMLElement {
  constructor() {
    super()
    const sheet = this.attachShadow({ mode: 'closed' })
    sheet.innerHTML =
      '<style>:host, work-lines { display: block }</style><p>One step on each line</p><work-lines></work-lines>'
  }
}

class WorkLines extends HTMLElement {
  constructor() {
    super()
    const lines = this.attachShadow({ mode: 'closed' })
    lines.innerHTML = `<style>textarea { width: 100%; font: 1.25rem / 2 Georgia, serif }</style>
      <textarea aria-label="Your working" rows="6" spellcheck="false"></textarea>`
  }
}

customElements.define('work-lines', WorkLines)
customElements.define('work-sheet', WorkSheet)
