import { spec } from './fields'
import { defineKind } from './kind'

/** Where traffic comes from: people, other systems, the internet. */
export const users = defineKind({
  kind: 'users',
  label: 'Users',
  summary: 'People or systems outside that send traffic: the internet, a branch office, a partner.',
  category: 'general',
  keywords: ['internet', 'client', 'people', 'traffic'],
  docs: 'https://aws.amazon.com/architecture/icons/',
  icon: 'users',
  spec: spec({}),
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
