import { isObject, valueAt } from '../../basics/json'
import { partShape } from '../../elements/parts/imported-shape'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, element, fargateTask } from '../examples'
import { dropItemsWith } from '../fixes'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { containersOf, mayName } from './containers'

export const containerDependsUnknown = defineRule({
  id: 'container-depends-unknown',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/dependsOn'],
  title: 'A container depends on other containers of its task',
  message: 'Container “{container}” waits for “{target}”, which is no other container of this task.',
  variants: {
    itself: 'Container “{container}” waits for itself and would never start.',
    nothing: 'A dependency of container “{container}” does not say which container it waits for.',
  },
  why: 'Start order exists only among the containers of one task, by their names. RegisterTaskDefinition refuses a dependency on a container that the definition does not have. Another service can’t be waited for that way.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    // One container alone: its siblings stand elsewhere.
    if (partShape(element) === 'container') return
    for (const { at, called, container } of containersOf(spec)) {
      container.dependsOn?.forEach(({ containerName: target }, index) => {
        const list = `${at}/dependsOn`
        if (!target) {
          const item = valueAt(element.spec, `${list}/${index}`)
          if (!isObject(item) || item.containerName) return
          report({ at: `${list}/${index}`, variant: 'nothing', values: { container: called } })
          return
        }
        const itself = target === container.name
        if (!isKnown(target) || (!itself && mayName(spec, target))) return
        report({
          at: `${list}/${index}/containerName`,
          ...(itself && { variant: 'itself' }),
          values: { container: called, target },
          fix: dropItemsWith(say`Don’t wait for “${target}”`, id, list, 'containerName', target),
        })
      })
    }
  },
  examples: () => ({
    valid: {
      'another container': drawing({
        task: fargateTask({ containerDefinitions: [waiting('init'), container({ name: 'init' })] }),
      }),
      'a placeholder': drawing({ task: fargateTask({ containerDefinitions: [waiting('<sidecar>')] }) }),
      'a container whose name is a placeholder may be meant': drawing({
        task: fargateTask({ containerDefinitions: [waiting('init'), container({ name: '<init>' })] }),
      }),
      'one container alone, as Terraform keeps it': drawing({
        task: element(
          'task-definition',
          { containerDefinitions: [waiting('init')] },
          { imported: { shape: 'container' } },
        ),
      }),
    },
    invalid: {
      'a container that is not there': {
        design: drawing({ task: fargateTask({ containerDefinitions: [waiting('db')] }) }),
        element: 'task',
        at: '/containerDefinitions/0/dependsOn/0/containerName',
      },
      'one of two': {
        design: drawing({
          task: fargateTask({ containerDefinitions: [waiting('init', 'db'), container({ name: 'init' })] }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/dependsOn/1/containerName',
      },
      itself: {
        design: drawing({ task: fargateTask({ containerDefinitions: [waiting('web')] }) }),
        element: 'task',
        at: '/containerDefinitions/0/dependsOn/0/containerName',
      },
      nothing: {
        design: drawing({
          task: fargateTask({ containerDefinitions: [container({ dependsOn: [{ condition: 'START' }] })] }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/dependsOn/0',
      },
    },
  }),
})

function waiting(...names: readonly string[]) {
  return container({
    dependsOn: names.map((containerName) => ({ containerName, condition: 'START' })),
  })
}
