import { partShape } from '../../elements/parts/imported-shape'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, element, fargateTask } from '../examples'
import { dropItemsWith } from '../fixes'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { containersOf, mayName } from './containers'

export const containerVolumesFrom = defineRule({
  id: 'container-volumes-from',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/volumesFrom'],
  title: 'Volumes are taken from other containers of the task',
  message: 'Container “{container}” takes volumes from “{source}”, which is no other container of this task.',
  variants: { itself: 'Container “{container}” takes volumes from itself; remove that.' },
  why: 'With volumesFrom a container mounts what another container of the same task has mounted. RegisterTaskDefinition refuses the name of a container that the definition does not have.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VolumeFrom.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    // One container alone: its siblings stand elsewhere.
    if (partShape(element) === 'container') return
    for (const { at, called, container } of containersOf(spec)) {
      container.volumesFrom?.forEach(({ sourceContainer: source }, index) => {
        const itself = source === container.name
        if (!isKnown(source) || (!itself && mayName(spec, source))) return
        const list = `${at}/volumesFrom`
        report({
          at: `${list}/${index}/sourceContainer`,
          ...(itself && { variant: 'itself' }),
          values: { container: called, source },
          fix: dropItemsWith(say`Take no volumes from “${source}”`, id, list, 'sourceContainer', source),
        })
      })
    }
  },
  examples: () => ({
    valid: {
      'a sibling': drawing({
        task: fargateTask({ containerDefinitions: [taking('app'), container({ name: 'app' })] }),
      }),
      'a placeholder': drawing({ task: fargateTask({ containerDefinitions: [taking('<app>')] }) }),
      'one container alone, as Terraform keeps it': drawing({
        task: element(
          'task-definition',
          { containerDefinitions: [taking('app')] },
          { imported: { shape: 'container' } },
        ),
      }),
    },
    invalid: {
      'a container that is not there': {
        design: drawing({ task: fargateTask({ containerDefinitions: [taking('ghost')] }) }),
        element: 'task',
        at: '/containerDefinitions/0/volumesFrom/0/sourceContainer',
      },
      itself: {
        design: drawing({ task: fargateTask({ containerDefinitions: [taking('web')] }) }),
        element: 'task',
        at: '/containerDefinitions/0/volumesFrom/0/sourceContainer',
      },
    },
  }),
})

function taking(sourceContainer: string) {
  return container({ volumesFrom: [{ sourceContainer, readOnly: true }] })
}
