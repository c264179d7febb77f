// The library reads its settings when it is loaded.
Object.assign(window, { MathJax: { options: { enableMenu: false } } })
await import('mathjax/es5/tex-svg.js')

export {}
