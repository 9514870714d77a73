import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeIo } from './node-io'
import { run } from './run'

const TEMPLATE = 'assets/templates/fargate-service-alb.fairlead'
/** Prices of a made-up Region: those of AWS change. */
const PRICES = ['--prices', 'electron/cli/fixtures/prices.json', '--region', 'eu-test-1']

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-cost-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fairlead(...argv: readonly string[]) {
  const printed = { out: '', err: '' }
  const code = await run(argv, {
    ...nodeIo('assets', '1.2.3'),
    stdout: (content) => {
      printed.out += String(content)
    },
    stderr: (text) => {
      printed.err += text
    },
  })
  return { code, ...printed }
}

describe('an estimate', () => {
  test.each([
    ['text', 'en', 'cost-text.golden.txt'],
    ['text', 'ko', 'cost-text.ko.golden.txt'],
    ['markdown', 'en', 'cost.golden.md'],
    ['json', 'en', 'cost.golden.json'],
  ])('as %s in %s', async (format, language, golden) => {
    const { code, out } = await fairlead('cost', TEMPLATE, '--format', format, '--lang', language, ...PRICES)
    expect(code).toBe(0)
    await expect(out).toMatchFileSnapshot(`fixtures/${golden}`)
  })

  test('goes by the prices of the design’s Region, which come with the app', async () => {
    const { code, out } = await fairlead('cost', TEMPLATE)
    expect(code).toBe(0)
    expect(out).toContain('ap-northeast-2')
    expect(out).toMatch(/Fargate tasks on ARM64 = 3 tasks/)
  })

  test('own prices count before those of the app', async () => {
    const own = join(folder, 'own.json')
    const price = { price: 1000, per: 'hour' }
    await writeFile(
      own,
      JSON.stringify({
        format: 'fairlead-prices/1',
        currency: 'USD',
        regions: {
          'ap-northeast-2': [
            { source: 'https://prices.example', date: '2026-01-02', prices: { 'alb-hour': price } },
          ],
        },
      }),
    )
    expect((await fairlead('cost', TEMPLATE, '--prices', own)).out).toContain('$1000.00')
  })
})

test('help', async () => {
  await expect((await fairlead('cost', '--help')).out).toMatchFileSnapshot('fixtures/help-cost.golden.txt')
})

describe('without prices there is no estimate, but a way to one', () => {
  test('a Region that nobody knows', async () => {
    const { code, err } = await fairlead('cost', TEMPLATE, '--region', 'eu-nowhere-1')
    expect(code).toBe(2)
    expect(err).toContain(
      'There are no prices of this Region: eu-nowhere-1. Name one with --region: af-south-1',
    )
  })

  test('a design without a Region', async () => {
    const path = join(folder, 'nowhere.fairlead')
    await fairlead('new', '-o', path)
    const { code, err } = await fairlead('cost', path)
    expect(code).toBe(2)
    expect(err).toContain('The design names no Region.')
  })

  test('a table that is none', async () => {
    const path = join(folder, 'none.json')
    await writeFile(path, '{"format": "fairlead-prices/1", "currency": "EUR", "regions": {}}')
    const { code, err } = await fairlead('cost', TEMPLATE, '--prices', path)
    expect(code).toBe(2)
    expect(err).toContain('/currency: This is not what a table of prices has here.')
  })
})
