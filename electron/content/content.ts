/**
 * The built app as a list of addresses, made when it was built. Both hosts answer from it: an address is looked up, never
 * joined to a folder, so no spelling of it can reach another file, nor one that came later.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { z } from 'zod'
import { mayCompileWasm, NONCE_PLACEHOLDER, securityHeaders } from './policy'

/** Address (`/assets/main.js`) → file on disk. */
export type Content = ReadonlyMap<string, string>

export interface Answer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: Uint8Array
}

const PAGE = '/index.html'

/** Addresses as the build writes them: folders and names, no way up. */
const list = z.array(z.string().regex(/^(?:\/(?!\.\.?(?:\/|$))[^/\\]+)+$/))

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.otf': 'font/otf',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/** The list of the files below `root` that the build wrote beside it, as `root.json`. */
export async function readContent(root: string): Promise<Content> {
  const addresses = list.parse(JSON.parse(await readFile(`${root}.json`, 'utf8')))
  return new Map(addresses.map((address) => [address, join(root, address)]))
}

/** Answers one request; `/` is the page. Anything that is not on the list does not exist. */
export async function answerRequest(content: Content, method: string, address: string): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return refusal(405, 'Only GET and HEAD are answered.')
  const path = address === '/' ? PAGE : address
  const file = content.get(path)
  if (file === undefined) return refusal(404, 'There is nothing at this address.')
  const bytes = await readFile(file)
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  const answer =
    path === PAGE ? page(bytes) : { headers: securityHeaders({ wasm: mayCompileWasm(path) }), body: bytes }
  return {
    status: 200,
    headers: { ...answer.headers, 'Content-Type': type, 'Cache-Control': caching(path) },
    body: answer.body,
  }
}

/** A refusal in plain text, under the same headers. */
export function refusal(status: number, text: string): Answer {
  return {
    status,
    headers: {
      ...securityHeaders(),
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
    },
    body: new TextEncoder().encode(`${text}\n`),
  }
}

function page(bytes: Uint8Array): Pick<Answer, 'headers' | 'body'> {
  const nonce = randomBytes(16).toString('base64url')
  const html = new TextDecoder().decode(bytes).replaceAll(NONCE_PLACEHOLDER, nonce)
  return { headers: securityHeaders({ nonce }), body: new TextEncoder().encode(html) }
}

/** Vite puts a hash of the content into the names below `assets`, so these never change. */
function caching(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store'
}
