declare module 'jquery'
declare module '@edtr-io/mathquill/build/mathquill.js'
declare module 'mathjax/es5/tex-svg.js'
declare module 'mathjax-4/tex-svg.js'
