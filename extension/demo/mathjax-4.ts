// The library reads its settings when it is loaded.
Object.assign(window, {
  MathJax: { options: { enableMenu: false, enableEnrichment: false } },
})
await import('mathjax-4/tex-svg.js')

export {}
