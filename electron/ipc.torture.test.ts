/**
 * The bridge of the desktop app, with the real handlers behind it: whatever a page sends is refused by the schema of its
 * channel or answered by it, and an answer tells nothing of the machine.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import { type CallName, calls, events } from '../shared/host'
import { figure, runs } from '../shared/testing/runs'
import { callChannel, signalChannel, signals } from './channels'
import { argumentsFor } from './testing/arbitrary-of'
import { fake } from './testing/fake-electron'

vi.mock('electron', async () => (await import('./testing/fake-electron')).fake.module)
vi.mock('./content/content', async (original) => ({
  ...(await original<object>()),
  readContent: async () => new Map(),
}))

const RUNS = runs(200, 10_000)
const names = Object.keys(calls) as CallName[]
/** Where the dialogs lead. A name beside it must never come to be. */
const chosen = join(fake.documents, 'chosen')
const design = join(fake.documents, 'orders.fairlead')
const SLOT = '5f0c9a36-9c6b-4b0e-8f43-8a3c1b2d4e5f'
const reported: unknown[] = []
const total = { messages: 0, refused: 0 }
let known: string[] = []

const trusted = () => ({
  sender: fake.windows[0]!.webContents,
  senderFrame: { origin: 'fairlead://app', parent: null },
})

async function call(name: CallName, args: readonly unknown[], event: object = trusted()): Promise<unknown> {
  return await fake.handlers.get(callChannel(name))!(event, ...args)
}

beforeAll(async () => {
  vi.stubEnv('HOME', fake.home)
  vi.spyOn(console, 'error').mockImplementation((...words) => void reported.push(words))
  mkdirSync(chosen)
  writeFileSync(
    design,
    JSON.stringify({ format: 'fairlead/1', name: 'Orders', elements: {}, connections: {} }),
  )
  Object.assign(fake.dialogs.open, { canceled: false, filePaths: [design] })
  Object.assign(fake.dialogs.save, { canceled: false, filePath: join(chosen, 'saved.fairlead') })
  await import('./main')
  fake.becomeReady()
  await vi.waitFor(() => expect(fake.windows).toHaveLength(1))
  const opened = (await call('openFile', [])) as { value: { id: string } }
  known = [opened.value.id, SLOT]
  // From here on, a folder is what an open dialog leads to.
  Object.assign(fake.dialogs.open, { filePaths: [chosen] })
})
afterAll(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(fake.home, { recursive: true, force: true })
})

describe('the list of channels', () => {
  test('is what the main process listens on, and all of it', () => {
    expect([...fake.handlers.keys()].sort()).toEqual(names.map(callChannel).sort())
    const heard = (Object.keys(signals) as (keyof typeof signals)[]).map(signalChannel)
    expect(fake.signals.eventNames().map(String).sort()).toEqual(heard.sort())
  })

  test('is strict: every object of the contract names all its members, but for the settings, which are a file', () => {
    const open: string[] = []
    const walk = (schema: z.core.$ZodType, path: string, seen: Set<unknown>): void => {
      if (seen.has(schema)) return
      seen.add(schema)
      const def = schema._zod.def as unknown as Record<string, unknown> & { type: string }
      if (def.type === 'object' && (def.catchall as z.core.$ZodType | undefined)?._zod.def.type !== 'never') {
        open.push(path)
      }
      const parts = def.type === 'lazy' ? [(def.getter as () => unknown)()] : Object.values(def)
      const inner = (part: unknown): void => {
        if (part === null || typeof part !== 'object') return
        if ('_zod' in part) walk(part as z.core.$ZodType, path, seen)
        else for (const [, deeper] of Object.entries(part)) inner(deeper)
      }
      for (const part of parts) inner(part)
    }
    for (const [name, { args, answer }] of Object.entries(calls)) {
      walk(args, name, new Set())
      walk(answer, name, new Set())
    }
    for (const [name, event] of Object.entries(events)) walk(event, name, new Set())
    expect(open).toEqual(['readSettings', 'writeSettings'])
  })
})

describe('nobody else is answered', () => {
  const contents = () => fake.windows[0]!.webContents
  const strangers = (): readonly (readonly [who: string, event: object])[] => [
    [
      'a frame inside the page',
      { sender: contents(), senderFrame: { origin: 'fairlead://app', parent: {} } },
    ],
    ['another site', { sender: contents(), senderFrame: { origin: 'https://example.org', parent: null } }],
    ['another host', { sender: contents(), senderFrame: { origin: 'fairlead://app.x', parent: null } }],
    ['an empty page', { sender: contents(), senderFrame: { origin: 'null', parent: null } }],
    ['a page that is gone', { sender: contents(), senderFrame: null }],
    ['a window not ours', { sender: { id: 99 }, senderFrame: { origin: 'fairlead://app', parent: null } }],
  ]

  test.each(names)('on %s', async (name) => {
    for (const [who, event] of strangers()) {
      expect.soft(await call(name, [], event).catch(String), who).toBe('Error: Refused.')
    }
  })

  test('a signal of theirs is not heard', async () => {
    const before = fake.told.length
    for (const [, event] of strangers()) fake.signals.emit(signalChannel('dropped'), event, design)
    fake.signals.emit(signalChannel('dropped'), trusted(), 7)
    fake.signals.emit(signalChannel('dropped'), trusted(), '')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(fake.told.length).toBe(before)
  })
})

describe('whatever the page sends', () => {
  test.each(names)(
    '%s: is refused by the schema, or answered by it',
    async (name) => {
      const { args, answer } = calls[name]
      let refusals = 0
      await fc.assert(
        fc.asyncProperty(argumentsFor(args, known), fc.nat(1), async (list, response) => {
          fake.dialogs.message.response = response
          const fits = args.safeParse(list).success
          const told = await call(name, list).catch((error: Error) => error.message)
          if (fits) expect(answer.safeParse(told).error).toBeUndefined()
          else expect(told).toBe(`The arguments of “${name}” do not fit.`)
          refusals += fits ? 0 : 1
          expect(JSON.stringify(told)).not.toMatch(/fairlead-electron-|\bat \S+ \(|Error:|node:internal/)
        }),
        { numRuns: RUNS },
      )
      // A handler that throws is a mistake of ours, however odd the arguments.
      expect(reported).toEqual([])
      total.messages += RUNS
      total.refused += refusals
    },
    600_000,
  )

  test('comes to this', () => {
    const { messages, refused } = total
    figure('R22', `${messages} messages to ${names.length} channels, ${refused} refused, 0 faults`)
    expect(messages).toBe(RUNS * names.length)
  })

  test('is written nowhere but where the dialogs led', () => {
    expect(readdirSync(fake.documents).sort()).toEqual(['chosen', 'orders.fairlead'])
    expect(readdirSync(fake.home).sort()).toEqual(['data', 'documents'])
    expect(existsSync('/etc/passwd.fairlead')).toBe(false)
  })

  test('opens no address but https ones', () => {
    const opened = fake.told.filter(([name]) => name === 'shell.openExternal').map(([, address]) => address)
    expect(opened.length).toBeGreaterThan(0)
    for (const address of opened) expect(address).toMatch(/^https:\/\//)
  })
})

test('what is larger than 64 MiB is refused before anything looks at it', async () => {
  const text = 'a'.repeat(65 * 1024 * 1024)
  expect(await call('saveFileAs', ['orders', text])).toMatchObject({
    ok: false,
    error: { code: 'message-too-large' },
  })
  await expect(call('writeSettings', [{ theme: text, panels: {} }])).rejects.toThrow(
    '“writeSettings” failed.',
  )
})
