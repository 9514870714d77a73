import { append } from '../../elements/parts/editing'
import { objectsAt } from '../../elements/parts/reading'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing } from '../examples'
import { isKnown, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { ebsVolume, ec2With, fargateWith } from './examples'
import { isMounted, missingVolumes, pathFor, volumesOfKind, volumeTitle } from './volumes'

const page = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-ebs-config.html'

/** Volumes of a task definition that are EBS volumes, made at launch. */
export const ebsLaunchVolumes = ruleFamily([
  defineRule({
    id: 'volume-ebs-max-one',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/volumes/*/configuredAtLaunch'],
    title: 'A task definition has one volume that is configured at launch',
    message:
      'Volume “{volume}” is configured at launch, but “{first}” is already; a task definition has only one such volume.',
    why: 'ECS attaches one EBS volume to a task. Further data goes into folders of it, or on EFS.',
    sources: [{ ref: 'API:Volume.configuredAtLaunch', checked: '2026-11-26' }],
    check({ spec, report }) {
      const [first, ...others] = volumesOfKind(spec, 'ebs')
      if (!first) return
      for (const { volume, index, at } of others) {
        const values = {
          volume: volumeTitle(volume, index),
          first: volumeTitle(first.volume, first.index),
        }
        report({ at: `${at}/configuredAtLaunch`, values })
      }
    },
    examples: () => ({
      valid: {
        one: drawing({ task: fargateWith([ebsVolume]) }),
        'one, and others of other kinds': drawing({
          task: fargateWith([{ name: 'cache' }, ebsVolume, { name: 'tmp', configuredAtLaunch: false }]),
        }),
      },
      invalid: {
        two: {
          design: drawing({ task: fargateWith([ebsVolume, { name: 'logs', configuredAtLaunch: true }]) }),
          element: 'task',
          at: '/volumes/1/configuredAtLaunch',
        },
      },
    }),
  }),
  defineRule({
    id: 'volume-ebs-unmounted',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/volumes/*/configuredAtLaunch'],
    title: 'A volume that is configured at launch is mounted',
    message: 'Volume “{volume}” is made for every task, but no container mounts it; mount it, or remove it.',
    why: 'ECS makes and attaches an EBS volume for each task, and asks for a container that uses it.',
    sources: [{ ref: page, checked: '2026-11-21' }],
    check({ id, spec, report }) {
      if (!spec.containerDefinitions?.length) return
      for (const { volume, at } of volumesOfKind(spec, 'ebs')) {
        const { name } = volume
        if (!isKnown(name) || isMounted(spec, name) !== false) continue
        // A mount of what is not there may be meant for it: volume-mount-unknown.
        if (missingVolumes(spec).length > 0) continue
        report({ at, values: { volume: name }, fix: mountInEssential(id, spec, name) })
      }
    },
    examples: () => ({
      valid: {
        mounted: drawing({ task: fargateWith([ebsVolume]) }),
        'no containers drawn yet': drawing({ task: fargateWith([ebsVolume], { containerDefinitions: [] }) }),
      },
      invalid: {
        'not mounted': {
          design: drawing({ task: fargateWith([ebsVolume], { containerDefinitions: [container()] }) }),
          element: 'task',
          at: '/volumes/0',
        },
        'another one is, beside a sidecar': {
          design: drawing({
            task: ec2With([ebsVolume, { name: 'cache' }], {
              containerDefinitions: [
                container({ name: 'sidecar', memory: 128, essential: false }),
                container({
                  memory: 512,
                  mountPoints: [{ sourceVolume: 'cache', containerPath: '/mnt/cache' }],
                }),
              ],
            }),
          }),
          element: 'task',
          at: '/volumes/0',
        },
      },
    }),
  }),
])

function mountInEssential(id: string, spec: TaskDefinitionSpec, name: string): Fix {
  const containers = spec.containerDefinitions ?? []
  const essential = Math.max(
    0,
    containers.findIndex((one) => one.essential !== false),
  )
  const path = pathFor(spec, name)
  return {
    title: say`Mount it at ${path}`,
    apply: (draft) => {
      const all = objectsAt(draft.elements[id]?.spec, '/containerDefinitions')
      const mounted = all.some(([, one]) =>
        objectsAt(one, '/mountPoints').some(([, point]) => point.sourceVolume === name),
      )
      const container = all.find(([index]) => index === essential)?.[1]
      if (container && !mounted) append(container, 'mountPoints', { sourceVolume: name, containerPath: path })
    },
  }
}
