import { choice, group, item, json, line, list, map, oneOf, spec, text, whole } from './fields'
import { defineKind } from './kind'
import { annotation, inNamespace, manifestName, metadata } from './parts/manifest'
import { podsPicked } from './parts/selector'

/** A name and an address for pods. https://kubernetes.io/docs/concepts/services-networking/service/ */
export const kubernetesService = defineKind({
  kind: 'kubernetes-service',
  label: 'Kubernetes Service',
  summary: 'One name and address for the pods that its selector picks, with a load balancer if wanted.',
  category: 'networking',
  keywords: ['k8s', 'service', 'clusterip', 'nodeport', 'loadbalancer', 'nlb', 'eks'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/network-load-balancing.html',
  glyph: 'target',
  spec: spec({
    apiVersion: text('API version', 'Always v1.'),
    kind: text('Kind', 'Always Service.'),
    metadata: metadata(),
    spec: group(
      'Spec',
      'What is wanted.',
      {
        type: choice(
          'Type',
          'Who reaches it: pods, nodes’ ports, or a load balancer of its own.',
          ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
          { default: 'ClusterIP', main: true },
        ),
        selector: map('Selector', 'Labels of the pods that answer.', { main: true }),
        ports: list(
          'Ports',
          'Ports that it listens on.',
          item({
            name: text('Port name', 'Needed with several ports.'),
            protocol: choice('Protocol', 'Transport protocol.', ['TCP', 'UDP', 'SCTP'], { default: 'TCP' }),
            port: whole('Port', 'Port of the service.'),
            targetPort: json(
              'Target port',
              'Port of the pods, by number or name; that of the service when left out.',
            ),
            nodePort: whole('Node port', 'Port on every node; picked when left out.'),
            appProtocol: text('Application protocol', 'Such as http or https.'),
          }),
          { main: true },
        ),
        loadBalancerClass: text(
          'Load balancer class',
          'service.k8s.aws/nlb for a Network Load Balancer of the AWS Load Balancer Controller.',
          { main: true },
        ),
        loadBalancerSourceRanges: list('Allowed from', 'Ranges that may reach the load balancer.', line),
        clusterIP: text('Cluster IP', 'None for a headless service.'),
        externalName: text('External name', 'A DNS name that it stands for.'),
        externalTrafficPolicy: choice('External traffic', 'Which nodes answer.', ['Cluster', 'Local']),
        sessionAffinity: choice('Session affinity', 'Whether a client stays with a pod.', [
          'None',
          'ClientIP',
        ]),
        ipFamilyPolicy: choice('IP family policy', 'IPv4, IPv6 or both.', [
          'SingleStack',
          'PreferDualStack',
          'RequireDualStack',
        ]),
        ipFamilies: list('IP families', 'In order.', oneOf(['IPv4', 'IPv6'])),
      },
      { main: true },
    ),
  }),
  defaults: (name) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { ports: [{ port: 80 }] },
  }),
  name: '/metadata/name',
  attributes: manifestName,
  relations: [
    inNamespace,
    podsPicked,
    {
      path: annotation('service.beta.kubernetes.io/aws-load-balancer-name'),
      to: ['network-load-balancer'],
      attribute: 'name',
      meaning: 'served-by',
      draw: 'line',
      flow: 'in',
    },
    {
      path: annotation('service.beta.kubernetes.io/aws-load-balancer-subnets'),
      to: ['subnet'],
      meaning: 'in-network',
      draw: 'line',
      drawable: false,
    },
    {
      path: annotation('service.beta.kubernetes.io/aws-load-balancer-security-groups'),
      to: ['security-group'],
      meaning: 'guarded-by',
      draw: 'line',
      drawable: false,
    },
  ],
})
