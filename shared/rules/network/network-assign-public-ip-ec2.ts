import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { launchOf } from '../../graph/runs'
import { drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { setMembers } from '../fixes'
import { givesOwnInterface, launchName } from '../reading'
import { defineRule } from '../rule'

const AT = '/networkConfiguration/awsvpcConfiguration/assignPublicIp'
const publicly = { awsvpcConfiguration: { ...inSubnets.awsvpcConfiguration, assignPublicIp: 'ENABLED' } }

export const networkAssignPublicIpEc2 = defineRule({
  id: 'network-assign-public-ip-ec2',
  severity: 'error',
  on: [serviceKind, taskKind],
  needs: ['/networkConfiguration/awsvpcConfiguration/assignPublicIp'],
  title: 'Only Fargate gives tasks public addresses',
  message: '{launch} can’t give a task a public address; disable it, and let tasks go out by a NAT gateway.',
  why: 'On container instances the interface of a task is a further one of the instance, and such an interface never gets a public address by itself. ECS refuses the setting for every launch type but Fargate.',
  sources: [
    { ref: 'DG-2023:task-networking-awsvpc', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_AwsVpcConfiguration.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    if (spec.networkConfiguration?.awsvpcConfiguration?.assignPublicIp !== 'ENABLED') return
    const launch = launchOf(graph, id)
    if (launch !== 'EC2' && launch !== 'MANAGED_INSTANCES') return
    // In the other modes the configuration itself is wrong: network-config-not-awsvpc.
    if (givesOwnInterface(graph, id) === false) return
    report({
      at: AT,
      values: { launch: launchName(launch) },
      fix: setMembers('Disable public addresses', id, { [AT]: 'DISABLED' }),
    })
  },
  examples: () => ({
    valid: {
      'on Fargate': drawing({
        task: fargateTask(),
        web: service({ launchType: 'FARGATE', networkConfiguration: publicly }),
      }),
      'disabled on EC2': drawing({
        task: ec2Task({ networkMode: 'awsvpc' }),
        web: service({ launchType: 'EC2', networkConfiguration: inSubnets }),
      }),
      'nothing says where it runs': drawing({
        task: fargateTask(),
        web: service({ networkConfiguration: publicly }),
      }),
    },
    invalid: {
      'on EC2': {
        design: drawing({
          task: ec2Task({ networkMode: 'awsvpc' }),
          web: service({ launchType: 'EC2', networkConfiguration: publicly }),
        }),
        element: 'web',
        at: AT,
      },
      'by a capacity provider of instances': {
        design: drawing({
          provider: element('capacity-provider', { name: 'provider', autoScalingGroupProvider: {} }),
          task: ec2Task({ networkMode: 'awsvpc' }),
          nightly: element('task', {
            taskDefinition: '@{task}',
            capacityProviderStrategy: [{ capacityProvider: '@{provider}', weight: 1 }],
            networkConfiguration: publicly,
          }),
        }),
        element: 'nightly',
        at: AT,
      },
    },
  }),
})
