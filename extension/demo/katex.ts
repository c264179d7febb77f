import katex from 'katex'
import 'katex/dist/katex.css'

for (const element of document.querySelectorAll<HTMLElement>('[data-tex]'))
  katex.render(element.dataset.tex ?? '', element, { displayMode: element.dataset.display !== undefined })
