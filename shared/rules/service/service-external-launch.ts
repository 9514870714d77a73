import { service as serviceKind } from '../../elements/service'
import { onEc2 } from '../examples'
import { removeMember } from '../fixes'
import { isAbsent } from '../reading'
import { defineRule } from '../rule'

export const serviceExternalLaunch = defineRule({
  id: 'service-external-launch',
  severity: 'error',
  on: [serviceKind],
  needs: ['/serviceRegistries', '/serviceConnectConfiguration'],
  title: 'Services on external instances have no service discovery and no Service Connect',
  message: 'Service discovery does not work on external instances; remove it.',
  variants: { connect: 'Service Connect does not work on external instances; remove it.' },
  why: 'External instances stand in your own data center, outside every VPC. What registers tasks by their addresses in a VPC, or puts a proxy before them, can’t reach them there.',
  sources: [
    { ref: 'DG-2023:ecs-anywhere', checked: '2026-11-26' },
    { ref: 'DG-2023:service-connect', checked: '2026-11-26' },
  ],
  check({ id, spec, report }) {
    // Load balancers are lb-external, network configuration network-config-not-awsvpc, scaling policies scale-external.
    if (spec.launchType !== 'EXTERNAL') return
    if (!isAbsent(spec.serviceRegistries)) {
      const at = '/serviceRegistries'
      report({ at, fix: removeMember('Remove service discovery', id, at) })
    }
    if (spec.serviceConnectConfiguration?.enabled === true) {
      const at = '/serviceConnectConfiguration'
      report({ at, variant: 'connect', fix: removeMember('Remove Service Connect', id, at) })
    }
  },
  examples: () => ({
    valid: {
      'nothing of that kind': external({}),
      'Service Connect that is turned off': external({ serviceConnectConfiguration: { enabled: false } }),
      'service discovery on EC2': onEc2({ serviceRegistries: [registry()] }),
    },
    invalid: {
      'service discovery': {
        design: external({ serviceRegistries: [registry()] }),
        element: 'web',
        at: '/serviceRegistries',
      },
      'Service Connect': {
        design: external({ serviceConnectConfiguration: { enabled: true, namespace: 'internal' } }),
        element: 'web',
        at: '/serviceConnectConfiguration',
      },
    },
  }),
})

function registry() {
  return {
    registryArn: 'arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-0123456789abcdef',
    containerName: 'web',
    containerPort: 80,
  }
}

function external(spec: Readonly<Record<string, unknown>>) {
  return onEc2({ launchType: 'EXTERNAL', ...spec }, { requiresCompatibilities: ['EXTERNAL'] })
}
