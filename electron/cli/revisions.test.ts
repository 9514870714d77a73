/** Files of the command line that are in git: `REV:PATH`, and a design beside its last commit. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { edit } from '../../shared/design/edit'
import { serialize } from '../../shared/design/serialize'
import { drawing, fargateTask } from '../../shared/rules/examples'
import { contentOf } from '../git/file-history'
import { newRepository, type TestRepository } from '../testing/repository'
import { nodeIo } from './node-io'
import { run } from './run'

let repository: TestRepository
const at = (file: string) => join(repository.folder, file)

async function fairlead(...argv: readonly string[]) {
  const said = { out: '', err: '' }
  const io = nodeIo('assets', '1.2.3')
  const code = await run(argv, {
    ...io,
    // As if the command were run in the repository.
    git: { ...io.git, content: (expression) => contentOf(repository.folder, expression) },
    stdout: (text) => {
      said.out += text
    },
    stderr: (text) => {
      said.err += text
    },
  })
  return { code, ...said, err: said.err.replaceAll(repository.folder, '~') }
}

const base = drawing({ task: fargateTask() })
const cpu = (value: string) =>
  serialize(
    edit(base, ({ elements }) => {
      if (elements.task) elements.task.spec.cpu = value
    }).design,
  )

beforeAll(() => {
  repository = newRepository()
  repository.write('orders.fairlead', cpu('256'))
  repository.write('task.json', '{"family":"orders","containerDefinitions":[{"name":"web","image":"web"}]}')
  repository.commit('First')
  repository.write('orders.fairlead', cpu('512'))
  repository.commit('Second')
  repository.write('orders.fairlead', cpu('1024'))
  repository.write('not-committed.fairlead', cpu('256'))
})
afterAll(() => repository.remove())

describe('fairlead diff', () => {
  test('of one design says what changed since its last commit', async () => {
    const { code, out } = await fairlead('diff', at('orders.fairlead'))
    expect(code).toBe(1)
    expect(out).toMatch(/"?512"? → "?1024"?/)
  })

  test('of a design in a revision and the file', async () => {
    const { code, out } = await fairlead('diff', 'HEAD~1:orders.fairlead', at('orders.fairlead'))
    expect(code).toBe(1)
    expect(out).toMatch(/"?256"? → "?1024"?/)
  })

  test('of two revisions', async () => {
    expect((await fairlead('diff', 'HEAD:orders.fairlead', 'main:orders.fairlead')).code).toBe(0)
  })

  test('of what was never committed, or of standard input alone, says why not', async () => {
    const alone = await fairlead('diff', at('not-committed.fairlead'))
    expect(alone.code).toBe(2)
    expect(alone.err).toBe(
      'fairlead: HEAD:~/not-committed.fairlead: Revision “HEAD” does not hold this file, nor one that was renamed to it ' +
        'since. Choose a later revision. In a path after a revision, “./” stands for the present folder.\n',
    )
    expect((await fairlead('diff', '-')).err).toContain('A comparison takes two designs.')
  })
})

describe('what takes a file takes one of git', () => {
  test('to validate', async () => {
    expect((await fairlead('validate', 'HEAD:orders.fairlead')).out).toContain('HEAD:orders.fairlead')
    expect((await fairlead('validate', 'HEAD:task.json', '--format', 'json')).out).toContain('"problems"')
  })

  test('to export', async () => {
    const written = await fairlead('export', 'HEAD~1:orders.fairlead', '--to', 'mermaid', '-o', '-')
    expect(written.code).toBe(0)
    expect(written.out).toContain('flowchart')
  })

  test('a revision that is not there is named', async () => {
    const { code, err } = await fairlead('validate', 'nothing:orders.fairlead')
    expect(code).toBe(2)
    expect(err).toBe(
      'fairlead: nothing:orders.fairlead: The repository has no revision “nothing”. Name a branch, a tag or a commit ' +
        'that “git log” shows.\n',
    )
  })

  test('a file of that very name wins', async () => {
    writeFileSync(at('HEAD:orders.fairlead'), 'no design')
    const { code, err } = await fairlead('validate', at('HEAD:orders.fairlead'))
    expect(code).toBe(2)
    expect(err).toContain('The file holds a text')
  })

  test.each(['C:\\designs\\orders.fairlead', 'https://example.com/orders.fairlead', 'orders'])(
    '%s is a file that is not there',
    async (path) => {
      const { code, err } = await fairlead('validate', path)
      expect(code).toBe(2)
      expect(err).toContain('There is no such file.')
    },
  )
})
