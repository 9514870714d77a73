import { isObject } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { dropItems } from '../fixes'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { efsVolume, fargateWith, shared } from './examples'
import { isMounted } from './volumes'

export const volumeUnused = defineRule({
  id: 'volume-unused',
  severity: 'advice',
  on: [taskDefinition],
  needs: ['/volumes'],
  title: 'Every volume is mounted by a container',
  message: 'No container mounts volume “{volume}”; mount it, or remove it.',
  why: 'A volume that nobody mounts does no harm, but a file system is connected with every task for nothing, and readers look for its use in vain.',
  sources: [{ ref: 'API:Volume.name', checked: '2026-11-26' }],
  check({ id, spec, report }) {
    if (!spec.volumes || !spec.containerDefinitions?.length) return
    spec.volumes.forEach(({ name, configuredAtLaunch }, index) => {
      // For a volume that is made at launch it is an error: `volume-ebs-unmounted`.
      if (!isKnown(name) || configuredAtLaunch || isMounted(spec, name) !== false) return
      report({
        at: `/volumes/${index}`,
        values: { volume: name },
        fix: dropItems(
          say`Remove volume “${name}”`,
          id,
          '/volumes',
          (item) => isObject(item) && item.name === name,
        ),
      })
    })
  },
  examples: () => ({
    valid: {
      'mounted by the second container': drawing({
        shared,
        task: fargateTask({
          volumes: [efsVolume],
          containerDefinitions: [
            container(),
            container({ name: 'proxy', mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }),
          ],
        }),
      }),
      'a mount point whose volume is a placeholder': drawing({
        task: fargateTask({
          volumes: [{ name: 'data' }],
          containerDefinitions: [
            container({ mountPoints: [{ sourceVolume: '{{volume}}', containerPath: '/data' }] }),
          ],
        }),
      }),
      'no containers drawn yet': drawing({
        task: fargateTask({ volumes: [{ name: 'data' }], containerDefinitions: [] }),
      }),
    },
    invalid: {
      'one of two': {
        design: drawing({
          shared,
          task: fargateWith([{ name: 'cache' }], { volumes: [{ name: 'cache' }, efsVolume] }),
        }),
        element: 'task',
        at: '/volumes/1',
      },
    },
  }),
})
