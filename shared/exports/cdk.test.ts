import { describe, expect, test } from 'vitest'
import type { Design } from '../design/design'
import { drawing, element, fargateTask } from '../rules/examples'
import { templates } from '../testing/templates'
import { cdkExport } from './cdk'

const fileOf = (design: Design, ending: string) =>
  cdkExport.export(design).files.find(({ name }) => name.endsWith(ending))?.content ?? ''

describe('the code', () => {
  const text = fileOf(
    drawing({
      task: fargateTask({
        taskRoleArn: '@{class}',
        containerDefinitions: [
          {
            name: 'web',
            image: '@{images.uri}:1',
            environment: [{ name: 'A', value: "it's `x` ${y} \\ \n" }],
            dockerLabels: { 'Com.Example': '1' },
          },
        ],
        volumes: [
          {
            name: 'v',
            efsVolumeConfiguration: { fileSystemId: 'fs-1', authorizationConfig: { iam: 'ENABLED' } },
          },
        ],
      }),
      images: element('ecr-repository', { repositoryName: 'web' }),
      class: element('iam-role', { RoleName: 'web', AssumeRolePolicyDocument: '{"Version":"2012-10-17"}' }),
    }),
    '-stack.ts',
  )

  test('refers to constructs by their attributes', () => {
    expect(text).toContain('image: `${images.attrRepositoryUri}:1`')
    expect(text).toContain('taskRoleArn: classResource.attrArn')
  })

  test('spells properties as the CDK does, and leaves keys of people alone', () => {
    expect(text).toMatch(/efsVolumeConfiguration: \{\s+filesystemId: 'fs-1'/)
    expect(text).toContain("iam: 'ENABLED'")
    expect(text).toContain("'Com.Example': '1'")
    expect(text).toContain("Version: '2012-10-17'")
  })

  test('holds any text as a text', () => {
    expect(text).toContain("value: 'it\\'s `x` ${y} \\\\ \\n'")
  })

  test('gives no name to what nobody uses', () => {
    expect(text).toContain("new ecs.CfnTaskDefinition(this, 'Task'")
    expect(text).not.toContain('const task =')
  })
})

test('a deep value is written once, not twice as often with each depth', () => {
  const family = Array.from({ length: 25 }).reduce<unknown>((inner) => [{ a: inner }], 'inmost')
  const text = fileOf(drawing({ task: fargateTask({ family }) }), '-stack.ts')
  expect(text.split("'inmost'")).toHaveLength(2)
})

test('the app says where the stack is, when the design does', () => {
  const app = fileOf(drawing({ task: fargateTask() }), 'app.ts')
  expect(app).toContain("env: { account: '123456789012', region: 'eu-west-1' }")
})

test('the same design is the same files', () => {
  const design = templates['blue-green'] as Design
  expect(cdkExport.export(structuredClone(design))).toEqual(cdkExport.export(design))
})
