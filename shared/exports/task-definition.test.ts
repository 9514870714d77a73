import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Design, type Element, emptyDesign } from '../design/design'
import { escapeText } from '../design/references'
import { design, text } from '../testing/arbitraries'
import { english } from '../texts/text'
import { fileNames } from './file-names'
import { taskDefinitionExport } from './task-definition'

const designOf = (elements: Record<string, Element>): Design => ({ ...emptyDesign('Test'), elements })
const task = (spec: Element['spec']): Element => ({ kind: 'task-definition', spec })
const contents = (of: Design) => taskDefinitionExport.export(of).files.map((file) => JSON.parse(file.content))

describe('references', () => {
  const elements = {
    td: task({
      family: 'orders',
      taskRoleArn: '@{role}',
      containerDefinitions: [{ image: '@{repo.uri}:1' }],
    }),
    role: { kind: 'iam-role', spec: { RoleName: 'orders' } },
    repo: { kind: 'ecr-repository', spec: { repositoryName: 'orders' } },
  }

  test('become identifiers where the drawing or AWS knows them', () => {
    const known = { ...designOf(elements), region: 'eu-west-1', account: '123456789012' }
    expect(contents(known)).toEqual([
      {
        family: 'orders',
        taskRoleArn: 'arn:aws:iam::123456789012:role/orders',
        containerDefinitions: [{ image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1' }],
      },
    ])
    expect(taskDefinitionExport.export(known).notes).toEqual([])
  })

  test('become visible placeholders otherwise, each named in a note', () => {
    const { notes } = taskDefinitionExport.export(designOf(elements))
    expect(contents(designOf(elements))[0]).toMatchObject({
      taskRoleArn: '<role>',
      containerDefinitions: [{ image: '<repo.uri>:1' }],
    })
    expect(
      notes.map(({ code, file, pointer, text }) => ({ code, file, pointer, said: english(text) })),
    ).toEqual([
      {
        code: 'placeholder',
        file: 'orders.json',
        pointer: '/taskRoleArn',
        said: '“<role>” must be filled in: the ARN of IAM role “role” is known once it exists.',
      },
      {
        code: 'placeholder',
        file: 'orders.json',
        pointer: '/containerDefinitions/0/image',
        said: '“<repo.uri>” must be filled in: the URI of ECR repository “repo” is known once it exists.',
      },
    ])
  })

  test('to nothing are named, too, even when they sound like parts of JavaScript', () => {
    const { notes } = taskDefinitionExport.export(
      designOf({ td: task({ family: 'a', taskRoleArn: '@{constructor}' }) }),
    )
    expect(notes).toMatchObject([{ code: 'dangling', pointer: '/taskRoleArn' }])
  })
})

test('nulls are kept, and said, because the AWS CLI refuses them', () => {
  const { notes } = taskDefinitionExport.export(
    designOf({ td: task({ family: 'a', volumes: [{ 'x/y': null }] }) }),
  )
  expect(notes).toMatchObject([{ code: 'null', pointer: '/volumes/0/x~1y', element: 'td' }])
})

test('a design without a task definition gives no file, and says so', () => {
  expect(taskDefinitionExport.export(emptyDesign('Test'))).toEqual({
    files: [],
    notes: [{ code: 'nothing', text: 'The design has no task definition.' }],
  })
})

test('a bare list that got a family is a task definition', () => {
  const element = { ...task({ containerDefinitions: [{ name: 'a' }] }), imported: { shape: 'containers' } }
  expect(contents(designOf({ td: element }))).toEqual([[{ name: 'a' }]])
  const named = { ...element, spec: { ...element.spec, family: 'a' } }
  expect(contents(designOf({ td: named }))).toEqual([{ containerDefinitions: [{ name: 'a' }], family: 'a' }])
})

test('any text comes out as it was before it was escaped', () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(contents(designOf({ td: task({ family: 'a', x: escapeText(written) }) }))).toEqual([
        { family: 'a', x: written },
      ])
    }),
  )
})

test('any design exports, the same bytes every time, one valid file a task definition', () => {
  fc.assert(
    fc.property(design, (random) => {
      const first = taskDefinitionExport.export(random)
      expect(taskDefinitionExport.export(structuredClone(random))).toEqual(first)
      const count = (kind: string) => Object.values(random.elements).filter((one) => one.kind === kind).length
      // Of a design for Kubernetes alone, what its workloads would be.
      expect(first.files).toHaveLength(count('task-definition') || count('kubernetes-workload'))
      for (const file of first.files) expect(() => JSON.parse(file.content)).not.toThrow()
    }),
  )
})

describe('file names', () => {
  test.each([
    ['orders', 'orders.json'],
    ['주문 서비스', '주문-서비스.json'],
    ['../../etc/passwd', 'etc-passwd.json'],
    ['CON', '_CON.json'],
    ['nul.txt', '_nul.txt.json'],
    ['<x>:|?*', 'x.json'],
    ['...', 'export.json'],
    ['', 'export.json'],
  ])('“%s” becomes %s', (wanted, name) => {
    expect(fileNames()(wanted, '.json')).toBe(name)
  })

  test('no two are alike, even where upper and lower case are the same', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(text, fc.constantFrom('a', 'A', 'a-2', 'A-2'))), (wanted) => {
        const nameFor = fileNames()
        const names = wanted.map((name) => nameFor(name, '.json').toLowerCase())
        expect(new Set(names).size).toBe(names.length)
        for (const name of names) expect(name).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}\p{M}._-]*$/u)
      }),
    )
  })
})
