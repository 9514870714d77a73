/**
 * Imported before everything else: what the page's content security policy asks of its code.
 *
 * zod probes for `new Function` when the first schema is made, which the policy would report; so it is told before.
 * Trusted Types: strings that a browser would turn into code are refused, but for scripts of workers from our own address
 * and the empty text with which React Aria clears what it announced.
 */
import { config } from 'zod'

config({ jitless: true })

interface PolicyFactory {
  readonly createPolicy: (name: string, rules: Record<string, (text: string) => string>) => unknown
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }

trustedTypes?.createPolicy('default', {
  createScriptURL(address) {
    if (new URL(address, location.href).origin === location.origin) return address
    throw new TypeError('Workers load from the app’s own address only.')
  },
  createHTML(text) {
    if (text === '') return text
    throw new TypeError('No text is turned into HTML.')
  },
})
