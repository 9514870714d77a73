import { choice, group, item, json, list, spec, text, whole } from './fields'
import { defineKind } from './kind'
import { inNamespace, manifestName, metadata } from './parts/manifest'
import { scalesWorkload } from './parts/scale-target'

/** HorizontalPodAutoscaler. https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/ */
export const kubernetesAutoscaler = defineKind({
  kind: 'kubernetes-autoscaler',
  label: 'Kubernetes autoscaler',
  summary: 'Changes the number of pods of a workload with their load (HorizontalPodAutoscaler).',
  category: 'management',
  keywords: ['k8s', 'hpa', 'horizontal pod autoscaler', 'scaling'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/horizontal-pod-autoscaler.html',
  glyph: 'scaling',
  spec: spec({
    apiVersion: text('API version', 'autoscaling/v2.'),
    kind: text('Kind', 'Always HorizontalPodAutoscaler.'),
    metadata: metadata(),
    spec: group(
      'Spec',
      'What is wanted.',
      {
        scaleTargetRef: group('Target', 'The workload whose pods are counted.', {
          apiVersion: text('API version', 'Such as apps/v1.'),
          kind: text('Kind', 'Deployment, StatefulSet or ReplicaSet.'),
          name: text('Name', 'Name of the workload.', { control: 'reference' }),
        }),
        minReplicas: whole('Minimum pods', 'Never fewer.', { default: '1', main: true }),
        maxReplicas: whole('Maximum pods', 'Never more.', { main: true }),
        metrics: list(
          'Metrics',
          'What it watches.',
          item({
            type: choice('Type', 'Whose metric it is.', [
              'Resource',
              'ContainerResource',
              'Pods',
              'Object',
              'External',
            ]),
            resource: group('Resource', 'CPU or memory of the pods.', {
              name: choice('Name', 'Which resource.', ['cpu', 'memory']),
              target: group('Target', 'What it is kept at.', {
                type: choice('Type', 'How it is counted.', ['Utilization', 'AverageValue', 'Value']),
                averageUtilization: whole('Average utilization', 'Of what the pods request.', { unit: '%' }),
                averageValue: json('Average value', 'Of each pod, such as 500m.'),
              }),
            }),
            pods: json('Pods', 'A metric of each pod.'),
            object: json('Object', 'A metric of another object.'),
            external: json('External', 'A metric from outside, such as the length of a queue.'),
            containerResource: json('Container resource', 'CPU or memory of one container.'),
          }),
          { main: true },
        ),
        behavior: json('Behavior', 'How fast it goes up and down.'),
      },
      { main: true },
    ),
  }),
  defaults: (name) => ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name },
    spec: {
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
        },
      ],
    },
  }),
  name: '/metadata/name',
  attributes: manifestName,
  relations: [inNamespace, scalesWorkload],
})
