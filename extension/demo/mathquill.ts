import $ from 'jquery'
import '@edtr-io/mathquill/build/mathquill.css'

// The library looks for jQuery where pages put it.
Object.assign(window, { jQuery: $ })
await import('@edtr-io/mathquill/build/mathquill.js')

declare const MathQuill: { getInterface(version: 2): { MathField(element: Element): unknown } }

for (const step of document.querySelectorAll('.step')) MathQuill.getInterface(2).MathField(step)
