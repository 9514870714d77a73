/** Pods of Kubernetes: what is in one, and where each kind of workload keeps it. https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */

import { say } from '../../texts/text'
import { choice, flag, group, item, json, line, list, map, text, whole } from '../fields'
import type { Relation } from '../kind'
import { called, imageLabel, pullsNoMore } from './container-lines'
import { objectsAt, textAt } from './reading'

const keyOf = (label: string, help: string) =>
  group(label, 'One of its keys.', {
    name: text('Name', help, { control: 'reference' }),
    key: text('Key', 'Which of its keys.'),
    optional: flag('Optional', 'It may be missing.'),
  })

const container = item({
  name: text('Name', 'Unique in the pod.', { main: true }),
  image: text('Image', 'Registry, repository and tag or digest.', { main: true, control: 'reference' }),
  imagePullPolicy: choice('Image pull policy', 'When the image is pulled.', [
    'Always',
    'IfNotPresent',
    'Never',
  ]),
  ports: list(
    'Ports',
    'Ports that it listens on.',
    item({
      containerPort: whole('Container port', 'Port the container listens on.'),
      hostPort: whole('Host port', 'Port on the node; not on Fargate.'),
      protocol: choice('Protocol', 'Transport protocol.', ['TCP', 'UDP', 'SCTP'], { default: 'TCP' }),
      name: text('Port name', 'What services may call it.'),
    }),
    { main: true },
  ),
  env: list(
    'Environment variables',
    'Values in plain sight, or from elsewhere.',
    item({
      name: text('Name', 'Name of the variable.'),
      value: text('Value', 'Its value.'),
      valueFrom: group('Value from', 'A secret, a config map or a field of the pod.', {
        configMapKeyRef: keyOf('ConfigMap', 'Name of the ConfigMap.'),
        secretKeyRef: keyOf('Secret', 'Name of the secret.'),
        fieldRef: json('Field', 'A field of the pod.'),
        resourceFieldRef: json('Resource field', 'What the container asks for.'),
      }),
    }),
    { main: true },
  ),
  envFrom: list(
    'Environment from',
    'All that a ConfigMap or a secret holds, as variables.',
    item({
      prefix: text('Prefix', 'In front of every name.'),
      configMapRef: group('ConfigMap', 'Where they come from.', {
        name: text('Name', 'Name of the ConfigMap.', { control: 'reference' }),
      }),
      secretRef: group('Secret', 'Where they come from.', {
        name: text('Name', 'Name of the secret.', { control: 'reference' }),
      }),
    }),
  ),
  command: list('Command', 'Replaces the image’s ENTRYPOINT.', line),
  args: list('Arguments', 'Replace the image’s CMD.', line),
  resources: group('Resources', 'How much it gets.', {
    requests: json('Requests', 'Kept for it, such as {"cpu": "250m", "memory": "512Mi"}.'),
    limits: json('Limits', 'It never gets more.'),
  }),
  securityContext: group(
    'Security context',
    'Rights of the container.',
    {
      privileged: flag('Privileged', 'Root rights on the node; not on Fargate.', { default: 'false' }),
      allowPrivilegeEscalation: flag('Privilege escalation', 'May gain more rights than it started with.'),
      readOnlyRootFilesystem: flag('Read-only root file system', 'It can write to volumes only.'),
      runAsNonRoot: flag('Not as root', 'It does not start as root.'),
      runAsUser: whole('User ID', 'User that runs it.'),
    },
    { main: true },
  ),
  volumeMounts: list(
    'Volume mounts',
    'Volumes of the pod in this container.',
    item({
      name: text('Volume', 'A volume of the pod.'),
      mountPath: text('Mount path', 'Where it is mounted.'),
      readOnly: flag('Read only', 'The container can’t write to it.', { default: 'false' }),
      subPath: text('Path within', 'Only this folder or file of the volume.'),
    }),
  ),
  workingDir: text('Working directory', 'Where the command is run.'),
  startupProbe: json('Startup probe', 'Until it succeeds, the other probes wait.'),
  livenessProbe: json('Liveness probe', 'When it fails, the container is restarted.'),
  readinessProbe: json('Readiness probe', 'While it fails, the pod gets no traffic.'),
})

/** `PodSpec`. */
export const podSpec = {
  containers: list('Containers', 'What a pod runs, side by side.', container, { main: true }),
  initContainers: list('Init containers', 'Run one after another before the others start.', container),
  volumes: list(
    'Volumes',
    'Storage that containers mount.',
    item({
      name: text('Name', 'What volume mounts refer to.'),
      persistentVolumeClaim: group('Claim', 'Storage that outlives the pod.', {
        claimName: text('Claim', 'Name of the volume claim.', { control: 'reference' }),
        readOnly: flag('Read only', 'Nobody in the pod writes to it.'),
      }),
      emptyDir: json('Empty folder', 'Scratch space.'),
      hostPath: json('Host path', 'A folder of the node; not on Fargate.'),
      configMap: group('ConfigMap', 'Files from a ConfigMap.', {
        name: text('Name', 'Name of the ConfigMap.', { control: 'reference' }),
      }),
      secret: group('Secret', 'Files from a secret.', {
        secretName: text('Name', 'Name of the secret.', { control: 'reference' }),
      }),
    }),
  ),
  hostNetwork: flag('Host network', 'Uses the network of the node; not on Fargate.', { default: 'false' }),
  serviceAccountName: text('Service account', 'Who the pod is, to Kubernetes and to IAM.', {
    main: true,
    control: 'reference',
  }),
  imagePullSecrets: list(
    'Image pull secrets',
    'For registries that ask for a password.',
    item({ name: text('Secret', 'Name of the secret.', { control: 'reference' }) }),
  ),
  nodeSelector: map('Node selector', 'Labels that a node must have.'),
  restartPolicy: choice('Restart policy', 'When containers are started again.', [
    'Always',
    'OnFailure',
    'Never',
  ]),
}

/** `PodTemplateSpec`. */
export const podTemplate = () =>
  group('Pod template', 'The mould for pods.', {
    metadata: group('Metadata', 'Of every pod.', {
      labels: map('Labels', 'What selectors look for.'),
      annotations: map('Annotations', 'Notes for programs.'),
    }),
    spec: group('Pod', 'What each of them is.', podSpec),
  })

const TEMPLATE = '/spec/template/spec'
const JOB_TEMPLATE = '/spec/jobTemplate/spec/template/spec'

/** Where a pod may stand in a manifest. */
export const PODS = [TEMPLATE, JOB_TEMPLATE, '/spec'] as const

/** JSON pointer of the pod in a workload's manifest. */
export function podIn(manifest: Readonly<Record<string, unknown>>): string {
  if (manifest.kind === 'Pod') return '/spec'
  return manifest.kind === 'CronJob' ? JOB_TEMPLATE : TEMPLATE
}

const pullsImage: NonNullable<Relation['connect']> = (manifest, { reference, target, row }) => {
  const at = `${podIn(manifest)}/containers`
  const containers = objectsAt(manifest, at)
  const chosen = containers.find(([index]) => row === `${at}/${index}`)
  const [, container] = chosen ?? containers.find(([, each]) => !textAt(each, '/image')) ?? []
  if (!container) return 'There is no container without an image. Add one, or clear one first.'
  const image = textAt(container, '/image')
  if (image !== undefined) return say`${called(container)} already has the image “${image}”. Clear it first.`
  container.image = target.kind === 'ecr-repository' ? `${reference}:latest` : reference
  return undefined
}

/** A line is offered once, whatever kind of workload it is; what it writes is found in all places. */
export const imageRelations: readonly Relation[] = PODS.flatMap((pod) => {
  const image: Omit<Relation, 'to'> = {
    path: `${pod}/containers/*/image`,
    meaning: 'pulls',
    draw: 'line',
    flow: 'in',
    connect: pullsImage,
    disconnect: pullsNoMore,
    label: imageLabel,
    ...(pod === TEMPLATE ? {} : { drawable: false }),
  }
  return [
    { ...image, to: ['ecr-repository'], attribute: 'uri' },
    { ...image, to: ['image-registry'] },
  ]
})
