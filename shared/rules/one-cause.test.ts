import { expect, it } from 'vitest'
import { behindBalancer, container, drawing, element, fargateTask, onFargate } from './examples'
import { rules } from './registry'
import { validate } from './validate'

/** Rules that may speak of one place, because neither mend makes the other needless. */
const apart = [
  ['iam-task-role-actions', 'volume-s3-bucket-unsupported'],
  ['iam-task-role-exec-command', 'service-exec-readonly'],
  ['iam-trust-principal', 'spec-member-type'],
  ['taskdef-fargate-cpu-memory', 'taskdef-size-not-string'],
].map((pair) => pair.join(' + '))

const examples = rules.flatMap(({ id, examples }) =>
  Object.entries(examples().invalid).map(([name, { design }]) => ({ name: `${id}: ${name}`, design })),
)

it('in no example two rules speak of the same place', () => {
  const twice = examples.flatMap(({ name, design }) => {
    const problems = validate(design).filter(({ severity }) => severity !== 'advice')
    return problems.flatMap((a) =>
      problems
        .filter((b) => a.rule < b.rule && a.element === b.element && a.path === b.path)
        .map((b) => ({ name, pair: `${a.rule} + ${b.rule}` })),
    )
  })
  expect(twice.filter(({ pair }) => !apart.includes(pair))).toEqual([])
  expect([...new Set(twice.map(({ pair }) => pair))].sort()).toEqual(apart)
})

it('a rule yields to others that there are and that do not yield to it', () => {
  const yields = new Map(rules.map(({ id, yieldsTo = [] }) => [id, yieldsTo]))
  for (const [id, others] of yields) {
    for (const other of others) expect(yields.get(other), `${id} yields to ${other}`).not.toContain(id)
  }
})

/** The rules that find something, advice apart. */
const found = (design: Parameters<typeof validate>[0]) =>
  validate(design)
    .filter(({ severity, rule }) => severity !== 'advice' && !unrelated.includes(rule))
    .map(({ rule }) => rule)

/** What small drawings lack. */
const unrelated = ['cluster-service-outside', 'log-missing', 'lb-http-only']

it('tells the better reason of an old platform version', () => {
  const old = { platformVersion: '1.3.0' }
  expect(found(onFargate(old))).toEqual(['service-platform-version-old'])
  expect(found(onFargate(old, { pidMode: 'task' }))).toEqual(['taskdef-pid-fargate-platform'])
})

it('tells of a missing name where it is missing, and not where it is used', () => {
  const nameless = { image: 'public.ecr.aws/nginx/nginx:1.27', portMappings: [{ containerPort: 80 }] }
  const { elements } = behindBalancer()
  const task = fargateTask({ containerDefinitions: [nameless] })
  expect(found(drawing({ ...elements, task }))).toEqual(['container-name-required'])
})

it('tells of an image that is none, and not of its tag', () =>
  expect(
    found(drawing({ task: fargateTask({ containerDefinitions: [container({ image: 'nginx 1' })] }) })),
  ).toEqual(['image-format']))

it('tells of a service in the wrong kind of cluster, and not that it has none', () => {
  const { elements } = onFargate()
  const shop = element('eks-cluster', { name: 'shop' })
  const web = { ...elements.web, inside: 'shop' } as (typeof elements)[string]
  expect(validate(drawing({ ...elements, shop, web })).map(({ rule }) => rule)).toContain('eks-node-in-ecs')
  expect(validate(drawing({ ...elements, shop, web })).map(({ rule }) => rule)).not.toContain(
    'cluster-service-outside',
  )
})
