import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sameJson } from '../../shared/basics/json'
import type { Element } from '../../shared/design/design'
import { nodeIo } from './node-io'
import { run } from './run'

const FIXTURES = 'electron/cli/fixtures'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command on the real disk; `~` in its output stands for the temporary folder. */
async function fairlead(argv: readonly string[], stdin = ''): Promise<Outcome> {
  const out: string[] = []
  const err: string[] = []
  const text = (content: string | Uint8Array) =>
    typeof content === 'string' ? content : new TextDecoder().decode(content)
  const code = await run(argv, {
    ...nodeIo('assets', '1.2.3'),
    today: () => '2026-11-26',
    stdin: async () => new TextEncoder().encode(stdin),
    stdout: (content) => out.push(text(content)),
    stderr: (content) => err.push(content),
  })
  const plain = (parts: string[]) => parts.join('').replaceAll(folder, '~').replaceAll('~\\', '~/')
  return { code, out: plain(out), err: plain(err) }
}

const at = (name: string) => join(folder, name)
const read = (name: string) => readFile(at(name), 'utf8')
const fixture = (name: string) => readFile(`${FIXTURES}/${name}`, 'utf8')

/** What a run printed, as one text for a golden file. */
const transcript = ({ code, out, err }: Outcome) => `exit ${code}\n--- stdout\n${out}--- stderr\n${err}`

describe('import', () => {
  test.each(['orders', 'described', 'containers', 'templated'])(
    '%s.json: the design and the report',
    async (name) => {
      const result = await fairlead([
        'import',
        `${FIXTURES}/${name}.json`,
        '-o',
        at(`${name}.fairlead`),
        '--verbose',
      ])
      await expect(transcript(result)).toMatchFileSnapshot(`fixtures/${name}.import.golden.txt`)
      await expect(await read(`${name}.fairlead`)).toMatchFileSnapshot(`fixtures/${name}.golden.fairlead`)
    },
  )

  test('several files become one design', async () => {
    const result = await fairlead([
      'import',
      `${FIXTURES}/orders.json`,
      `${FIXTURES}/containers.json`,
      '-o',
      at('two.fairlead'),
    ])
    expect(result).toEqual({ code: 0, out: '', err: 'Imported: 11 mapped, 0 kept as written, 0 dropped.\n' })
    expect(JSON.parse(await read('two.fairlead')).name).toBe('orders and 1 more')
  })

  test('from standard input to standard output', async () => {
    const result = await fairlead(['import', '-', '-o', '-', '--from', 'task-definition'], '{"family":"a"}')
    expect(result).toMatchObject({ code: 0, err: 'Imported: 1 mapped, 0 kept as written, 0 dropped.\n' })
    expect(JSON.parse(result.out).elements['a-task'].spec).toEqual({ family: 'a' })
  })

  test.each([
    [
      'bare-placeholder.not-json.txt',
      'line 4, column 31, /containerDefinitions/0/image: The placeholder “$IMAGE” is not in quotes, so this is not JSON yet. Put it in double quotes, or fill in the value.',
    ],
    [
      'cut-off.not-json.txt',
      'line 5, column 1, /containerDefinitions/0/image: The file ends too early: the { of line 4 is not closed. Add the missing }, or fetch the file again if it was cut off.',
    ],
    ['missing.json', 'There is no such file. Check its name and folder.'],
  ])('%s is refused, and nothing is written', async (name, message) => {
    const result = await fairlead(['import', `${FIXTURES}/${name}`, '-o', at('never.fairlead')])
    const place = `${FIXTURES}/${name}`
    expect(result.code).toBe(2)
    expect(result.err).toBe(
      `fairlead: ${place}${message.startsWith('line') ? ', ' : ': '}${message} Nothing was written.\n`,
    )
    expect(await readdir(folder)).not.toContain('never.fairlead')
  })

  test('says what another kind of file looks like', async () => {
    const policy = '{"Version":"2012-10-17","Statement":[]}'
    const { code, err } = await fairlead(['import', '-', '-o', at('never.fairlead')], policy)
    expect(code).toBe(2)
    expect(err).toContain('standard input: This looks like an IAM policy, which can’t be imported.')
  })

  test('a folder becomes one design; what can’t be used in it is said', async () => {
    await mkdir(at('project/infra'), { recursive: true })
    await writeFile(at('project/task.json'), '{"family":"orders","containerDefinitions":[]}')
    await writeFile(at('project/infra/other.yaml'), 'family: other\ncontainerDefinitions: []\n')
    await writeFile(at('project/policy.json'), '{"Statement":[]}')
    const { code, err } = await fairlead(['import', at('project'), '-o', at('project.fairlead')])
    expect(code).toBe(0)
    expect(err).toContain('policy.json: This looks like an IAM policy, which can’t be imported.')
    const { elements } = JSON.parse(await read('project.fairlead'))
    expect(Object.keys(elements).sort()).toEqual(['orders-task', 'other-task'])
  })

  test('an import joins a design: what both have is brought up to date', async () => {
    const task = (image: string) =>
      JSON.stringify({ family: 'orders', containerDefinitions: [{ name: 'api', image }] })
    await fairlead(['import', '-', '-o', at('shop.fairlead')], task('nginx:1'))
    const joined = ['import', '-', '--into', at('shop.fairlead'), '-o', at('shop.fairlead')]
    expect((await fairlead(joined, task('nginx:2'))).code).toBe(0)
    const { elements } = JSON.parse(await read('shop.fairlead'))
    expect(Object.keys(elements)).toEqual(['docker-hub', 'orders-task'])
    expect(elements['orders-task'].spec.containerDefinitions[0].image).toBe('@{docker-hub}nginx:2')
  })

  test('and what the design keeps otherwise of an earlier import is told', async () => {
    const template = (stage: string) =>
      `Parameters: {Stage: {Type: String, Default: ${stage}}}\nResources: {Thing: {Type: "AWS::IoT::Thing"}, ${stage}: {Type: "AWS::ECS::Cluster"}}\n`
    await fairlead(['import', '-', '-o', at('shop.fairlead')], template('test'))
    const joined = ['import', '-', '--into', at('shop.fairlead'), '-o', at('shop.fairlead')]
    const { code, err } = await fairlead(joined, template('live'))
    expect(code).toBe(0)
    expect(err).toContain('/Parameters/Stage: The design has another “Stage” of an earlier import')
    const { Parameters } = JSON.parse(await read('shop.fairlead')).imported.cloudFormation
    expect(Parameters.Stage.Default).toBe('test')
  })

  test('problems of a folder have the place in their own file, in YAML too', async () => {
    await mkdir(at('two'), { recursive: true })
    await writeFile(at('two/a.json'), '{"family":"a","containerDefinitions":[{"name":"a"}]}')
    await writeFile(at('two/b.yaml'), 'family: b\ncontainerDefinitions:\n  - name: b\n')
    const { out } = await fairlead(['validate', at('two'), '--format', 'github'])
    expect(out).toMatch(/a\.json,line=1,col=\d+.*has no image/s)
    expect(out).toMatch(/b\.yaml,line=3,col=\d+/)
  })
})

describe('export', () => {
  test.each(['orders', 'containers', 'templated'])('%s.json comes back from its design', async (name) => {
    await fairlead(['import', `${FIXTURES}/${name}.json`, '-o', at('x.fairlead')])
    const { code, out } = await fairlead(['export', at('x.fairlead'), '--to', 'task-definition', '-o', '-'])
    expect(code).toBe(0)
    expect(sameJson(JSON.parse(out), JSON.parse(await fixture(`${name}.json`)))).toBe(true)
  })

  test('describe output comes back as register input', async () => {
    const result = await fairlead([
      'export',
      `${FIXTURES}/described.json`,
      '--to',
      'task-definition',
      '-o',
      at('registered.json'),
    ])
    await expect(transcript(result)).toMatchFileSnapshot('fixtures/described.export.golden.txt')
    await expect(await read('registered.json')).toMatchFileSnapshot(
      'fixtures/described.registered.golden.json',
    )
  })

  test('names what has to be filled in', async () => {
    const result = await fairlead([
      'export',
      `${FIXTURES}/shop.fairlead`,
      '--to',
      'task-definition',
      '-o',
      at('out/'),
    ])
    await expect(transcript(result)).toMatchFileSnapshot('fixtures/shop.export.golden.txt')
    expect(JSON.parse(await read('out/shop.json')).taskRoleArn).toBe('<shop-role>')
  })

  test('several files need a folder', async () => {
    const body = '"containerDefinitions":[{"name":"a","image":"a:1","memory":64}]'
    await writeFile(at('two.json'), `[{"family":"a",${body}},{"family":"A",${body}}]`)
    const toOut = await fairlead(['export', at('two.json'), '--to', 'task-definition', '-o', '-'])
    expect(toOut).toMatchObject({
      code: 2,
      out: '',
      err: 'fairlead: Standard output can’t hold the 2 files of this export. Name a folder after -o.\n',
    })
    expect(
      await fairlead(['export', at('two.json'), '--to', 'task-definition', '-o', at('both')]),
    ).toMatchObject({ code: 0 })
    expect((await readdir(at('both'))).sort()).toEqual(['A-2.json', 'a.json'])
  })

  test('a folder that is not there is named', async () => {
    const result = await fairlead([
      'export',
      `${FIXTURES}/orders.json`,
      '--to',
      'task-definition',
      '-o',
      at('no/such/x.json'),
    ])
    expect(result.code).toBe(2)
    expect(result.err).toContain(
      'fairlead: ~/no/such/x.json: Its folder does not exist. Create the folder, or choose another one.',
    )
  })
})

describe('validate', () => {
  const shop = `${FIXTURES}/shop.fairlead`

  test.each(['text', 'json', 'github', 'sarif', 'junit'])('--format %s', async (format) => {
    const result = await fairlead(['validate', shop, '--format', format])
    await expect(transcript(result)).toMatchFileSnapshot(`fixtures/shop.validate-${format}.golden.txt`)
  })

  test('reads a task definition as it is, and shows the place in it', async () => {
    const result = await fairlead(['validate', `${FIXTURES}/described.json`])
    await expect(transcript(result)).toMatchFileSnapshot('fixtures/described.validate.golden.txt')
  })

  test('--fail-on says which problems count', async () => {
    await fairlead(['new', '--template', 'fargate-service-alb', '-o', at('clean.fairlead'), '--force'])
    const design = JSON.parse(await read('clean.fairlead')) as { elements: Record<string, Element> }
    for (const { kind, spec } of Object.values(design.elements)) if (kind === 'cluster') delete spec.settings
    await writeFile(at('advised.fairlead'), JSON.stringify(design))
    const fine = await fairlead(['validate', at('advised.fairlead')])
    expect(fine.code).toBe(0)
    expect(fine.out).toMatch(/^\d+ advice\.$/m)
    expect(
      await fairlead(['validate', '-', '--fail-on', 'error'], await fixture('shop.fairlead')),
    ).toMatchObject({ code: 1 })
    const advised = await fairlead(['validate', at('advised.fairlead'), '--fail-on', 'advice'])
    expect(advised.code).toBe(1)
  })

  test('a waived problem stays in every report, and fails nothing', async () => {
    const design = JSON.parse(await fixture('shop.fairlead'))
    const every = JSON.parse((await fairlead(['validate', shop, '--format', 'json'])).out).problems
    design.waivers = Object.fromEntries(
      every.map(({ rule, element, path }: Record<string, string>, i: number) => [
        `w-${i}`,
        { rule, element, path, reason: 'Goes in spring', author: 'Platform team', expires: '2026-11-26' },
      ]),
    )
    await writeFile(at('waived.fairlead'), JSON.stringify(design))
    const expected = {
      text: 'waived',
      json: 'Goes in spring',
      github: 'Waived by',
      sarif: 'inSource',
      junit: '<skipped',
    }
    for (const [format, words] of Object.entries(expected)) {
      const { code, out } = await fairlead(['validate', at('waived.fairlead'), '--format', format])
      expect(code).toBe(0)
      expect(out.split(words).length - 1, format).toBeGreaterThanOrEqual(every.length)
    }
  })

  test('several files are one report, and one that can’t be used fails it', async () => {
    const both = await fairlead(['validate', shop, `${FIXTURES}/described.json`, '--format', 'json'])
    const files = new Set(JSON.parse(both.out).problems.map(({ file }: { file: string }) => file))
    expect(files).toEqual(new Set([shop, `${FIXTURES}/described.json`]))
    const broken = await fairlead(['validate', shop, at('nowhere.fairlead')])
    expect(broken).toMatchObject({ code: 2, out: '' })
  })

  test('SARIF is valid against its schema', async () => {
    const require = createRequire(import.meta.url)
    const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
    // Its patterns are older than the Unicode mode of regular expressions.
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
    addFormats(ajv)
    const isValid = ajv.compile(schema)
    const { out } = await fairlead(['validate', shop, at('waived.fairlead'), '--format', 'sarif'])
    expect(isValid(JSON.parse(out)), JSON.stringify(isValid.errors)).toBe(true)
    expect(isValid({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false)
  })

  test('JUnit is well-formed XML whose counts are right', async () => {
    const { out } = await fairlead(['validate', shop, at('waived.fairlead'), '--format', 'junit'])
    const suites = Array.from(
      new DOMParser().parseFromString(out, 'text/xml').getElementsByTagName('testsuite'),
    )
    expect(suites).toHaveLength(2)
    for (const suite of suites) {
      for (const [counter, tag] of [
        ['tests', 'testcase'],
        ['failures', 'failure'],
        ['skipped', 'skipped'],
      ] as const) {
        expect(suite.getElementsByTagName(tag)).toHaveLength(Number(suite.getAttribute(counter)))
      }
    }
  })

  test('a file that can’t be used exits with 2', async () => {
    const result = await fairlead(['validate', '-'], '{"format":"fairlead/9"}')
    expect(result).toEqual({
      code: 2,
      out: '',
      err: 'fairlead: standard input, /format: This design was saved by a newer Fairlead (format 9; this version reads up to 1). Update Fairlead to open it. The file was not changed.\n',
    })
  })
})

describe('--lang ko', () => {
  const spoken = async (argv: readonly string[], golden: string) =>
    expect(transcript(await fairlead([...argv, '--lang', 'ko']))).toMatchFileSnapshot(
      `fixtures/${golden}.ko.golden.txt`,
    )

  test.each(['text', 'github', 'junit'])('validate --format %s', (format) =>
    spoken(['validate', `${FIXTURES}/shop.fairlead`, '--format', format], `shop.validate-${format}`),
  )

  test('import', () =>
    spoken(['import', `${FIXTURES}/described.json`, '-o', at('described-ko.fairlead')], 'described.import'))

  test('export', () =>
    spoken(
      ['export', `${FIXTURES}/shop.fairlead`, '--to', 'task-definition', '-o', at('out-ko/')],
      'shop.export',
    ))

  test('the page of a rule', () => spoken(['rules', 'network-fargate-awsvpc'], 'rule'))

  test('what can’t be used', async () => {
    const { code, err } = await fairlead(['validate', at('nowhere.json'), '--lang', 'ko'])
    expect(code).toBe(2)
    expect(err).toBe('fairlead: ~/nowhere.json: 그런 파일이 없습니다. 이름과 폴더를 확인하세요.\n')
  })

  test('programs read the same words of English in JSON', async () => {
    const codes = async (lang: string) => {
      const { out } = await fairlead([
        'validate',
        `${FIXTURES}/shop.fairlead`,
        '--format',
        'json',
        '--lang',
        lang,
      ])
      return JSON.parse(out).problems.map(({ rule, severity, path }: Record<string, string>) => [
        rule,
        severity,
        path,
      ])
    }
    expect(await codes('ko')).toEqual(await codes('en'))
  })
})

describe('rules', () => {
  test('all of them', async () => {
    const { code, out } = await fairlead(['rules'])
    expect(code).toBe(0)
    expect(out).toMatch(/^error {4}taskdef-fargate-cpu-memory +\S/m)
  })

  test('one of them', async () => {
    await expect(transcript(await fairlead(['rules', 'network-fargate-awsvpc']))).toMatchFileSnapshot(
      'fixtures/rule.golden.txt',
    )
  })

  test('an id that is none', async () => {
    const { code, err } = await fairlead(['rules', 'network-fargate-awsvcp'])
    expect(code).toBe(2)
    expect(err).toBe(
      'fairlead: There is no rule “network-fargate-awsvcp”. Did you mean network-fargate-awsvpc?\n',
    )
    expect((await fairlead(['rules', 'nonsense'])).err).toContain('Run “fairlead rules” to see them all.')
  })
})

describe('pictures', () => {
  const PNG = [0x89, 0x50, 0x4e, 0x47]

  test('an SVG of a task definition that nobody has laid out, the same bytes every time', async () => {
    const svg = () => fairlead(['export', `${FIXTURES}/orders.json`, '--to', 'svg', '-o', '-'])
    const { code, out } = await svg()
    expect(code).toBe(0)
    expect(out).toMatch(/^<svg [\s\S]*<\/svg>\n$/)
    for (const text of ['orders', 'orders/api', 'fs-0a1b2c3d4e5f60718']) expect(out).toContain(text)
    expect((await svg()).out).toBe(out)
    expect(out).toContain('>task role<')
    const { out: korean } = await fairlead([
      'export',
      `${FIXTURES}/orders.json`,
      '--to',
      'svg',
      '-o',
      '-',
      '--lang',
      'ko',
    ])
    expect(korean).toContain('>태스크 역할<')
  })

  test('a PNG in the size that --scale asks for', async () => {
    const width = async (scale: string) => {
      const result = await fairlead([
        'export',
        `${FIXTURES}/shop.fairlead`,
        '--to',
        'png',
        '-o',
        at(`${scale}.png`),
        '--scale',
        scale,
      ])
      expect(result.code).toBe(0)
      const bytes = await readFile(at(`${scale}.png`))
      expect([...bytes.subarray(0, 4)]).toEqual(PNG)
      return bytes.readUInt32BE(16)
    }
    expect(await width('2')).toBe(2 * (await width('1')))
  })

  /** What the command writes to standard output. */
  const svg = async (...options: readonly string[]) => {
    const result = await fairlead([
      'export',
      `${FIXTURES}/shop.fairlead`,
      '--to',
      'svg',
      '-o',
      '-',
      ...options,
    ])
    expect(result.code).toBe(0)
    return result.out
  }

  test('what can be chosen about it', async () => {
    expect(await svg()).toContain('<metadata')
    expect(await svg('--no-design')).not.toContain('<metadata')
    expect(await svg('--theme', 'auto')).toContain('@media (prefers-color-scheme:dark)')
    expect(await svg('--no-design')).toContain('</defs><rect ')
    expect(await svg('--transparent', '--no-design')).toContain('</defs><g ')
    expect(await svg('--embed-fonts')).toContain('@font-face')
  })

  test('a part of the design, and no part that isn’t there', async () => {
    const [id = ''] = /id="e-([^"]+)"/.exec(await svg())?.slice(1) ?? []
    const part = await svg('--select', id, '--no-design')
    expect(part.length).toBeLessThan((await svg('--no-design')).length)
    const options = ['export', `${FIXTURES}/shop.fairlead`, '--to', 'svg', '-o', '-']
    const { code, err } = await fairlead([...options, '--select', 'nobody'])
    expect(code).toBe(2)
    expect(err).toContain('The design has no element “nobody”.')
  })

  test('a PDF, on paper and with pages behind it', async () => {
    const pdf = async (...options: readonly string[]) => {
      const { code } = await fairlead([
        ...['export', `${FIXTURES}/shop.fairlead`, '--to', 'pdf', '-o', at('shop.pdf')],
        ...options,
      ])
      expect(code).toBe(0)
      const text = (await readFile(at('shop.pdf'))).toString('latin1')
      expect(text).toMatch(/^%PDF-1\.7\n/)
      return Number(/\/Count (\d+)/.exec(text)?.[1])
    }
    expect(await pdf()).toBe(1)
    expect(await pdf('--page', 'A4', '--pages', 'problems,waivers')).toBeGreaterThan(2)
    const wrong = ['export', 'x', '--to', 'pdf', '-o', '-', '--pages', 'costs']
    expect((await fairlead(wrong)).err).toContain('Allowed are problems, waivers, threads, changes.')
  })

  test('a picture stands for its design wherever a design is read', async () => {
    for (const format of ['png', 'svg']) {
      await fairlead(['export', `${FIXTURES}/shop.fairlead`, '--to', format, '-o', at(`again.${format}`)])
      const direct = await fairlead(['validate', `${FIXTURES}/shop.fairlead`, '--format', 'json'])
      const carried = await fairlead(['validate', at(`again.${format}`), '--format', 'json'])
      expect(carried.code).toBe(direct.code)
      expect(JSON.parse(carried.out).problems).toEqual(JSON.parse(direct.out).problems)
    }
    await fairlead([
      'export',
      `${FIXTURES}/shop.fairlead`,
      '--to',
      'png',
      '--no-design',
      '-o',
      at('bare.png'),
    ])
    const { code, err } = await fairlead(['validate', at('bare.png')])
    expect(code).toBe(2)
    expect(err).toContain('This picture carries no design. Chat apps and screenshots remove it.')
  })

  test('the dark theme is another picture', async () => {
    const themed = (theme: string) =>
      fairlead(['export', `${FIXTURES}/shop.fairlead`, '--to', 'svg', '--theme', theme, '-o', '-'])
    expect((await themed('dark')).out).not.toBe((await themed('light')).out)
  })
})

describe('new', () => {
  test('starts an empty design, and does not replace one', async () => {
    expect(await fairlead(['new', '-o', at('mine.fairlead')])).toEqual({ code: 0, out: '', err: '' })
    expect(await read('mine.fairlead')).toBe(
      '{\n  "format": "fairlead/1",\n  "name": "mine",\n  "elements": {},\n  "connections": {},\n  "layout": {}\n}\n',
    )
    const again = await fairlead(['new', '-o', at('mine.fairlead')])
    expect(again).toMatchObject({
      code: 2,
      err: 'fairlead: ~/mine.fairlead: There is a file of this name already. Choose another name, or add --force.\n',
    })
    expect(await fairlead(['new', '-o', at('mine.fairlead'), '--force'])).toMatchObject({ code: 0 })
  })

  test('starts from a template', async () => {
    expect(await fairlead(['new', '--template', 'fargate-service-alb', '-o', at('web.fairlead')])).toEqual({
      code: 0,
      out: '',
      err: '',
    })
    expect(JSON.parse(await read('web.fairlead'))).toMatchObject({ format: 'fairlead/1', name: 'web' })
  })

  test('lists the templates for a name that is none', async () => {
    const { code, err } = await fairlead(['new', '--template', 'nope', '-o', at('nope.fairlead')])
    expect(code).toBe(2)
    expect(err).toMatch(
      /^fairlead: There is no template “nope”\. Choose one of .*fargate-service-alb.*\. Nothing was written\.\n$/,
    )
  })
})

describe('usage', () => {
  test('the committed command says how to build the program when it is not built', async () => {
    await mkdir(at('bare/electron/cli'), { recursive: true })
    await copyFile('electron/cli/fairlead.js', at('bare/electron/cli/fairlead.mjs'))
    const { status, stderr } = spawnSync(process.execPath, [at('bare/electron/cli/fairlead.mjs')], {
      encoding: 'utf8',
    })
    expect(status).toBe(70)
    expect(stderr).toBe('fairlead: The program is not built yet. Run “npm run build” first.\n')
  })

  test('help speaks Korean, too', async () => {
    await expect(transcript(await fairlead(['--lang', 'ko', '--help']))).toMatchFileSnapshot(
      'fixtures/help.ko.golden.txt',
    )
    await expect(transcript(await fairlead(['export', '--help', '--lang=ko']))).toMatchFileSnapshot(
      'fixtures/help-export.ko.golden.txt',
    )
  })

  test.each([
    [['validate'], "오류: 필수 인수 'file'이(가) 없습니다"],
    [
      ['export', 'x', '--to', 'gif', '-o', '-'],
      "오류: 옵션 '--to <format>'의 인수 'gif'이(가) 잘못되었습니다.",
    ],
    [['export', 'x', '--scale', '9', '-o', '-'], '0보다 크고 8 이하인 숫자여야 합니다.'],
    [['validat'], '(validate을(를) 찾으셨나요?)'],
  ])('%j is refused in Korean', async (argv, said) => {
    const { code, err } = await fairlead([...argv, '--lang', 'ko'])
    expect(code).toBe(2)
    expect(err).toContain(said)
    expect(err).toContain('사용법을 보려면 --help를 붙여 실행하세요.')
  })

  test('help goes to standard output', async () => {
    await expect(transcript(await fairlead(['--help']))).toMatchFileSnapshot('fixtures/help.golden.txt')
  })

  test('the version', async () => {
    expect(await fairlead(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' })
  })

  test.each([
    [[]],
    [['nonsense']],
    [['import', 'a.json']],
    [['import', '-o', 'x']],
    [['import', 'a.json', '-o', 'x', '--from', 'nonsense']],
    [['export', 'a.json', '-o', 'x']],
    [['export', 'a.json', '--to', 'nonsense', '-o', 'x']],
    [['validate', 'a.json', '--fail-on', 'nonsense']],
    [['validate', 'a.json', '--nonsense']],
    [['export', 'a.json', '--to', 'png', '-o', 'x', '--scale', '0']],
    [['export', 'a.json', '--to', 'png', '-o', 'x', '--theme', 'pink']],
  ])('%j exits with 2, says why on standard error, and prints nothing', async (argv) => {
    const { code, out, err } = await fairlead(argv)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).not.toBe('')
  })

  test('a fault of our own exits with 70 and asks for a report', async () => {
    const broken = {
      ...nodeIo('assets', '1.2.3'),
      today: () => '2026-11-26',
      stdout: () => {},
      stdin: () => Promise.reject(new Error('unreachable')),
    }
    let err = ''
    const list = () => {
      throw new TypeError('The list is broken.')
    }
    const code = await run(['new', '--template', 'x', '-o', at('x')], {
      ...broken,
      list,
      stderr: (text) => (err += text),
    })
    expect(code).toBe(70)
    expect(err).toMatch(
      /^fairlead: This is a fault in Fairlead 1\.2\.3, not in your file\.[\s\S]*The list is broken\./,
    )
  })
})
