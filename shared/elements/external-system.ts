import { choice, spec } from './fields'
import { defineKind } from './kind'

/** Something outside this design: what it talks to, or what it replaces. AWS has no call for it. */
export const externalSystem = defineKind({
  kind: 'external-system',
  label: 'External system',
  summary: 'Something outside this design that sends or gets traffic, or that is being replaced.',
  category: 'general',
  keywords: ['on-premises', 'server', 'virtual machine', 'migration', 'legacy', 'copilot', 'kubernetes'],
  docs: 'https://aws.amazon.com/architecture/icons/',
  icon: 'generic-application',
  spec: spec({
    type: choice(
      'Type',
      'What it is.',
      [
        'Application server',
        'Virtual machine',
        'AWS Copilot',
        'App2Container',
        'Custom scheduler',
        'Kubernetes cluster',
        'Other',
      ],
      { main: true },
    ),
  }),
  defaults: () => ({}),
  attributes: {},
  relations: [],
  links: [
    {
      meaning: 'traffic',
      to: [
        'application-load-balancer',
        'network-load-balancer',
        'classic-load-balancer',
        'service',
        'kubernetes-ingress',
        'kubernetes-service',
        'external-system',
      ],
    },
  ],
})
