import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Design, type Element, emptyDesign } from '../../design/design'
import { edit } from '../../design/edit'
import { candidates, connect, disconnect } from '../../graph/connect'
import { graphOf } from '../../graph/graph'
import type { Text } from '../../texts/text'

/** What people have in a task definition before a line is drawn; members are there or not. */
const container = fc.record(
  {
    name: fc.constantFrom('api', 'web', 'worker', 'log-router'),
    image: fc.constantFrom('nginx:1.27', 'ghcr.io/acme/api:2', '<image>'),
    essential: fc.boolean(),
    environment: fc.constant([{ name: 'LOG_LEVEL', value: 'info' }]),
    secrets: fc.constant([{ name: 'TARGET', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/x' }]),
    mountPoints: fc.constant([{ sourceVolume: 'scratch', containerPath: '/scratch' }]),
    logConfiguration: fc.constantFrom(
      { logDriver: 'awsfirelens' },
      { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/x' } },
    ),
  },
  { requiredKeys: ['name'] },
)
const taskDefinition = fc.record(
  {
    family: fc.constant('orders'),
    containerDefinitions: fc.array(container, { minLength: 1, maxLength: 4 }),
    volumes: fc.constantFrom([{ name: 'scratch' }], [{ name: 'target', host: { sourcePath: '/srv' } }]),
  },
  { requiredKeys: ['family'] },
)
const targets: readonly Element[] = [
  { kind: 'efs-file-system', spec: { CreationToken: 'target' } },
  { kind: 'fsx-windows', spec: {} },
  { kind: 's3files-file-system', spec: {} },
  { kind: 'ecr-repository', spec: { repositoryName: 'team/target' } },
  { kind: 'image-registry', spec: { host: 'ghcr.io' } },
  { kind: 'secret', spec: { Name: 'prod/target' } },
  { kind: 'ssm-parameter', spec: { Name: '/prod/target' } },
  { kind: 'log-group', spec: { logGroupName: '/ecs/target' } },
  { kind: 'iam-role', spec: { RoleName: 'target' } },
]

test('whatever is in a task definition, a line that is drawn and erased leaves it as it was', () => {
  fc.assert(
    fc.property(
      taskDefinition,
      fc.constantFrom(...targets),
      fc.option(fc.nat({ max: 3 })),
      fc.nat(),
      (spec, target, row, choice) => {
        const before: Design = {
          ...emptyDesign('lines'),
          elements: { task: { kind: 'task-definition', spec }, target },
        }
        const options = candidates(graphOf(before), 'task', 'target')
        const candidate = options[choice % options.length]!
        let reason: Text | undefined
        const { design: after } = edit(before, (draft) => {
          reason = connect(draft, candidate, row === null ? undefined : `/containerDefinitions/${row}`)
        })
        if (reason !== undefined) {
          expect(after).toEqual(before)
          return
        }
        const lines = graphOf(after).connections
        expect(lines.map(({ to, meaning }) => [to, meaning])).toEqual([['target', candidate.meaning]])
        expect(edit(after, (draft) => disconnect(draft, lines[0]!)).design).toEqual(before)
      },
    ),
  )
})

test('a spec of any shape is drawn into, or refused, but never breaks', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('containerDefinitions', 'volumes', 'family', 'taskRoleArn'),
        fc.jsonValue({ maxDepth: 3 }),
      ),
      fc.constantFrom(...targets),
      (spec, target) => {
        const before: Design = {
          ...emptyDesign('lines'),
          elements: { task: { kind: 'task-definition', spec }, target },
        }
        for (const candidate of candidates(graphOf(before), 'task', 'target')) {
          const { design: after } = edit(before, (draft) => {
            connect(draft, candidate)
          })
          for (const line of graphOf(after).connections) {
            line.relation?.label?.(after.elements.task!.spec, line.pointer!)
            edit(after, (draft) => disconnect(draft, line))
          }
        }
      },
    ),
  )
})
