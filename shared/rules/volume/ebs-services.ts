import { service } from '../../elements/service'
import { nameOf } from '../../graph/graph'
import { drawing, element as elementOf, inSubnets, onFargate } from '../examples'
import { removeMember } from '../fixes'
import { definitionOf, isAbsent } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { ebsDisk, ebsVolume, fargateWith, infrastructureRole as role, withEbs } from './examples'
import { managedVolumesOf } from './managed-volumes'
import { volumesOfKind, volumeTitle } from './volumes'

/** Which services have EBS volumes, and what becomes of those. */
export const ebsServices = ruleFamily([
  defineRule({
    id: 'volume-ebs-service-ephemeral',
    severity: 'advice',
    on: [service],
    needs: ['/volumeConfigurations'],
    title: 'Data that must outlive the tasks of a service is not on its EBS volumes',
    message:
      'Service “{service}” makes a new EBS volume for every task and deletes it with the task; keep data that must last on EFS.',
    why: 'A service replaces its tasks at each deployment and after each failure, and every new task begins with an empty volume, or with the snapshot. Only a standalone task can leave its volume behind.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html',
        checked: '2026-11-21',
      },
      { ref: 'API:TaskManagedEBSVolumeTerminationPolicy.deleteOnTermination', checked: '2026-11-26' },
    ],
    check({ id, spec, graph, report }) {
      const [volume] = managedVolumesOf(spec)
      // A daemon has no EBS volumes at all: `volume-ebs-daemon`.
      if (!volume || spec.schedulingStrategy === 'DAEMON') return
      report({ at: volume.item, values: { service: nameOf(graph, id) } })
    },
    examples: () => ({
      valid: {
        'a service without EBS volumes': onFargate(),
        'a standalone task, which may keep its volume': drawing({
          role,
          task: fargateWith([ebsVolume]),
          job: elementOf('task', {
            taskDefinition: '@{task}',
            launchType: 'FARGATE',
            networkConfiguration: inSubnets,
            volumeConfigurations: [ebsDisk],
          }),
        }),
      },
      invalid: {
        'a service with an EBS volume': {
          design: withEbs(),
          element: 'web',
          at: '/volumeConfigurations/0',
        },
      },
    }),
  }),
  defineRule({
    id: 'volume-ebs-daemon',
    severity: 'error',
    on: [service],
    needs: ['/schedulingStrategy'],
    title: 'Daemon services have no EBS volumes',
    message:
      'Daemon service “{service}” can’t have EBS volumes; remove volumeConfigurations, or make it a replica service.',
    variants: {
      definition:
        'Daemon service “{service}” can’t have EBS volumes, but its task definition leaves “{volume}” to be configured at launch; make it a replica service.',
    },
    why: 'ECS makes EBS volumes for the tasks of replica services and for standalone tasks only.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      if (spec.schedulingStrategy !== 'DAEMON') return
      const definition = definitionOf(graph, id)?.spec
      const [wanted] = definition ? volumesOfKind(definition, 'ebs') : []
      const values = {
        service: nameOf(graph, id),
        volume: wanted ? volumeTitle(wanted.volume, wanted.index) : '',
      }
      if (!isAbsent(spec.volumeConfigurations)) {
        const fix = removeMember('Remove volumeConfigurations', id, '/volumeConfigurations')
        report({ at: '/volumeConfigurations', values, ...(!wanted && { fix }) })
      } else if (wanted) report({ at: '/schedulingStrategy', variant: 'definition', values })
    },
    examples: () => ({
      valid: {
        'a replica service': withEbs({ schedulingStrategy: 'REPLICA' }),
        'a daemon with an empty list': withEbs(
          { schedulingStrategy: 'DAEMON', volumeConfigurations: [] },
          { volumes: [{ name: 'data' }] },
        ),
      },
      invalid: {
        'a daemon that describes a volume': {
          design: withEbs({ schedulingStrategy: 'DAEMON' }, { volumes: [{ name: 'data' }] }),
          element: 'web',
          at: '/volumeConfigurations',
        },
        'a daemon whose task definition has one, too': {
          design: withEbs({ schedulingStrategy: 'DAEMON' }),
          element: 'web',
          at: '/volumeConfigurations',
        },
        'a daemon that leaves it out': {
          design: withEbs({ schedulingStrategy: 'DAEMON', volumeConfigurations: [] }),
          element: 'web',
          at: '/schedulingStrategy',
        },
      },
    }),
  }),
])
