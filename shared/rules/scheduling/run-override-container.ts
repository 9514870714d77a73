import { task as taskKind } from '../../elements/task'
import { say } from '../../texts/text'
import { isSettled } from '../container/containers'
import { setMembers } from '../fixes'
import { definitionOf, isAbsent, isUnknown } from '../reading'
import { defineRule } from '../rule'
import { runTask } from './examples'

const LIST = '/overrides/containerOverrides'
const clean = { command: ['clean'] }

export const runOverrideContainer = defineRule({
  id: 'run-override-container',
  severity: 'error',
  on: [taskKind],
  needs: ['/overrides'],
  title: 'A container override names a container of the task',
  message: 'The overrides name container “{name}”, which the task does not have; use one of {names}.',
  variants: { nameless: 'Say which container this override is for.' },
  why: 'ECS finds the container that an override changes by its name, to the letter. RunTask refuses an override without a name, or with one that the task definition does not have.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    const overrides = spec.overrides?.containerOverrides ?? []
    if (overrides.length === 0) return
    const containers = definitionOf(graph, id)?.spec.containerDefinitions ?? []
    const names = containers.flatMap(({ name }) => (name ? [name] : []))
    const known = names.length > 0 && containers.every((one) => isSettled(one.name))
    overrides.forEach((override, i) => {
      const { name } = override
      if (isUnknown(name) || isAbsent(override) || (name && (!known || names.includes(name)))) return
      const at = name ? `${LIST}/${i}/name` : `${LIST}/${i}`
      const meant = matching(names, name)
      report({
        at,
        ...(name
          ? { values: { name, names: names.map((one) => `“${one}”`).join(', ') } }
          : { variant: 'nameless' }),
        ...(known &&
          meant !== undefined && {
            fix: setMembers(say`Name container “${meant}”`, id, { [`${LIST}/${i}/name`]: meant }),
          }),
      })
    })
  },
  examples: () => ({
    valid: {
      'a container of the task': overriding({ name: 'web', ...clean }),
      'a placeholder': overriding({ name: '<container>', ...clean }),
      'a task definition that is not drawn': runTask({
        taskDefinition: 'web:7',
        overrides: { containerOverrides: [{ name: 'ghost', ...clean }] },
      }),
      'only the size of the task': runTask({ overrides: { cpu: '512', memory: '1024' } }),
    },
    invalid: {
      'an unknown container': {
        design: overriding({ name: 'ghost', ...clean }),
        element: 'nightly',
        at: `${LIST}/0/name`,
      },
      'in another spelling, among two': {
        design: runTask(
          { overrides: { containerOverrides: [{ name: 'Proxy', ...clean }] } },
          {
            containerDefinitions: [
              { name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27' },
              { name: 'proxy', image: 'public.ecr.aws/nginx/nginx:1.27' },
            ],
          },
        ),
        element: 'nightly',
        at: `${LIST}/0/name`,
      },
      'no name': { design: overriding(clean), element: 'nightly', at: `${LIST}/0` },
    },
  }),
})

/** The one that is spelled alike, else the only one. */
function matching(names: readonly string[], name: string | undefined): string | undefined {
  const alike = names.find((one) => one.toLowerCase() === name?.toLowerCase())
  return alike ?? (names.length === 1 ? names[0] : undefined)
}

function overriding(override: object) {
  return runTask({ overrides: { containerOverrides: [override] } })
}
