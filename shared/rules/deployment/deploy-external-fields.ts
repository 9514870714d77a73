import { membersOfTaskSets } from '../../aws/facts/deployments'
import { service as serviceKind } from '../../elements/service'
import { onFargate } from '../examples'
import { isAbsent } from '../reading'
import { defineRule } from '../rule'
import { deployByEcs } from './to-rolling'

const external = { deploymentController: { type: 'EXTERNAL' } }
const nothing = { taskDefinition: undefined, launchType: undefined, networkConfiguration: undefined }

export const deployExternalFields = defineRule({
  id: 'deploy-external-fields',
  severity: 'error',
  on: [serviceKind],
  needs: ['/deploymentController'],
  yieldsTo: ['service-daemon-controller'],
  title: 'With an external controller the task sets say what runs, not the service',
  message:
    'With the controller EXTERNAL the service takes no {members}: your tool gives them to each task set. Remove them, or let ECS deploy the service.',
  why: 'An external tool rolls out by making task sets, each with its own task definition, capacity, network and load balancers. The service holds only what they have in common, and CreateService refuses the rest.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-external.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateTaskSet.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, spec, report }) {
    if (spec.deploymentController?.type !== 'EXTERNAL') return
    const members = membersOfTaskSets.filter((one) => !isAbsent(spec[one]))
    if (members.length === 0) return
    report({
      at: '/deploymentController/type',
      values: { members: members.join(', ') },
      fix: deployByEcs(id),
    })
  },
  examples: () => ({
    valid: {
      'name and count only': onFargate({ ...external, ...nothing }),
      'deployment settings and tags, too': onFargate({
        ...external,
        ...nothing,
        deploymentConfiguration: { maximumPercent: 200 },
        tags: [{ key: 'team', value: 'web' }],
      }),
      'empty lists': onFargate({ ...external, ...nothing, loadBalancers: [], serviceRegistries: [] }),
      'all of it with the controller ECS': onFargate({ deploymentController: { type: 'ECS' } }),
    },
    invalid: {
      'a task definition': {
        design: onFargate({ ...external, ...nothing, taskDefinition: '@{task}' }),
        element: 'web',
        at: '/deploymentController/type',
      },
      'a whole service': { design: onFargate(external), element: 'web', at: '/deploymentController/type' },
    },
  }),
})
