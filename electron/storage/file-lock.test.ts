import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fileLocks, keyOf } from './file-lock'
import { nodeFiles } from './files'

const DESIGN = '/home/ana/orders.fairlead'
const SAVE = '5f0c2f2e-6f0a-4b8e-9d63-0c2b8a4f7e11'
/** No process has it. */
const DEAD = 2 ** 30

let folder = ''
let place = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-lock-'))
  place = join(folder, keyOf(DESIGN))
  await mkdir(place)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const nothing = async () => undefined
const locks = (options = {}) => fileLocks(nodeFiles, folder, { patience: 60, ...options })

/** What a process left that died with this lock. */
async function leave(number: number, holder: object | string, age = 0): Promise<void> {
  const path = join(place, String(number))
  await writeFile(path, typeof holder === 'string' ? holder : JSON.stringify(holder))
  const then = new Date(Date.now() - age)
  await utimes(path, then, then)
}

test('while one writes, another waits, and then gets its turn', async () => {
  const order: string[] = []
  const other = () =>
    locks({ patience: 2000 }).hold(DESIGN, nothing, async () => void order.push('the other'))
  let waiting: Promise<unknown> | undefined
  await locks().hold(DESIGN, nothing, async () => {
    order.push('one begins')
    waiting = other()
    await new Promise((resolve) => setTimeout(resolve, 30))
    order.push('one ends')
  })
  await waiting
  expect(order).toEqual(['one begins', 'one ends', 'the other'])
})

test('many at once are one at a time', async () => {
  let inside = 0
  let most = 0
  const turns = Array.from({ length: 20 }, () =>
    locks({ patience: 10_000 }).hold(DESIGN, nothing, async () => {
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setTimeout(resolve, 1))
      inside--
    }),
  )
  await Promise.all(turns)
  expect(most).toBe(1)
})

test('what fails lets go', async () => {
  await expect(locks().hold(DESIGN, nothing, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await locks().hold(DESIGN, nothing, async () => 'yes')).toBe('yes')
})

test('few files stay', async () => {
  for (let i = 0; i < 10; i++) await locks().hold(DESIGN, nothing, nothing)
  expect((await readdir(place)).sort()).toEqual(['10.free', '9.free'])
})

describe('a lock that was left behind', () => {
  const takeOver = async () => {
    const abandoned: string[] = []
    await locks().hold(DESIGN, async (save) => void abandoned.push(save), nothing)
    return abandoned
  }

  test('by a dead process is taken over, and its save is told', async () => {
    await leave(3, { pid: DEAD, host: hostname(), save: SAVE })
    expect(await locks().isAbandoned(DESIGN)).toBe(true)
    expect(await takeOver()).toEqual([SAVE])
    expect(await locks().isAbandoned(DESIGN)).toBe(false)
    expect(await takeOver()).toEqual([])
  })

  test.each([
    ['this process, in an earlier save', { pid: process.pid, host: hostname(), save: SAVE }, 0],
    ['another computer, minutes ago', { pid: 1, host: 'elsewhere', save: SAVE }, 130_000],
    ['a process that died before it wrote its name', '', 2000],
    ['a power cut', '\0\0\0\0', 2000],
  ])('by %s is taken over', async (_case, holder, age) => {
    await leave(3, holder, age)
    await takeOver()
  })

  test.each([
    ['a living process', { pid: process.ppid, host: hostname(), save: SAVE }],
    ['another computer, just now', { pid: DEAD, host: 'elsewhere', save: SAVE }],
    ['somebody who has not written the name yet', ''],
  ])('by %s is respected', async (_case, holder) => {
    await leave(3, holder)
    await expect(takeOver()).rejects.toMatchObject({ code: 'EBUSY' })
  })

  test('never leads outside: what is no id is no save', async () => {
    await leave(3, { pid: DEAD, host: hostname(), save: '../../etc/passwd' }, 2000)
    expect(await takeOver()).toEqual([])
  })
})

describe('two that take over at once', () => {
  test('are one at a time, too', async () => {
    for (let round = 0; round < 20; round++) {
      await leave(100 * round + 50, { pid: DEAD, host: hostname(), save: SAVE })
      let inside = 0
      const turn = () =>
        locks({ patience: 5000 }).hold(DESIGN, nothing, async () => {
          expect(++inside).toBe(1)
          await new Promise((resolve) => setTimeout(resolve, 1))
          inside--
        })
      await Promise.all([turn(), turn(), turn()])
    }
  })

  test('whoever was stopped for minutes and lost the lock is told before it writes', async () => {
    const minutesLater = () => Date.now() + 150_000
    await locks().hold(DESIGN, nothing, async (lock) => {
      await lock.check()
      await expect(locks().hold(DESIGN, nothing, nothing), 'not yet').rejects.toMatchObject({ code: 'EBUSY' })
      await locks({ now: minutesLater }).hold(DESIGN, nothing, nothing)
      await expect(lock.check()).rejects.toMatchObject({ code: 'EBUSY' })
    })
  })
})

test('when the app’s own folder refuses, work goes on without a lock', async () => {
  const refusing = {
    ...nodeFiles,
    makeFolder: () => Promise.reject(Object.assign(new Error(), { code: 'EROFS' })),
  }
  expect(await fileLocks(refusing, folder).hold(DESIGN, nothing, async () => 'done')).toBe('done')
})
