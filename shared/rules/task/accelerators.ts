/** GPUs and other devices that containers ask for. */
import { takeNeuronDevices } from '../../aws/facts/compatibilities'
import { valueAt } from '../../basics/json'
import { above, objectsAt } from '../../elements/parts/reading'
import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { containersOf } from '../container/containers'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { dropItemsWith, setMembers } from '../fixes'
import {
  type ContainerSpec,
  isAbsent,
  isKnown,
  isUnknown,
  isWritten,
  isWrittenIn,
  launchName,
  runsWindows,
  type TaskDefinitionSpec,
} from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'

const REQUIREMENT = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html',
  checked: '2026-11-26',
}
/** The only member that sharing by NVIDIA MPS needs. */
const MPS_MEMORY = '/sharingStrategy/nvidiaMps/memory'
const first = '/containerDefinitions/0/resourceRequirements/0'

export const accelerators = ruleFamily([
  defineRule({
    id: 'taskdef-gpu-unsupported',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/resourceRequirements'],
    title: 'GPUs are for Linux on container instances',
    message: 'Fargate has no GPUs; run container “{container}” on EC2 or managed instances.',
    variants: { windows: 'Windows containers get no GPU; container “{container}” has to run Linux for it.' },
    why: 'The ECS agent hands the GPUs of its instance to containers. Fargate has no instances with GPUs, and the agent does it on Linux only.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
        checked: '2026-11-26',
      },
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu.html',
        checked: '2026-11-21',
      },
    ],
    check({ id, spec, graph, report }) {
      const asked = requirementsOf(spec, 'GPU')
      if (asked.length === 0) return
      const windows = runsWindows(spec) === true
      if (!windows && !launchTypesOf(graph, id).has('FARGATE')) return
      for (const { at, called } of asked) {
        report({
          at,
          values: { container: called },
          ...(windows && { variant: 'windows' }),
          fix: dropItemsWith(say`Remove the GPU of “${called}”`, id, above(at), 'type', 'GPU'),
        })
      }
    },
    examples: () => ({
      valid: {
        'Linux on EC2': onEc2({ type: 'GPU', value: '1' }),
        'managed instances': drawing({
          task: fargateTask({
            requiresCompatibilities: ['MANAGED_INSTANCES'],
            containerDefinitions: [container({ resourceRequirements: [{ type: 'GPU', value: '1' }] })],
          }),
        }),
        'Fargate without a GPU': drawing({ task: fargateTask() }),
      },
      invalid: {
        Fargate: {
          design: drawing({
            task: fargateTask({
              containerDefinitions: [container({ resourceRequirements: [{ type: 'GPU', value: '1' }] })],
            }),
          }),
          element: 'task',
          at: first,
        },
        Windows: {
          design: drawing({
            task: ec2Task({
              runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
              containerDefinitions: [
                container({ memory: 512, resourceRequirements: [{ type: 'GPU', value: '1' }] }),
              ],
            }),
          }),
          element: 'task',
          at: first,
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-gpu-value',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/resourceRequirements'],
    title: 'A GPU requirement is a count or a share',
    message: '“{value}” is no number of GPUs; write a whole number from 1, or ALL.',
    variants: {
      neither: 'Say how many GPUs container “{container}” gets, or how it shares one.',
      both: 'Container “{container}” can’t both have GPUs of its own and share one; remove the value or the sharing strategy.',
      mixed: 'Containers of one task get GPUs in one way: all by number, or all by sharing.',
      memory: 'Say how much GPU memory container “{container}” gets of the GPU that it shares.',
      external: 'External instances can’t share GPUs; give container “{container}” a number of them.',
    },
    why: 'ECS either gives a container whole GPUs, or lets containers share one. It refuses a requirement that says neither or both, and a task that mixes the two. Sharing works on EC2 and on managed instances.',
    sources: [REQUIREMENT],
    check({ id, element, spec, graph, report }) {
      const asked = requirementsOf(spec, 'GPU')
      const external = asked.length > 0 && launchTypesOf(graph, id).has('EXTERNAL')
      const ways = asked.map(({ at, called, value, sharingStrategy }) => {
        const counted = isWrittenIn(element, at, 'value')
        const shared = !isAbsent(sharingStrategy) || isUnknown(valueAt(element.spec, `${at}/sharingStrategy`))
        const values = { container: called }
        if (counted === shared) report({ at, values, variant: counted ? 'both' : 'neither' })
        else if (counted && isKnown(value) && !/^([1-9]\d*|ALL)$/.test(value))
          report({ at: `${at}/value`, values: { value } })
        else if (shared && sharingStrategy?.nvidiaMps && !isWritten(element, `${at}${MPS_MEMORY}`))
          report({ at: `${at}${MPS_MEMORY}`, values, variant: 'memory' })
        else if (shared && external) report({ at: `${at}/sharingStrategy`, values, variant: 'external' })
        return { at, way: counted === shared ? undefined : shared ? 'share' : 'count' }
      })
      const known = ways.filter(({ way }) => way !== undefined)
      const odd = known.find(({ way }) => way !== known[0]?.way)
      if (odd) report({ at: odd.at, variant: 'mixed' })
    },
    examples: () => ({
      valid: {
        'a number': onEc2({ type: 'GPU', value: '2' }),
        'all of the instance': onEc2({ type: 'GPU', value: 'ALL' }),
        'a share': onEc2({ type: 'GPU', sharingStrategy: { nvidiaMps: { memory: 4096 } } }),
        'a placeholder': onEc2({ type: 'GPU', value: '<gpus>' }),
      },
      invalid: {
        none: { design: onEc2({ type: 'GPU', value: '0' }), element: 'task', at: `${first}/value` },
        'no number': { design: onEc2({ type: 'GPU', value: 'all' }), element: 'task', at: `${first}/value` },
        'neither number nor share': { design: onEc2({ type: 'GPU' }), element: 'task', at: first },
        'number and share': {
          design: onEc2({ type: 'GPU', value: '1', sharingStrategy: { nvidiaMps: { memory: 4096 } } }),
          element: 'task',
          at: first,
        },
        'a share of unknown size': {
          design: onEc2({ type: 'GPU', sharingStrategy: { nvidiaMps: { maxComputePercent: 50 } } }),
          element: 'task',
          at: `${first}${MPS_MEMORY}`,
        },
        'one by number, another by sharing': {
          design: onEc2(
            { type: 'GPU', value: '1' },
            { type: 'GPU', sharingStrategy: { nvidiaMps: { memory: 4096 } } },
          ),
          element: 'task',
          at: '/containerDefinitions/1/resourceRequirements/0',
        },
        'a share on external instances': {
          design: drawing({
            task: ec2Task({
              requiresCompatibilities: ['EXTERNAL'],
              containerDefinitions: [
                container({
                  memory: 512,
                  resourceRequirements: [{ type: 'GPU', sharingStrategy: { nvidiaMps: { memory: 4096 } } }],
                }),
              ],
            }),
          }),
          element: 'task',
          at: `${first}/sharingStrategy`,
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-neuron',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/resourceRequirements'],
    title: 'Neuron devices go to one container on managed instances',
    message:
      '{launch} hands out no Neuron devices; container “{container}” has to run on managed instances for them.',
    variants: {
      value: 'A container gets all Neuron devices of the instance or none; write ALL instead of “{value}”.',
      second: 'Only one container of a task can have the Neuron devices; “{container}” is the second.',
    },
    why: 'ECS hands the Neuron devices of a managed instance to one container, all of them together. Elsewhere they are passed in as plain devices.',
    sources: [REQUIREMENT],
    check({ id, spec, graph, report }) {
      const asked = requirementsOf(spec, 'NeuronDevice')
      if (asked.length === 0) return
      const other = [...launchTypesOf(graph, id)].find((one) => !takeNeuronDevices.includes(one))
      const owner = asked[0]?.index
      for (const { at, index, called, value } of asked) {
        const values = { container: called }
        if (other) report({ at, values: { ...values, launch: launchName(other) } })
        else if (index !== owner) {
          const fix = dropItemsWith('Leave them to one container', id, above(at), 'type', 'NeuronDevice')
          report({ at, values, variant: 'second', fix })
        } else if (isKnown(value) && value !== 'ALL') {
          const fix = setMembers('Ask for ALL devices', id, { [`${at}/value`]: 'ALL' })
          report({ at: `${at}/value`, values: { value }, variant: 'value', fix })
        }
      }
    },
    examples: () => ({
      valid: {
        'all of them': onManaged({ type: 'NeuronDevice', value: 'ALL' }),
        'nothing says how it runs': drawing({
          task: ec2Task({
            requiresCompatibilities: undefined,
            containerDefinitions: [
              container({ resourceRequirements: [{ type: 'NeuronDevice', value: 'ALL' }] }),
            ],
          }),
        }),
      },
      invalid: {
        EC2: { design: onEc2({ type: 'NeuronDevice', value: 'ALL' }), element: 'task', at: first },
        'a number': {
          design: onManaged({ type: 'NeuronDevice', value: '2' }),
          element: 'task',
          at: `${first}/value`,
        },
        'a second container': {
          design: onManaged({ type: 'NeuronDevice', value: 'ALL' }, { type: 'NeuronDevice', value: 'ALL' }),
          element: 'task',
          at: '/containerDefinitions/1/resourceRequirements/0',
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-inference-accelerator',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/resourceRequirements', '/inferenceAccelerators'],
    title: 'Elastic Inference has ended',
    message: 'Elastic Inference is no longer offered; remove its accelerators.',
    why: 'AWS has ended Elastic Inference: its API marks the members as no longer available since April 2023. Models run on GPUs or Neuron devices today.',
    sources: [
      { ref: 'API:RegisterTaskDefinitionRequest.inferenceAccelerators', checked: '2026-11-26' },
      { ref: 'CDK:CannotInferenceAccelerators', checked: '2026-11-21' },
    ],
    check({ id, spec, report }) {
      const asked = requirementsOf(spec, 'InferenceAccelerator')
      const devices = !isAbsent(spec.inferenceAccelerators)
      // The containers' part is the same mistake, and goes with the same click.
      const at = devices ? '/inferenceAccelerators' : asked[0]?.at
      if (at === undefined) return
      report({ at, fix: withoutElasticInference(id) })
    },
    examples: () => ({
      valid: {
        none: drawing({ task: fargateTask() }),
        'an empty list': drawing({ task: ec2Task({ inferenceAccelerators: [] }) }),
        'a GPU': onEc2({ type: 'GPU', value: '1' }),
      },
      invalid: {
        'a device and a container that uses it': {
          design: drawing({
            task: ec2Task({
              inferenceAccelerators: [{ deviceName: 'one', deviceType: 'eia2.medium' }],
              containerDefinitions: [
                container({
                  memory: 512,
                  resourceRequirements: [{ type: 'InferenceAccelerator', value: 'one' }],
                }),
              ],
            }),
          }),
          element: 'task',
          at: '/inferenceAccelerators',
        },
        'only the container’s part': {
          design: onEc2({ type: 'InferenceAccelerator', value: 'one' }),
          element: 'task',
          at: first,
        },
      },
    }),
  }),
])

type Requirement = NonNullable<ContainerSpec['resourceRequirements']>[number]

/** What the containers require of one type of resource, with the container and its place. */
function requirementsOf(spec: TaskDefinitionSpec, type: Requirement['type']) {
  return containersOf(spec).flatMap(({ container, index, called, at }) =>
    (container.resourceRequirements ?? []).flatMap((one, i) =>
      one.type === type ? [{ ...one, index, called, at: `${at}/resourceRequirements/${i}` }] : [],
    ),
  )
}

/** Takes the devices of Elastic Inference out, and what the containers require of them. */
function withoutElasticInference(id: string): Fix {
  const title = 'Remove Elastic Inference'
  return {
    title,
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (!spec) return
      delete spec.inferenceAccelerators
      for (const [index] of objectsAt(spec, '/containerDefinitions')) {
        const list = `/containerDefinitions/${index}/resourceRequirements`
        dropItemsWith(title, id, list, 'type', 'InferenceAccelerator').apply(draft)
      }
    },
  }
}

/** One container for each requirement, on EC2. */
function onEc2(...requirements: readonly Readonly<Record<string, unknown>>[]) {
  return drawing({ task: ec2Task({ containerDefinitions: requiring(requirements) }) })
}

function onManaged(...requirements: readonly Readonly<Record<string, unknown>>[]) {
  return drawing({
    task: fargateTask({
      requiresCompatibilities: ['MANAGED_INSTANCES'],
      containerDefinitions: requiring(requirements),
    }),
  })
}

function requiring(requirements: readonly Readonly<Record<string, unknown>>[]) {
  return requirements.map((one, i) =>
    container({ name: `app-${i}`, memoryReservation: 128, resourceRequirements: [one] }),
  )
}
