/**
 * The headers under which every page of Fairlead runs, in Electron and in the browser alike.
 *
 * Styles: CodeMirror and React Aria write `<style>` elements of their own. They may, by a nonce that is new for every
 * load of the page; `'unsafe-inline'` stays out. Trusted Types: the app's one policy is the default one; it lets workers
 * load from our own address and refuses every other string that a sink would turn into code.
 */

/** Stands in the built `index.html` wherever the nonce of a load goes; Vite writes it there. */
export const NONCE_PLACEHOLDER = 'fairlead-nonce-of-this-load'

/** The Content-Security-Policy of the app's page; without a nonce, of everything that is not a page. */
export function contentSecurityPolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

/** All headers that do not depend on the file. */
export function securityHeaders(nonce?: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
}
