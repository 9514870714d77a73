/**
 * The headers under which every page of Fairlead runs, in Electron and in the browser alike.
 *
 * Styles: CodeMirror and React Aria write `<style>` elements of their own. They may, by a nonce that is new for every
 * load of the page; `'unsafe-inline'` stays out. Trusted Types: the app's one policy is the default one; it lets workers
 * load from our own address and refuses every other string that a sink would turn into code.
 */

/** Stands in the built `index.html` wherever the nonce of a load goes; Vite writes it there. */
export const NONCE_PLACEHOLDER = 'fairlead-nonce-of-this-load'

/**
 * Workers that may compile WebAssembly, which draws pictures and parses Terraform: a worker has the policy of the answer that its script came
 * with, so the page has no part in it. Named as their source files are, without the ending.
 */
const WASM_WORKERS: readonly string[] = ['import.worker', 'picture.worker']

/** Is this the address of such a worker's script? Vite puts a hash behind the name. */
export function mayCompileWasm(address: string): boolean {
  const [, name = ''] = /^\/assets\/(.+)-[\w-]{8}\.js$/.exec(address) ?? []
  return WASM_WORKERS.includes(name)
}

interface Allowances {
  /** Of the app's page; absent for everything that is not a page. */
  readonly nonce?: string
  /** Of a worker's script. */
  readonly wasm?: boolean
}

/** The Content-Security-Policy of an answer. */
export function contentSecurityPolicy({ nonce, wasm = false }: Allowances = {}): string {
  return [
    "default-src 'none'",
    `script-src 'self'${wasm ? " 'wasm-unsafe-eval'" : ''}`,
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
export function securityHeaders(allowances?: Allowances): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(allowances),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
}
