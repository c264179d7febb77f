import 'wxt/browser'

// WXT writes a narrower type when it prepares a checkout; types must also check before that.
declare module 'wxt/browser' {
  export interface WxtRuntime {
    getURL(path: string): string
  }
}
