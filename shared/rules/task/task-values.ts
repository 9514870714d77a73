/** What single members of a task definition may say. */
import { compatibilities } from '../../aws/facts/compatibilities'
import { ipcModes, pidModes } from '../../aws/facts/namespaces'
import { cpuArchitectures, operatingSystemFamilies, otherNames } from '../../aws/facts/operating-systems'
import { FAMILY_LENGTH } from '../../aws/facts/task-limits'
import { toText } from '../../basics/convert'
import { taskDefinition } from '../../elements/task-definition'
import { drawing, ec2Task, fargateTask } from '../examples'
import { type Limit, limitRule, ofCharacters, oneOfValues, reportBreaches } from '../limits'
import { defineRule, ruleFamily } from '../rule'

const API = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference'
const registering = { ref: `${API}/API_RegisterTaskDefinition.html`, checked: '2026-11-26' }

const pidMode = oneOfValues(pidModes)
const ipcMode = oneOfValues(ipcModes)
const operatingSystem = oneOfValues(operatingSystemFamilies)
const processor = oneOfValues(cpuArchitectures)
/** Docker and Linux have other names for the same processors. */
const architecture: Limit = {
  allows: processor.allows,
  mend: (value) => {
    const name = toText(value).trim().toLowerCase()
    return Object.hasOwn(otherNames, name) ? otherNames[name] : processor.mend?.(value)
  },
}

export const taskValues = ruleFamily([
  limitRule({
    id: 'taskdef-family-invalid',
    severity: 'error',
    on: [taskDefinition],
    path: '/family',
    limit: ofCharacters(FAMILY_LENGTH, /[A-Za-z0-9_-]/),
    yieldsTo: ['taskdef-family-required'],
    title: 'A family is named with letters, digits, hyphens and underscores',
    message: 'Family “{value}” is not allowed; use at most 255 letters, digits, hyphens and underscores.',
    why: 'The family becomes part of the ARN of every revision, where other characters have a meaning of their own: a colon, say, stands before the revision. RegisterTaskDefinition refuses them.',
    sources: [registering],
    examples: () => ({
      valid: {
        'letters, digits, hyphen and underscore': family('Web_app-2'),
        'the longest': family('a'.repeat(FAMILY_LENGTH)),
        'a placeholder': family('{{env}}-web app'),
      },
      invalid: {
        'a blank': { design: family('my app'), element: 'task', at: '/family' },
        'a revision, which AWS counts itself': { design: family('web:3'), element: 'task', at: '/family' },
        'one character too long': {
          design: family('a'.repeat(FAMILY_LENGTH + 1)),
          element: 'task',
          at: '/family',
        },
      },
    }),
  }),
  limitRule({
    id: 'taskdef-compat-value',
    severity: 'error',
    on: [taskDefinition],
    path: '/requiresCompatibilities/*',
    limit: oneOfValues(compatibilities),
    title: 'Compatibilities are launch types',
    message: '“{value}” is no launch type; use FARGATE, EC2, EXTERNAL or MANAGED_INSTANCES.',
    why: 'RegisterTaskDefinition checks the definition against each value of the list, and refuses one that it does not know. The values are written in capital letters.',
    sources: [registering],
    examples: () => ({
      valid: {
        'two of them': drawing({ task: fargateTask({ requiresCompatibilities: ['EC2', 'FARGATE'] }) }),
        'managed instances': drawing({
          task: fargateTask({ requiresCompatibilities: ['MANAGED_INSTANCES'] }),
        }),
        'a placeholder': drawing({ task: fargateTask({ requiresCompatibilities: ['<launch-type>'] }) }),
      },
      invalid: {
        'small letters': {
          design: drawing({ task: fargateTask({ requiresCompatibilities: ['fargate'] }) }),
          element: 'task',
          at: '/requiresCompatibilities/0',
        },
        'a capacity provider': {
          design: drawing({ task: fargateTask({ requiresCompatibilities: ['FARGATE', 'ASG'] }) }),
          element: 'task',
          at: '/requiresCompatibilities/1',
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-os-value',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/runtimePlatform'],
    title: 'The runtime platform is one that ECS knows',
    message: '“{value}” is no operating system of ECS; use LINUX or a release of Windows Server.',
    variants: { architecture: '“{value}” is no processor architecture of ECS; use X86_64 or ARM64.' },
    why: 'ECS places a task on machines with its operating system and processor, and has its own names for both. RegisterTaskDefinition refuses other names, such as Docker’s amd64.',
    sources: [
      { ref: `${API}/API_RuntimePlatform.html`, checked: '2026-11-26' },
      { ref: 'API:OSFamily', checked: '2026-11-26' },
    ],
    check(context) {
      if (!context.spec.runtimePlatform) return
      reportBreaches(context, '/runtimePlatform/operatingSystemFamily', operatingSystem)
      reportBreaches(context, '/runtimePlatform/cpuArchitecture', architecture, { variant: 'architecture' })
    },
    examples: () => ({
      valid: {
        'Linux on ARM': onPlatform({ operatingSystemFamily: 'LINUX', cpuArchitecture: 'ARM64' }),
        'the newest Windows': onPlatform({ operatingSystemFamily: 'WINDOWS_SERVER_2025_CORE' }),
        'left out, which means Linux on x86': onPlatform({}),
        'a placeholder': onPlatform({ cpuArchitecture: '<architecture>' }),
      },
      invalid: {
        'a release without its edition': {
          design: onPlatform({ operatingSystemFamily: 'WINDOWS_SERVER_2022' }),
          element: 'task',
          at: '/runtimePlatform/operatingSystemFamily',
        },
        'small letters': {
          design: onPlatform({ operatingSystemFamily: 'linux' }),
          element: 'task',
          at: '/runtimePlatform/operatingSystemFamily',
        },
        'Docker’s name for the processor': {
          design: onPlatform({ cpuArchitecture: 'AMD64' }),
          element: 'task',
          at: '/runtimePlatform/cpuArchitecture',
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-pid-value',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/pidMode', '/ipcMode'],
    title: 'Namespaces are shared within the task or with the host',
    message: '“{value}” is no PID mode; use task or host, or leave it out.',
    variants: { ipc: '“{value}” is no IPC mode; use none, task or host, or leave it out.' },
    why: 'The containers of a task can see each other’s processes and shared memory, or those of the whole instance. RegisterTaskDefinition refuses other values.',
    sources: [registering, { ref: 'API:PidMode', checked: '2026-11-26' }],
    check(context) {
      const { pidMode: pid, ipcMode: ipc } = context.spec
      if (pid !== undefined) reportBreaches(context, '/pidMode', pidMode)
      if (ipc !== undefined) reportBreaches(context, '/ipcMode', ipcMode, { variant: 'ipc' })
    },
    examples: () => ({
      valid: {
        'processes of the task': drawing({ task: ec2Task({ pidMode: 'task' }) }),
        'no shared memory': drawing({ task: ec2Task({ ipcMode: 'none' }) }),
        'a placeholder': drawing({ task: ec2Task({ pidMode: '<pid-mode>' }) }),
      },
      invalid: {
        'a PID mode that only daemons of ECS have': {
          design: drawing({ task: ec2Task({ pidMode: 'shared' }) }),
          element: 'task',
          at: '/pidMode',
        },
        'none, which only the IPC mode has': {
          design: drawing({ task: ec2Task({ pidMode: 'none' }) }),
          element: 'task',
          at: '/pidMode',
        },
        'an IPC mode of Docker': {
          design: drawing({ task: ec2Task({ ipcMode: 'shareable' }) }),
          element: 'task',
          at: '/ipcMode',
        },
      },
    }),
  }),
])

function family(name: string) {
  return drawing({ task: fargateTask({ family: name }) })
}

/** On EC2, where every operating system and both processors are possible. */
function onPlatform(runtimePlatform: Readonly<Record<string, string>>) {
  return drawing({ task: ec2Task({ runtimePlatform }) })
}
