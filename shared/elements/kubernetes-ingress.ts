import { choice, group, item, json, line, list, spec, text, whole } from './fields'
import { defineKind } from './kind'
import { backendRelations } from './parts/ingress-lines'
import { annotation, inNamespace, manifestName, metadata } from './parts/manifest'

const backend = {
  service: group('Service', 'Where requests go.', {
    name: text('Service', 'A Service of the namespace.', { control: 'reference' }),
    port: group('Port', 'By number or name.', {
      number: whole('Number', 'Port of the service.'),
      name: text('Name', 'Name of a port of the service.'),
    }),
  }),
  resource: json('Resource', 'An object that is no Service.'),
}

/** HTTP rules for a cluster's Services; on EKS an Application Load Balancer obeys them. https://kubernetes.io/docs/concepts/services-networking/ingress/ */
export const kubernetesIngress = defineKind({
  kind: 'kubernetes-ingress',
  label: 'Kubernetes Ingress',
  summary: 'Sends requests by host and path to Services, through an Application Load Balancer.',
  category: 'networking',
  keywords: ['k8s', 'ingress', 'alb', 'aws load balancer controller', 'eks'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/alb-ingress.html',
  glyph: 'listener',
  spec: spec({
    apiVersion: text('API version', 'networking.k8s.io/v1.'),
    kind: text('Kind', 'Always Ingress.'),
    metadata: metadata(),
    spec: group(
      'Spec',
      'What is wanted.',
      {
        ingressClassName: choice(
          'Ingress class',
          'Who obeys it: alb for the AWS Load Balancer Controller.',
          ['alb'],
          {
            main: true,
          },
        ),
        defaultBackend: group('Default backend', 'For requests that no rule fits.', backend),
        rules: list(
          'Rules',
          'By host and path.',
          item({
            host: text('Host', 'Such as shop.example.com; all when left out.'),
            http: group('HTTP', 'What to do with its requests.', {
              paths: list(
                'Paths',
                'By path.',
                item({
                  path: text('Path', 'Such as /api.'),
                  pathType: choice('Path type', 'How the path is read.', [
                    'Prefix',
                    'Exact',
                    'ImplementationSpecific',
                  ]),
                  backend: group('Backend', 'Where they go.', backend),
                }),
              ),
            }),
          }),
          { main: true },
        ),
        tls: list(
          'TLS',
          'Hosts with certificates.',
          item({
            hosts: list('Hosts', 'Names in the certificate.', line),
            secretName: text(
              'Secret',
              'The AWS Load Balancer Controller takes certificates from ACM instead.',
            ),
          }),
        ),
      },
      { main: true },
    ),
  }),
  defaults: (name) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name,
      annotations: {
        'alb.ingress.kubernetes.io/scheme': 'internet-facing',
        'alb.ingress.kubernetes.io/target-type': 'ip',
      },
    },
    spec: { ingressClassName: 'alb' },
  }),
  name: '/metadata/name',
  attributes: manifestName,
  relations: [
    inNamespace,
    ...backendRelations,
    {
      path: annotation('alb.ingress.kubernetes.io/load-balancer-name'),
      to: ['application-load-balancer'],
      attribute: 'name',
      meaning: 'served-by',
      draw: 'line',
      flow: 'in',
    },
    {
      path: annotation('alb.ingress.kubernetes.io/wafv2-acl-arn'),
      to: ['web-acl'],
      meaning: 'guarded-by',
      draw: 'line',
    },
    {
      path: annotation('alb.ingress.kubernetes.io/subnets'),
      to: ['subnet'],
      meaning: 'in-network',
      draw: 'line',
      drawable: false,
    },
    {
      path: annotation('alb.ingress.kubernetes.io/security-groups'),
      to: ['security-group'],
      meaning: 'guarded-by',
      draw: 'line',
      drawable: false,
    },
  ],
})
