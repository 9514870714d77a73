import { choice, group, json, map, spec, text, whole } from './fields'
import { defineKind } from './kind'
import { inNamespace, manifestName, metadata } from './parts/manifest'
import { imageRelations, podIn, podSpec, podTemplate } from './parts/pod'
import { podRelations } from './parts/pod-lines'
import { objectsAt, textAt } from './parts/reading'

/** The manifest of a workload. AWS has no call for it: Kubernetes does. https://kubernetes.io/docs/concepts/workloads/ */
export const kubernetesWorkload = defineKind({
  kind: 'kubernetes-workload',
  label: 'Kubernetes workload',
  summary: 'Pods of an EKS cluster: a Deployment, a StatefulSet, a DaemonSet, a job or a single pod.',
  category: 'compute',
  keywords: ['k8s', 'pod', 'deployment', 'daemonset', 'statefulset', 'cronjob', 'eks'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/eks-workloads.html',
  glyph: 'wheel',
  spec: spec({
    apiVersion: text('API version', 'apps/v1, batch/v1 for jobs, v1 for a pod.', { main: true }),
    kind: choice(
      'Kind',
      'How pods are kept running, or run to their end.',
      ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod'],
      { main: true },
    ),
    metadata: metadata(),
    spec: group(
      'Spec',
      'What is wanted.',
      {
        replicas: whole('Replicas', 'How many pods run.', { default: '1', main: true }),
        selector: group('Selector', 'Which pods are its own.', {
          matchLabels: map('Labels', 'Labels of the pod template.'),
        }),
        template: podTemplate(),
        serviceName: text('Service', 'Of a StatefulSet: the headless Service that names its pods.', {
          control: 'reference',
        }),
        volumeClaimTemplates: json(
          'Volume claim templates',
          'Of a StatefulSet: claims that are made for every pod.',
        ),
        schedule: text('Schedule', 'Of a CronJob, such as 0 3 * * *.'),
        jobTemplate: group('Job template', 'Of a CronJob.', {
          spec: group('Spec', 'Of each job.', { template: podTemplate() }),
        }),
        ...podSpec,
      },
      { main: true },
    ),
  }),
  defaults: (name) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'app' }] } },
    },
  }),
  name: '/metadata/name',
  attributes: manifestName,
  relations: [inNamespace, ...imageRelations, ...podRelations],
  links: [
    {
      meaning: 'calls',
      to: ['s3-bucket', 'dynamodb-table', 'sqs-queue', 'sns-topic', 'kinesis-stream', 'rds-database'],
    },
    { meaning: 'traffic', to: ['kubernetes-workload', 'kubernetes-service', 'external-system'] },
  ],
  rows: (spec) => {
    const at = `${podIn(spec)}/containers`
    return objectsAt(spec, at).map(([index, container]) => ({
      pointer: `${at}/${index}`,
      name: textAt(container, '/name') ?? `container ${index + 1}`,
    }))
  },
})
