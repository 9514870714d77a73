import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerRequest, type Content, readContent } from './content'
import { contentSecurityPolicy, mayCompileWasm, NONCE_PLACEHOLDER } from './policy'

let root = ''
let content: Content

const WORKER = '/assets/picture.worker-1A-b_34d.js'

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fairlead-content-'))
  await mkdir(join(root, 'app/assets'), { recursive: true })
  await writeFile(join(root, 'secret.txt'), 'secret')
  await writeFile(
    join(root, 'app/index.html'),
    `<meta nonce="${NONCE_PLACEHOLDER}"><script nonce="${NONCE_PLACEHOLDER}">`,
  )
  await writeFile(join(root, 'app/assets/main-1a2b.js'), 'start()')
  await writeFile(join(root, 'app/assets/picture.worker-1A-b_34d.js'), 'draw()')
  await writeFile(join(root, 'app/later.js'), 'steal()')
  await writeFile(join(root, 'app.json'), JSON.stringify(['/assets/main-1a2b.js', WORKER, '/index.html']))
  content = await readContent(join(root, 'app'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('the built app', () => {
  test('is what was in its folder when it was built', () => {
    expect([...content.keys()]).toEqual(['/assets/main-1a2b.js', WORKER, '/index.html'])
  })

  test.each(['/../secret.txt', '/assets/../../secret.txt', 'secret.txt', '/', '//etc', '/a\\b'])(
    'is no list with %j on it',
    async (address) => {
      await writeFile(join(root, 'bad.json'), JSON.stringify([address]))
      await expect(readContent(join(root, 'bad'))).rejects.toThrow()
    },
  )

  test('answers files with their type', async () => {
    const { status, headers, body } = await answerRequest(content, 'GET', '/assets/main-1a2b.js')
    expect(status).toBe(200)
    expect(headers['Content-Type']).toBe('text/javascript; charset=utf-8')
    expect(headers['X-Content-Type-Options']).toBe('nosniff')
    expect(text(body)).toBe('start()')
  })

  test('gives each load of the page a nonce of its own, the same in page and policy', async () => {
    const load = async () => {
      const { headers, body } = await answerRequest(content, 'GET', '/')
      const [, nonce = ''] = /'nonce-([^']+)'/.exec(headers['Content-Security-Policy'] ?? '') ?? []
      return { nonce, page: text(body) }
    }
    const [first, second] = [await load(), await load()]
    expect(first.nonce).toMatch(/^[\w-]{22}$/)
    expect(first.page).toBe(`<meta nonce="${first.nonce}"><script nonce="${first.nonce}">`)
    expect(second.nonce).not.toBe(first.nonce)
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets',
    '/assets/',
    '//index.html',
    '/INDEX.HTML',
    '/index.html/',
    'index.html',
    '',
    '/__proto__',
    '/later.js',
  ])('has nothing at %j', async (address) => {
    const { status, body } = await answerRequest(content, 'GET', address)
    expect(status).toBe(404)
    expect(text(body)).not.toContain('secret')
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', ''])('does not answer %j', async (method) => {
    expect((await answerRequest(content, method, '/')).status).toBe(405)
  })

  test('refusals carry the policy too', async () => {
    const { headers } = await answerRequest(content, 'GET', '/nothing')
    expect(headers['Content-Security-Policy']).toBe(contentSecurityPolicy())
  })
})

test('the policy allows no code but our own files', () => {
  const POLICY = (style: string) =>
    `default-src 'none'; script-src 'self'; style-src ${style}; img-src 'self' data: blob:; font-src 'self'; ` +
    "connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; " +
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default"
  expect(contentSecurityPolicy()).toBe(POLICY("'self'"))
  expect(contentSecurityPolicy({ nonce: 'abc' })).toBe(POLICY("'self' 'nonce-abc'"))
})

describe('WebAssembly is compiled', () => {
  const policyOf = async (address: string) =>
    (await answerRequest(content, 'GET', address)).headers['Content-Security-Policy'] ?? ''

  test('in the workers that are named, and their policy is the same otherwise', async () => {
    const policy = await policyOf(WORKER)
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(policy.replace(" 'wasm-unsafe-eval'", '')).toBe(contentSecurityPolicy())
  })

  test('nowhere else', async () => {
    for (const address of ['/', '/index.html', '/assets/main-1a2b.js'])
      expect(await policyOf(address)).not.toContain('wasm')
  })

  test.each([
    '/picture.worker-1A-b_34d.js',
    '/assets/picture.worker.js',
    '/assets/my-picture.worker-1A-b_34d.js',
    '/assets/picture.worker-1A-b_34d.js.map',
    '/assets/picture-worker-1A-b_34d.js',
  ])('not in %s', (address) => expect(mayCompileWasm(address)).toBe(false))
})

test('Vite writes the placeholder that the hosts replace', async () => {
  expect(await readFile(join(__dirname, '../../vite.config.ts'), 'utf8')).toContain(
    `cspNonce: '${NONCE_PLACEHOLDER}'`,
  )
})
