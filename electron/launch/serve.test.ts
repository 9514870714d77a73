import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get, type IncomingHttpHeaders, type RequestOptions } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Server, serve } from './serve'

let root = ''
let server: Server

beforeAll(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'fairlead-serve-')), 'app')
  await mkdir(root)
  await writeFile(`${root}.json`, '["/index.html"]')
  await writeFile(join(root, 'index.html'), '<h1>Fairlead</h1>')
  server = await serve(root)
})
afterAll(async () => {
  await server.close()
  await rm(join(root, '..'), { recursive: true, force: true })
})

function request(
  options: RequestOptions,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    get(server.url, options, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    }).on('error', reject)
  })
}

test('serves the page on the loopback address, under the policy', async () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  const { status, headers, body } = await request({})
  expect(status).toBe(200)
  expect(headers['content-security-policy']).toContain("script-src 'self'")
  expect(body).toBe('<h1>Fairlead</h1>')
})

test('answers HEAD without a body, and a query as if there were none', async () => {
  expect(await request({ method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  expect(await request({ path: '/index.html?x=1' })).toMatchObject({ status: 200 })
})

test.each(['example.org', '127.0.0.1', 'example.org:80', 'localhost.example.org:1'])(
  'refuses a page that reached it under the name %s',
  async (host) => {
    expect(await request({ headers: { host } })).toMatchObject({ status: 403 })
  },
)

test('refuses addresses outside, and writing', async () => {
  expect(await request({ path: '/../../etc/passwd' })).toMatchObject({ status: 404 })
  expect(await request({ method: 'POST' })).toMatchObject({ status: 405 })
})

test('says that a port is taken', async () => {
  await expect(serve(root, Number(new URL(server.url).port))).rejects.toThrow('EADDRINUSE')
})
