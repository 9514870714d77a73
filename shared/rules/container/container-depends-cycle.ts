import { taskDefinition } from '../../elements/task-definition'
import { say, type Text } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import type { TaskDefinitionSpec } from '../reading'
import { defineRule } from '../rule'
import { namesNeededBy } from './container-names'
import { containerNamed, containersOf, type PlacedContainer } from './containers'

export const containerDependsCycle = defineRule({
  id: 'container-depends-cycle',
  severity: 'error',
  on: [taskDefinition],
  needs: [
    '/containerDefinitions/*/dependsOn',
    '/containerDefinitions/*/links',
    '/containerDefinitions/*/volumesFrom',
  ],
  title: 'Containers don’t wait for each other in a circle',
  message: 'These containers wait for each other in a circle: {circle}. Take one dependency out.',
  why: 'A container starts when everything that it depends on, links to or takes volumes from has started, and stops in the reverse order. In a circle none could ever be the first.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ spec, report }) {
    const waiting = containersOf(spec).filter(({ container }) => namesNeededBy(container).length > 0)
    const inCircle = new Set<number>()
    for (const { index, at } of waiting.length > 1 ? waiting : []) {
      if (inCircle.has(index)) continue
      const circle = wayBack(spec, index)
      if (!circle) continue
      for (const one of circle) inCircle.add(one.index)
      const names: readonly Text[] = [...circle, ...circle.slice(0, 1)].map((one) => say`“${one.called}”`)
      report({ at, values: { circle: names.reduce((way, name) => say`${way} → ${name}`) } })
    }
  },
  examples: () => ({
    valid: {
      'a chain': drawing({
        task: fargateTask({ containerDefinitions: [app('a', 'b'), app('b', 'c'), app('c')] }),
      }),
      'two ways to the same container': drawing({
        task: fargateTask({
          containerDefinitions: [app('a', 'b', 'c'), app('b', 'd'), app('c', 'd'), app('d')],
        }),
      }),
      'itself, which container-depends-unknown reports': drawing({
        task: fargateTask({ containerDefinitions: [app('a', 'a')] }),
      }),
    },
    invalid: {
      'two that wait for each other': {
        design: drawing({ task: fargateTask({ containerDefinitions: [app('a', 'b'), app('b', 'a')] }) }),
        element: 'task',
        at: '/containerDefinitions/0',
      },
      'a circle behind the first container': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [app('a', 'b'), app('b', 'c'), app('c', 'd'), app('d', 'b')],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/1',
      },
      'by a link and volumes': {
        design: drawing({
          task: ec2Task({
            containerDefinitions: [
              { ...app('a'), memory: 128, links: ['b:database'] },
              { ...app('b'), memory: 128, volumesFrom: [{ sourceContainer: 'a' }] },
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0',
      },
    },
  }),
})

/** The shortest way from a container over what it needs back to it; undefined when there is none. */
function wayBack(spec: TaskDefinitionSpec, start: number): readonly PlacedContainer[] | undefined {
  const first = containersOf(spec)[start]
  if (!first) return undefined
  const seen = new Set<number>()
  let ways: readonly (readonly PlacedContainer[])[] = [[first]]
  while (ways.length > 0) {
    const longer: PlacedContainer[][] = []
    for (const way of ways) {
      const last = way[way.length - 1]
      for (const next of last ? othersNeededBy(spec, last) : []) {
        if (next.index === start) return way
        if (seen.has(next.index)) continue
        seen.add(next.index)
        longer.push([...way, next])
      }
    }
    ways = longer
  }
  return undefined
}

function othersNeededBy(spec: TaskDefinitionSpec, placed: PlacedContainer): readonly PlacedContainer[] {
  const needed = namesNeededBy(placed.container).flatMap((name) =>
    name === undefined ? [] : (containerNamed(spec, name) ?? []),
  )
  return needed.filter(({ index }) => index !== placed.index)
}

function app(name: string, ...needs: readonly string[]) {
  const dependsOn = needs.map((containerName) => ({ containerName, condition: 'START' }))
  return container({ name, ...(needs.length > 0 && { dependsOn }) })
}
